"""Several meetings of one board."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.core.boards import board, meeting, room
from withus.core.minutes.reading import NotMinutes
from withus.core.minutes.series import MOST_AT_A_MEETING, in_order, read_series
from withus.core.minutes.text import Line, numbered

MINUTES = """Learning Disability Partnership Board
{day}

Present
Ann Quill, Director of Adult Social Care, County Council
Bea Wren, Parent carer representative
"""


def minutes(day: str) -> tuple[Line, ...]:
    return numbered(MINUTES.format(day=day))


def test_meetings_are_put_in_the_order_of_their_days_with_undated_ones_last() -> None:
    given = [minutes(""), minutes("4 November 2025"), minutes("8 February 2024")]
    series = read_series(given)
    assert [one.held for one in series.meetings] == [date(2024, 2, 8), date(2025, 11, 4), None]
    assert [one.number for one in series.meetings] == [1, 2, 3]
    assert series.sources == (2, 1, 0)


def test_the_board_is_named_by_the_first_minutes_that_print_it() -> None:
    series = read_series([minutes("4 November 2025")])
    assert series.board == "Learning Disability Partnership Board"


def test_a_board_that_somebody_types_goes_first_and_shows_no_name() -> None:
    given = [minutes("4 November 2025")]
    assert read_series(given, board="County Carers Board").board == "County Carers Board"
    named = read_series(given, board="Carers Board of Zebedee Quillfeather").board
    assert named.startswith("Carers Board")
    assert "Zebedee" not in named
    assert "Quillfeather" not in named


def test_one_set_of_minutes_without_people_is_refused() -> None:
    with pytest.raises(NotMinutes) as raised:
        read_series([minutes("4 November 2025"), numbered("A recipe for soup.\n\nBoil it.")])
    assert raised.value.code == "not_minutes"


def test_a_day_put_right_moves_a_meeting_and_its_source_but_not_its_number() -> None:
    first = meeting(*room(others=2), held=date(2025, 1, 1))
    second = meeting(*room(others=3), number=2, held=date(2025, 2, 1))
    series = replace(board(replace(first, held=date(2025, 3, 1)), second), sources=(7, 8))
    ordered = in_order(series)
    assert [one.number for one in ordered.meetings] == [2, 1]
    assert ordered.sources == (8, 7)
    assert in_order(replace(series, sources=())).sources == ()


def test_more_people_than_were_ever_in_a_room_are_no_meeting() -> None:
    lines = [f"{chr(65 + n // 26)}ora {chr(65 + n % 26)}ray, Director" for n in range(26 * 26)]
    with pytest.raises(NotMinutes) as raised:
        read_series([numbered("\n".join(["Carers Board", "4 November 2025", "Present", *lines]))])
    assert raised.value.code == "too_many_listed"
    assert len(lines) > MOST_AT_A_MEETING
