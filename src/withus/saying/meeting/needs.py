"""What people may need to take part, in words, and whether it was there."""

from __future__ import annotations

from collections.abc import Mapping

from withus.core.meeting.needs import NeedAnswer, NeedCode
from withus.core.words import NeedsMet
from withus.saying import words
from withus.saying.language import _, said_once


def need(code: NeedCode) -> str:
    """Tell something that people may need."""
    return said_once(needs)[code]


def needs() -> Mapping[NeedCode, str]:
    """Tell all that people may need, as choices."""
    return {
        NeedCode.STEP_FREE: _("A way in without steps"),
        NeedCode.HEARING_LOOP: _("A hearing loop"),
        NeedCode.BSL: _("A British Sign Language interpreter"),
        NeedCode.CAPTIONS: _("What is said, written as it is said (captions)"),
        NeedCode.EASY_READ: _("Papers in Easy Read"),
        NeedCode.LARGE_PRINT: _("Papers in large print"),
        NeedCode.WELSH: _("Papers in Welsh"),
        NeedCode.PHONE: _("To take part by phone"),
        NeedCode.LINK: _("To take part by video"),
        NeedCode.SUPPORTER: _("Somebody with me who supports me"),
        NeedCode.CALL_BEFORE: _("A call before, to go through the papers"),
        NeedCode.BREAKS: _("Breaks"),
        NeedCode.QUIET_ROOM: _("A quiet room to go to"),
        NeedCode.TRAVEL: _("Travel arranged, or paid for"),
        NeedCode.CARE_COVER: _("Somebody to be with the person I care for"),
    }


def need_answer(code: NeedAnswer) -> str:
    """Tell whether what somebody needs was there."""
    return {
        NeedAnswer.MET: _("It is there"),
        NeedAnswer.NOT_MET: _("It is not there"),
        NeedAnswer.WENT_ON: _("It is not there, and they said to go on"),
    }[code]


def all_that(codes: frozenset[str]) -> str:
    """Tell all that somebody ticked, in one phrase.

    Example: "A hearing loop and breaks".
    """
    told = [need(code) for code in NeedCode if code.value in codes]
    return words.listing([each if not n else lower(each) for n, each in enumerate(told)])


def lower(said: str) -> str:
    """Return words with their first letter small."""
    return said[:1].lower() + said[1:]


def my_answer(code: NeedAnswer) -> str:
    """Tell somebody whether what they need is there."""
    if code is NeedAnswer.WENT_ON:
        return _("It is not there, and you said to go on")
    return need_answer(code)


def for_all(answer: NeedsMet | None) -> str:
    """Tell whether what people need is there for all, in one sentence."""
    if answer is None:
        return _("We can’t tell yet whether everybody has what they need.")
    return {
        NeedsMet.ALL_MET: _("What people said they need is there for all of them."),
        NeedsMet.NOT_ALL_MET: _("What people said they need is not there for all of them."),
        NeedsMet.WENT_ON: _("It is not there for all, and those whose need it was said to go on."),
    }[answer]
