"""What a person put right, said back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from tests.core.boards import CARER, board, meeting, place, some_boards, some_corrections
from withus.core.minutes.corrections import (
    Correction,
    MeetingChaired,
    MeetingDated,
    PlaceAdded,
    PlaceLeftOut,
    PlaceMerged,
    PlaceRead,
)
from withus.core.minutes.series import Series
from withus.saying.checking.corrections import put_right

HEAD = place("Head of Carers", "County Council")
SERIES = board(meeting(HEAD, held=date(2025, 11, 4)))
KEY = HEAD.key


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (PlaceRead(KEY, CARER), "“Head of Carers, County Council” is Unpaid carer"),
        (
            PlaceRead(KEY, CARER, member=True, meeting=1),
            "“Head of Carers, County Council” is Unpaid carer, a member (4 November 2025)",
        ),
        (PlaceRead("", CARER, member=False), "“no role printed” is Unpaid carer, in support"),
        (
            PlaceMerged(KEY, "Director", "NHS Trust"),
            "“Head of Carers, County Council” is the same place as “Director, NHS Trust”",
        ),
        (PlaceLeftOut(KEY), "“Head of Carers, County Council” is nobody: left out"),
        (
            PlaceAdded(1, "Expert by experience", "", CARER, member=True),
            "Added: “Expert by experience”, Unpaid carer (4 November 2025)",
        ),
        (MeetingChaired(1, CARER), "In the chair: Unpaid carer (4 November 2025)"),
    ],
)
def test_each_correction_is_said_with_its_place_and_its_day(fact: Correction, said: str) -> None:
    assert put_right(fact, SERIES) == said


def test_a_day_put_right_is_said() -> None:
    assert put_right(MeetingDated(1, date(2025, 1, 9)), SERIES).startswith(
        "The meeting was on 9 January 2025"
    )


def test_a_place_that_is_not_listed_shows_no_words_that_may_be_a_name() -> None:
    said = put_right(PlaceLeftOut("director quillfeather zebedee"), SERIES)
    assert "quillfeather" not in said
    assert "zebedee" not in said
    assert "no role printed" in put_right(PlaceLeftOut("quillfeather"), SERIES)


@given(series=some_boards(), fact=some_corrections())
@settings(max_examples=60, deadline=None)
def test_every_correction_can_be_said(series: Series, fact: Correction) -> None:
    said = put_right(fact, series)
    assert said
    assert "%(" not in said
