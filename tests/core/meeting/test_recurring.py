"""Dates that come again fall on the weekday of the first, whatever the month is like."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from withus.core.meeting.recurring import Every, days_of

FIRST = date(2026, 12, 8)  # the second Tuesday


@pytest.mark.parametrize(
    ("every", "second", "third"),
    [
        (Every.WEEK, date(2026, 12, 15), date(2026, 12, 22)),
        (Every.FORTNIGHT, date(2026, 12, 22), date(2027, 1, 5)),
        (Every.FOUR_WEEKS, date(2027, 1, 5), date(2027, 2, 2)),
        (Every.MONTH, date(2027, 1, 12), date(2027, 2, 9)),
    ],
)
def test_meetings_come_again_as_often_as_was_said(every: Every, second: date, third: date) -> None:
    assert days_of(FIRST, every, many=3) == (FIRST, second, third)


def test_a_meeting_that_comes_once_is_one_however_many_are_asked_for() -> None:
    assert days_of(FIRST, Every.ONCE, many=9) == (FIRST,)


def test_a_fifth_weekday_is_the_last_of_a_month_that_has_four() -> None:
    found = days_of(date(2026, 12, 29), Every.MONTH, many=4)
    assert found == tuple(
        date(2026 + (m < 12), m, d) for m, d in ((12, 29), (1, 26), (2, 23), (3, 30))
    )


@given(st.dates(date(2026, 1, 1), date(2060, 1, 1)), st.sampled_from(Every), st.integers(1, 24))
def test_all_fall_on_one_weekday_and_each_after_the_one_before(
    first: date, every: Every, many: int
) -> None:
    found = days_of(first, every, many=many)
    assert found[0] == first
    assert {each.weekday() for each in found} == {first.weekday()}
    assert list(found) == sorted(set(found))
    months = {(each.year, each.month) for each in found}
    assert every is not Every.MONTH or len(months) == many
