"""Needs in numbers: pooled by quarter over all boards, and only so many as lead to nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from withus.core.facts.supporting import FEWEST_SHOWN, NeedsCounted
from withus.core.meeting.needs import NeedAnswer

ROUNDED_TO = 5
NOTED_BY = timedelta(days=14)  # after a quarter: what is noted late is in it too


def quarter_of(day: date) -> str:
    """Tell the quarter of a year in which a day is.

    Example: quarter_of(date(2026, 11, 23)) is "2026-q4".
    """
    return f"{day.year}-q{(day.month + 2) // 3}"


def begins(quarter: str) -> date:
    """Tell the first day of a quarter."""
    year, _dash, number = quarter.partition("-q")
    return date(int(year), 3 * int(number) - 2, 1)


def ended_by(quarter: str) -> date:
    """Tell the first day after a quarter."""
    return begins(quarter_of(begins(quarter) + timedelta(days=100)))


def to_count(today: date) -> str:
    """Tell the quarter whose needs may be counted now: the last whose days for noting are over."""
    return quarter_of(begins(quarter_of(today - NOTED_BY)) - timedelta(days=1))


def shown(count: int) -> int | None:
    """Tell a number of people as it may be shown; None: too few to show safely.

    Formula: fewer than eight are not told of; others to the nearest five, never below eight.
    Source: findings.md, Disclosure control.
    """
    if count < FEWEST_SHOWN:
        return None
    return ROUNDED_TO * ((2 * count + ROUNDED_TO) // (2 * ROUNDED_TO))


def counted(quarter: str, answers: Mapping[str, Collection[NeedAnswer]]) -> NeedsCounted | None:
    """Tell for how many people what they need was there in a quarter; None: too few to tell of.

    Shape: `answers` are, for each person who said what they need, what was noted at each meeting.
    Formula: people, each once; met are those of whom it was met each time. That number is left
        out also where too few were left without.
    Unit: people.
    Source: findings.md, Disclosure control.
    """
    asked, met = len(answers), sum(always_met(each) for each in answers.values())
    told = shown(asked)
    if told is None:
        return None
    left = asked - met
    safe = met >= FEWEST_SHOWN and (left == 0 or left >= FEWEST_SHOWN)
    return NeedsCounted(quarter=quarter, asked=told, met=shown(met) if safe else None)


def always_met(answers: Iterable[NeedAnswer]) -> bool:
    """Tell whether what somebody needs was there each time."""
    return all(each is NeedAnswer.MET for each in answers)
