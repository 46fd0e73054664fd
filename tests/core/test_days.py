"""Working days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from withus.core.days import working_days_after

FRIDAY = date(2026, 11, 6)
DAYS = some.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_three_working_days_after_a_friday_is_a_wednesday() -> None:
    assert working_days_after(FRIDAY, 3, closed=()) == date(2026, 11, 11)


def test_a_bank_holiday_is_stepped_over() -> None:
    assert working_days_after(FRIDAY, 3, closed={date(2026, 11, 9)}) == date(2026, 11, 12)


def test_ten_working_days_over_christmas_are_more_than_two_weeks() -> None:
    closed = {date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}
    assert working_days_after(date(2026, 12, 21), 10, closed=closed) == date(2027, 1, 7)


def test_no_days_is_the_day_itself() -> None:
    assert working_days_after(FRIDAY, 0, closed=()) == FRIDAY


@given(day=DAYS, count=some.integers(1, 30), closed=some.frozensets(DAYS, max_size=5))
def test_the_day_told_is_a_working_day_with_so_many_up_to_it(
    day: date, count: int, closed: frozenset[date]
) -> None:
    reached = working_days_after(day, count, closed=closed)
    between = [day + timedelta(days=n) for n in range(1, (reached - day).days + 1)]
    assert sum(one.weekday() < 5 and one not in closed for one in between) == count
    assert reached.weekday() < 5 and reached not in closed
