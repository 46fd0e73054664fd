"""A check in plain sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from tests.core.boards import CARER, UNSURE, board, meeting, place, room, seen, some_boards
from withus.cli.plain import WIDTH, report
from withus.core.minutes.capacity import Reason
from withus.core.minutes.series import Series
from withus.core.words import Standing


def test_a_meeting_tells_its_people_by_capacity_those_it_is_about_first() -> None:
    told = report(board(meeting(*room(affected=2, others=9, support=4), held=date(2025, 11, 4))))
    assert "4 November 2025: listed 15, members 11, apologies 0\n" in told
    assert told.index("    2  Unpaid carer") < told.index("    9  Paid to run services")
    assert "    4  in support or in attendance" in told


def test_members_who_are_not_sure_are_a_range() -> None:
    perhaps = replace(seen(), standing=Standing.PERHAPS_IN_SUPPORT)
    adviser = replace(seen(), standing=Standing.PERHAPS_MEMBER)
    told = report(board(meeting(*room(others=2), perhaps, adviser)))
    assert "members 3 (2 to 4)" in told


def test_what_it_was_unsure_of_is_told_by_line() -> None:
    lost = place("Community lead", "", UNSURE, line=7)
    chair = replace(place("Chair", "Carers Forum", CARER), why=(Reason("x", "", "may_be_paid"),))
    told = report(board(meeting(lost, seen(UNSURE, line=9), chair)))
    assert "day not given, line 7: Community lead (Cannot tell)." in told
    assert "line 9: no post printed (Cannot tell)." in told
    assert "May be paid: ask." in told
    assert "Unsure of" not in report(board(meeting(*room(others=2))))


def test_a_board_with_no_name_is_a_board() -> None:
    assert report(board(meeting(), name="")).startswith("A board (its minutes do not print")


@given(series=some_boards())
@settings(max_examples=60, deadline=None)
def test_no_line_is_wider_than_80_columns(series: Series) -> None:
    told = report(series)
    assert max(map(len, told.splitlines())) <= WIDTH
    assert "%(" not in told
