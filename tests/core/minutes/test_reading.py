"""Numbered lines into a meeting."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.minutes.layouts import minutes_of
from withus.core.minutes.reading import NotMinutes, board_name, read_meeting
from withus.core.minutes.text import numbered
from withus.core.words import Capacity, Standing

BOTH = "Present:\nBea Quill, Carer\nIn attendance:\nCal Dorne, Nurse\nApologies:\nDee Eaves"


def test_a_meeting_is_told_by_places_and_lines() -> None:
    meeting = read_meeting(numbered(minutes_of("commas")))
    assert meeting.held == date(2019, 5, 12)
    assert [seen.line for seen in meeting.sightings] == [5, 6, 7, 8, 9, 10, 11]
    assert meeting.sightings[1].capacity is Capacity.UNPAID_CARERS
    assert meeting.sightings[6].standing is Standing.IN_SUPPORT
    assert meeting.chair is Capacity.INDEPENDENT


def test_those_in_attendance_beside_members_are_no_members() -> None:
    meeting = read_meeting(numbered(BOTH))
    assert (meeting.listed, len(meeting.members), meeting.apologies) == (2, 1, 1)


def test_those_in_attendance_alone_are_the_meeting() -> None:
    meeting = read_meeting(numbered("In attendance: Bea Quill, Cal Dorne and Dee Eaves"))
    assert (meeting.listed, len(meeting.members)) == (3, 3)


def test_the_absent_sent_no_apologies() -> None:
    text = "Present:\nBea Quill, Carer\nApologies:\nCal Dorne\nAbsent:\nDee Eaves"
    assert read_meeting(numbered(text)).apologies == 1


def test_a_sentence_tells_the_apologies_where_no_list_does() -> None:
    told = "Bea welcomed all. Apologies were given from Cal Dorne, Dee Eaves and Fay Gwent. Tea."
    assert (
        read_meeting(numbered(f"Present:\nBea Quill, Carer\n\n1. Welcome\n{told}")).apologies == 3
    )
    listed = f"Present:\nBea Quill, Carer\nApologies:\nHal Inskip\n\n1. Welcome\n{told}"
    assert read_meeting(numbered(listed)).apologies == 1


def test_a_heading_and_a_post_that_differ_leave_it_unsure() -> None:
    text = "Present\n\nCarers:\nBea Quill\nCal Dorne, Head of Service, Dunmoor Council"
    capacities = [seen.capacity for seen in read_meeting(numbered(text)).sightings]
    assert capacities == [Capacity.UNPAID_CARERS, Capacity.UNSURE]


def test_somebody_named_in_the_chair_by_a_sentence_chaired() -> None:
    text = "Present:\nBea Quill, Carer\nCal Dorne, Nurse\n\nBea Quill in the Chair.\n"
    assert read_meeting(numbered(text)).chair is Capacity.UNPAID_CARERS


@pytest.mark.parametrize(
    "text", ["", "A recipe for soup.\n\nBoil it.", "Present\n", "Apologies: Bea"]
)
def test_what_lists_nobody_is_refused(text: str) -> None:
    with pytest.raises(NotMinutes, match="not_minutes"):
        read_meeting(numbered(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dunmoor Council\nCarers Board minutes\nPresent", "… Council"),
        (
            "SEND Strategic Partnership Board minutes – 14 December",
            "SEND Strategic Partnership Board",
        ),
        ("Bea Quill's page\nnothing here", ""),
    ],
)
def test_a_board_is_named_with_known_words_only(text: str, name: str) -> None:
    assert board_name(numbered(text)) == name
