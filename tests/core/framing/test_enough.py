"""How many of those it is about are enough, in a group of which size, and under which rules."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.core.framing.a_start import DRAWS, a_group, a_start
from withus.core.framing.start import are_enough
from withus.core.words import Shows

TWO_MUST_AGREE: dict[str, Any] = {
    "id": "two-must-agree",
    "kind": "agree",
    "who": {"capacity": ["draws_on_services"]},
    "at_least": 2,
    "force": "terms",
    "source": "Terms of reference",
    "from": "2026-01-05",
    "until": None,
}


@pytest.mark.parametrize(
    ("drawing", "caring", "serving", "shows"),
    [
        (1, 0, 3, Shows.SHOWN),  # one of four is a quarter
        (1, 0, 4, Shows.NOT),  # one of five is not
        (2, 0, 4, Shows.SHOWN),
        (2, 0, 12, Shows.NOT),  # 14 in 100
        (2, 0, 11, Shows.SHOWN),  # 15.4 in 100
        (0, 3, 3, Shows.NOT),  # dementia strategy: 3 carers, nobody with dementia
        (1, 3, 8, Shows.NOT),  # enough of them it is about, and one of the people themselves
        (2, 3, 12, Shows.NOT),  # the people themselves are 12 in 100
        (3, 5, 7, Shows.SHOWN),
    ],
)
def test_how_many_are_enough_in_a_group_of_that_size(
    drawing: int, caring: int, serving: int, shows: Shows
) -> None:
    start = a_start()
    a_group(start, drawing=drawing, caring=caring, serving=serving)
    start.scope()
    start.writes("first", at=20)
    assert start.before.shows is shows


def test_few_are_enough_where_the_others_cannot_decide_without_them() -> None:
    start = a_start(TWO_MUST_AGREE)
    a_group(start, drawing=2, caring=0, serving=38)
    start.scope()
    start.writes("first", at=20)
    assert start.before.shows is Shows.SHOWN
    without = a_start()
    a_group(without, drawing=2, caring=0, serving=38)
    without.scope()
    without.writes("first", at=20)
    assert without.before.shows is Shows.NOT


# Whatever the numbers.


@given(theirs=some.integers(0, 60), others=some.integers(0, 60), unheard=some.booleans())
def test_one_more_of_them_or_a_rule_that_needs_them_never_makes_them_too_few(
    theirs: int, others: int, unheard: bool
) -> None:
    if are_enough(theirs, theirs + others, unheard=unheard):
        assert are_enough(theirs + 1, theirs + 1 + others, unheard=unheard)
        assert are_enough(theirs, theirs + others, unheard=False)


@settings(max_examples=40, deadline=None)
@given(days=some.lists(some.integers(0, 40), min_size=1, max_size=6), wrote=some.integers(0, 40))
def test_only_those_who_came_before_the_plan_are_counted_in_any_order(
    days: list[int], wrote: int
) -> None:
    start, told = a_start(), []
    for number, came in enumerate(sorted(days)):
        told.append((came, f"person {number}"))
    wrote_at = wrote + 0.5
    for at, name in sorted([*told, (wrote_at, "")]):
        if name:
            start.sits(name, DRAWS, at=at)
        else:
            start.writes("first", at=at)
    start.scope()
    assert start.before.group.d == sum(came < wrote_at for came in days)
