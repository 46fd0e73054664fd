"""A sighting, and what is counted over a meeting."""

from __future__ import annotations

from withus.core.minutes.reading import read_meeting
from withus.core.minutes.sightings import key_of
from withus.core.minutes.text import numbered

TEXT = """Attendance
Bea Quill, Carer
Cal Dorne, Expert by experience
Dee Eaves, Media and PR Manager, Dunmoor Council
Fay Gwent, Minute taker
Hal Innes
Jo Kites, SEND Adviser, DfE"""


def test_a_place_is_known_again_in_other_words_of_one_meaning() -> None:
    one = key_of("Acting Director", "Health Devon")
    assert one == key_of("Director, Acting", "Devon Health")
    assert one != key_of("Director", "Health Devon")


def test_members_are_counted_as_a_range() -> None:
    meeting = read_meeting(numbered(TEXT))
    counts = (meeting.members_at_least, len(meeting.members), meeting.members_at_most)
    assert (meeting.listed, counts) == (6, (3, 4, 5))
    assert (meeting.affected, meeting.unsure) == (2, 1)
