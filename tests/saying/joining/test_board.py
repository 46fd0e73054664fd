"""A board's places in words."""

from __future__ import annotations

from datetime import date

import pytest

from withus.core.words import Capacity, ShownAs
from withus.saying.joining import board, picture

DAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("affected", "places", "said"),
    [
        (3, 12, "3 of 12 places are held by people it is about."),
        (1, 12, "1 of 12 places is held by people it is about."),
        (0, 1, "0 of 1 place is held by people it is about."),
        (0, 0, "It has no places yet."),
    ],
)
def test_the_places_held_by_the_people_it_is_about_are_counted(
    affected: int, places: int, said: str
) -> None:
    assert board.held_by_people_it_is_about(affected, places) == said


def test_the_share_stands_beside_the_count_and_says_what_is_vacant() -> None:
    assert board.share(3, 12, 0) == "That is 25 in 100."
    assert board.share(3, 12, 1) == "That is 25 in 100. 1 place is vacant."
    assert board.share(0, 0, 0) == ""


def test_a_place_says_since_when_and_how_its_holder_is_shown() -> None:
    assert board.whether_held(ShownAs.ROLE, DAY) == "Since 2 November 2026"
    assert board.whether_held(None, DAY) == "Vacant since 2 November 2026"
    shown = [board.how_shown(code, "Ada Field") for code in (*ShownAs, None)]
    assert shown == ["Ada Field", "Shows their role only", "Is counted only", ""]


def test_a_vote_says_from_when_until_when() -> None:
    assert board.vote(None, None) == "Yes"
    assert board.vote(DAY, None) == "From 2 November 2026"
    assert board.vote(None, DAY) == "Until 2 November 2026"
    assert board.vote(DAY, DAY) == "2 November 2026 to 2 November 2026"


def test_places_are_drawn_in_rows_of_twelve_the_people_it_is_about_first() -> None:
    drawn = picture.drawn({Capacity.SERVICES: (11, 1), Capacity.UNPAID_CARERS: (1, 1)})
    assert [mark.shape for mark in drawn.marks[:3]] == ["m-unpaid_carers", "m-empty", "m-services"]
    assert (drawn.marks[12].x, drawn.marks[12].y) == ("0", "29.5")
    assert drawn.title == "Places held: Unpaid carer 1, 1 vacant; Paid to run services 11, 1 vacant"
