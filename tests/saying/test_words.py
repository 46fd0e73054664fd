"""The words for fixed terms, figures and days."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from withus.core.words import Capacity
from withus.saying import words


def test_every_capacity_has_its_own_words_and_its_place_in_the_order() -> None:
    assert len({words.capacity(code) for code in Capacity}) == len(Capacity)
    assert sorted(words.ORDER) == sorted(Capacity)
    assert words.ORDER[:2] == (Capacity.DRAWS_ON_SERVICES, Capacity.UNPAID_CARERS)


@pytest.mark.parametrize(
    ("drawing", "caring", "said"),
    [
        (0, 1, "0 people who draw on care and support and 1 unpaid carer"),
        (1, 2, "1 person who draws on care and support and 2 unpaid carers"),
    ],
)
def test_one_person_is_said_of_one_and_people_of_none_or_more(
    drawing: int, caring: int, said: str
) -> None:
    assert words.people_it_is_about(drawing, caring) == said


def test_a_day_is_said_in_full_or_as_not_given() -> None:
    assert words.day(date(2025, 11, 4)) == "4 November 2025"
    assert words.day(None) == "day not given"
    assert [words.day(date(2025, n, 1)).split()[1] for n in (1, 12)] == ["January", "December"]


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Fraction(0), "0 in 100"),
        (Fraction(1, 201), "fewer than 1 in 100"),
        (Fraction(1, 200), "1 in 100"),
        (Fraction(2, 11), "18 in 100"),
        (Fraction(1, 8), "13 in 100"),
        (Fraction(1, 3), "33 in 100"),
        (Fraction(2, 3), "67 in 100"),
        (Fraction(199, 200), "more than 99 in 100"),
        (Fraction(1), "100 in 100"),
    ],
)
def test_a_share_is_said_as_so_many_in_a_hundred(share: Fraction, said: str) -> None:
    assert words.in_100(share) == said


@given(some.fractions(0, 1, max_denominator=900))
def test_none_and_all_are_said_only_where_they_are_so(share: Fraction) -> None:
    assert (words.in_100(share) == "0 in 100") == (share == 0)
    assert (words.in_100(share) == "100 in 100") == (share == 1)


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_parts_are_listed_as_people_do(parts: list[str], said: str) -> None:
    assert words.listing(parts) == said


@pytest.mark.parametrize(
    ("count", "most", "said"), [(2, None, "2"), (2, 2, "2"), (2, 3, "2, perhaps 3")]
)
def test_a_count_that_may_be_higher_says_both(count: int, most: int | None, said: str) -> None:
    assert words.up_to(count, most) == said
