"""A reason says something or nothing, and the same one is found again however it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from withus.core.answering.reasons import given_before, is_no_answer, plain


@pytest.mark.parametrize(
    "reason",
    [
        "Noted",
        "noted.",
        "Thank you for your comments, which have been noted.",
        "Thanks!",
        "N/A, thank you",
        "Duly noted by the team.",
        "Your feedback is much appreciated.",
        "This will be taken into account.",
    ],
)
def test_thanks_alone_are_no_answer(reason: str) -> None:
    assert is_no_answer(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "",
        "There is no money for it this year.",
        "Thank you. The night bus starts in May.",
        "Noted: the law forbids it.",
        "We asked the county; they said no.",
        "It is in the plan.",
    ],
)
def test_what_says_something_is_an_answer_also_with_thanks(reason: str) -> None:
    assert not is_no_answer(reason)


def test_the_same_reason_is_found_whatever_its_signs_and_letters() -> None:
    earlier = {7: "There’s no money - this year.", 4: "Theres no money   this YEAR", 9: "A law."}
    assert given_before("there's no money, this year!", earlier) == 4
    assert given_before("There is money.", earlier) is None
    assert given_before("", {1: ""}) is None


@given(some.text())
def test_a_plain_reason_stays_as_it_is(reason: str) -> None:
    assert plain(plain(reason)) == plain(reason)
