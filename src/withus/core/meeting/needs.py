"""What people may need to take part, and whether it was there for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from withus.core.words import NeedsMet


class NeedCode(StrEnum):
    """Something that people often need to take part. Others have words of their own."""

    STEP_FREE = "step_free"
    HEARING_LOOP = "hearing_loop"
    BSL = "bsl"
    CAPTIONS = "captions"
    EASY_READ = "easy_read"
    LARGE_PRINT = "large_print"
    WELSH = "welsh"
    PHONE = "phone"
    LINK = "link"
    SUPPORTER = "supporter"
    CALL_BEFORE = "call_before"
    BREAKS = "breaks"
    QUIET_ROOM = "quiet_room"
    TRAVEL = "travel"
    CARE_COVER = "care_cover"


class NeedAnswer(StrEnum):
    """Whether what somebody needs was there for them at a meeting."""

    MET = "met"
    NOT_MET = "not_met"
    WENT_ON = "went_on"  # it was not, and they said to go on


def needs_met(answers: Iterable[NeedAnswer | None]) -> NeedsMet | None:
    """Tell whether what people needed was there, from what is noted of each; None: not all noted.

    Formula: all met; or, where some were not, whether each of those said to go on.
    Not: who, or how many.
    """
    told = tuple(answers)
    if NeedAnswer.NOT_MET in told:
        return NeedsMet.NOT_ALL_MET
    if None in told:
        return None
    return NeedsMet.WENT_ON if NeedAnswer.WENT_ON in told else NeedsMet.ALL_MET
