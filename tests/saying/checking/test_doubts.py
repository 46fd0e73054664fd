"""What could not be told, and whom to ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.core.boards import CARER, UNSURE, board, meeting, place, room, seen
from withus.core.minutes.capacity import Reason
from withus.core.words import Capacity, Standing
from withus.saying.checking.doubts import MOST_SHOWN, doubts

SURE = replace(meeting(*room(others=2), held=date(2025, 11, 4)), chair=Capacity.ELECTED)


def test_sure_minutes_leave_nothing_to_say() -> None:
    assert doubts(board(SURE)) == []


def test_places_that_could_not_be_told_are_named_by_their_posts_once() -> None:
    lost = place("Community lead", "Trust", UNSURE)
    again = replace(SURE, sightings=(lost, lost, seen(UNSURE)))
    assert doubts(board(again)) == ["3 places could not be told: “Community lead, Trust”."]
    assert doubts(board(replace(SURE, sightings=(seen(UNSURE),)))) == ["1 place could not be told."]


def test_a_long_list_of_places_is_cut_short() -> None:
    many = tuple(place(f"Lead {number}", "", UNSURE) for number in range(20))
    (said,) = doubts(board(replace(SURE, sightings=many)))
    assert said.count("“") == MOST_SHOWN
    assert said.startswith("20 places")


def test_what_to_ask_about_the_people_it_is_about_is_asked_once() -> None:
    chair = replace(
        place("Chair", "Parent Carer Forum", CARER),
        why=(Reason("forum_office", "parent carer forum", "may_be_paid"),),
    )
    told = doubts(board(replace(SURE, sightings=(chair, chair))))
    assert told == ["“Chair, Parent Carer Forum”: May be paid: ask."]


def test_those_who_may_be_members_or_in_support_are_counted() -> None:
    perhaps = replace(seen(), standing=Standing.PERHAPS_IN_SUPPORT)
    (said,) = doubts(board(replace(SURE, sightings=(perhaps, perhaps, seen()))))
    assert "2 may be members or in support" in said


def test_meetings_with_no_day_or_no_chair_are_counted() -> None:
    first = meeting(*room(others=1))
    assert doubts(board(first)) == [
        "No day was found for 1 meeting.",
        "For 1 meeting it is not said who was in the chair.",
    ]
    assert doubts(board(first, replace(first, number=2)))[0] == ("No day was found for 2 meetings.")
