"""Needs in numbers: pooled by quarter, people and not times, and never so few that one is known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from withus.core.facts.supporting import NeedsCounted
from withus.core.meeting.counting import begins, counted, ended_by, quarter_of, shown, to_count
from withus.core.meeting.needs import NeedAnswer

MET, NOT, WENT = NeedAnswer.MET, NeedAnswer.NOT_MET, NeedAnswer.WENT_ON


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 1, 1), "2026-q1"),
        (date(2026, 3, 31), "2026-q1"),
        (date(2026, 4, 1), "2026-q2"),
        (date(2026, 11, 23), "2026-q4"),
        (date(2026, 12, 31), "2026-q4"),
    ],
)
def test_a_day_is_in_its_quarter(day: date, quarter: str) -> None:
    assert quarter_of(day) == quarter
    assert begins(quarter) <= day < ended_by(quarter)


@given(some.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
def test_one_quarter_follows_on_the_other(day: date) -> None:
    quarter = quarter_of(day)
    assert quarter_of(ended_by(quarter)) != quarter
    assert begins(quarter_of(ended_by(quarter))) == ended_by(quarter)


def test_a_quarter_is_counted_two_weeks_after_it_is_over() -> None:
    assert to_count(date(2027, 1, 14)) == "2026-q3"
    assert to_count(date(2027, 1, 15)) == "2026-q4"
    assert to_count(date(2027, 4, 14)) == "2026-q4"


@pytest.mark.parametrize(
    ("count", "told"), [(0, None), (7, None), (8, 10), (12, 10), (13, 15), (22, 20), (23, 25)]
)
def test_few_are_not_told_of_and_others_to_the_nearest_five(count: int, told: int | None) -> None:
    assert shown(count) == told


def people(**many: int) -> dict[str, tuple[NeedAnswer, ...]]:
    """Return so many people for whom it was met, was not, or went on without."""
    answers = {"met": (MET, MET), "left": (MET, NOT), "went": (WENT,)}
    return {f"{how} {n}": answers[how] for how, count in many.items() for n in range(count)}


@pytest.mark.parametrize(
    ("many", "asked", "met"),
    [
        ({"met": 10}, 10, 10),
        ({"met": 21}, 20, 20),
        ({"met": 12, "left": 8}, 20, 10),
        ({"met": 12, "left": 5, "went": 3}, 20, 10),
        ({"met": 12, "left": 3}, 15, None),  # too few were left without
        ({"met": 12, "went": 1}, 15, None),
        ({"met": 5, "left": 20}, 25, None),  # it was met for too few
        ({"left": 20}, 20, None),
    ],
)
def test_people_are_counted_once_each(many: dict[str, int], asked: int, met: int | None) -> None:
    fact = counted("2026-q4", people(**many))
    assert fact is not None
    assert (fact.asked, fact.met) == (asked, met)


def test_of_fewer_than_eight_nothing_is_told() -> None:
    assert counted("2026-q4", people(met=4, left=3)) is None
    assert counted("2026-q4", {}) is None
    assert counted("2026-q4", {"one": (MET,) * 20}) is None  # one person at twenty meetings


def test_what_is_told_never_leads_back_to_one_to_seven_people() -> None:
    alike: dict[NeedsCounted | None, set[tuple[int, int]]] = {}
    for met in range(31):
        for left in range(31):
            fact = counted("2026-q4", people(met=met, left=left))
            alike.setdefault(fact, set()).add((met, left))
    for fact, those in alike.items():
        assert len(those) >= 3
        if fact is not None and fact.met is not None:
            assert all(met >= 8 and (left == 0 or left >= 8) for met, left in those)
