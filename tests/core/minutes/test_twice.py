"""Somebody named twice is one person."""

from __future__ import annotations

import pytest

from withus.core.minutes.reading import read_meeting
from withus.core.minutes.text import numbered


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Chair: Bea Quill\n\nPresent:\nBea Quill, Director\nCal Dorne, Carer", 2),
        ("Chair: Cllr Quill\n\nPresent:\nCllr Bea Quill, Dunmoor Council\nCal Dorne, Carer", 2),
        ("Chair: B Quill\n\nPresent:\nBea Quill, Director\nCal Dorne, Carer", 2),
        ("Chair: Cal Quill\n\nPresent:\nBea Quill, Director\nCal Dorne, Carer", 3),
        ("Chair: Dr Quill\n\nPresent:\nMr Quill, Director\nCal Dorne, Carer", 3),
        ("Notes: A. Quill\n\nPresent:\nAl Dorne-Quill, Director\nCal Dorne, Carer", 3),
        ("Present: Sid, Jo, Sid and Mandy", 4),
        ("Present:\nBea Quill, Director\nBea Quill, Director", 1),
    ],
)
def test_two_listings_of_one_person_count_once(text: str, count: int) -> None:
    assert read_meeting(numbered(text)).listed == count


def test_what_both_listings_say_is_kept() -> None:
    text = "Chair: Bea Quill\n\nPresent:\nBea Quill, Director of Care\nCal Dorne, Carer"
    first = read_meeting(numbered(text)).sightings[0]
    assert first.chair
    assert "Director of Care" in first.role
