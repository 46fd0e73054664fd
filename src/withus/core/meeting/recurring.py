"""Dates that come again: the days on which a board is to meet, worked out from the first."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum


class Every(StrEnum):
    """How often a board is to meet."""

    ONCE = "once"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    FOUR_WEEKS = "four_weeks"
    MONTH = "month"  # on the same weekday: the second Tuesday, the last Friday


WEEKS = {Every.WEEK: 1, Every.FORTNIGHT: 2, Every.FOUR_WEEKS: 4}
MOST_MEETINGS = 24


def days_of(first: date, every: Every, *, many: int) -> tuple[date, ...]:
    """Tell the days of so many meetings.

    Formula: the first, and then one each week, two weeks or four weeks; or each month on the same
        weekday of the same week of the month, a fifth one being the last of its month.
    Example: monthly from Tuesday 8 December 2026: then 12 January and 9 February 2027.
    """
    if every is Every.ONCE:
        return (first,)
    if every is Every.MONTH:
        return tuple(_months_on(first, number) for number in range(many))
    return tuple(first + timedelta(weeks=WEEKS[every] * number) for number in range(many))


def _months_on(first: date, number: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
    begins = date(year, month + 1, 1)
    to_weekday = (first.weekday() - begins.weekday()) % 7
    week = (first.day - 1) // 7
    found = begins + timedelta(days=to_weekday + 7 * week)
    last = monthrange(year, month + 1)[1]
    over = found > date(year, month + 1, last)
    return found - timedelta(days=7) if over else found
