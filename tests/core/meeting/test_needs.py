"""Whether what people needed was there, told of all of them together."""

from __future__ import annotations

import pytest

from withus.core.meeting.needs import NeedAnswer, needs_met
from withus.core.words import NeedsMet

MET, NOT_MET, WENT_ON = NeedAnswer.MET, NeedAnswer.NOT_MET, NeedAnswer.WENT_ON


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ((MET, MET), NeedsMet.ALL_MET),
        ((MET, WENT_ON), NeedsMet.WENT_ON),
        ((MET, WENT_ON, NOT_MET), NeedsMet.NOT_ALL_MET),
        ((NOT_MET, None), NeedsMet.NOT_ALL_MET),
        ((MET, None), None),
        ((WENT_ON, None), None),
        ((), NeedsMet.ALL_MET),
    ],
)
def test_one_that_is_not_there_tells_of_all_and_one_not_known_of_none(
    answers: tuple[NeedAnswer | None, ...], found: NeedsMet | None
) -> None:
    assert needs_met(answers) is found
