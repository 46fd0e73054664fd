"""A page that ran its lines together is parted again at its headings; all people are invented."""

from __future__ import annotations

import pytest

from withus.core.minutes.gluing import unglued
from withus.core.minutes.reading import read_meeting
from withus.core.minutes.text import Line, numbered


def parts(text: str) -> list[str]:
    return [line.text for line in unglued(numbered(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Notes of the meeting at the Hall Present: Bea Quilling, Cal Dornish",
            ["Notes of the meeting at the Hall", "Present: Bea Quilling, Cal Dornish"],
        ),
        (
            "Present – Bea Quilling (BQ) Chair and Cal Dornish Apologies – Dee Eavesly",
            ["Present – Bea Quilling (BQ) Chair and Cal Dornish", "Apologies – Dee Eavesly"],
        ),
        (
            "Present: Bea Quilling, Cal Dornish Apologies Dee Eavesly (DE), Nurse",
            ["Present: Bea Quilling, Cal Dornish", "Apologies Dee Eavesly (DE), Nurse"],
        ),
        (
            "Present: Bea Quilling (BQ) Tenants: Cal Dornish (CD), Dee Eavesly (DE)",
            ["Present: Bea Quilling (BQ)", "Tenants: Cal Dornish (CD), Dee Eavesly (DE)"],
        ),
    ],
)
def test_a_heading_in_the_middle_starts_a_line(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Welcome and Apologies: Bea Quilling sent hers to everybody",
        "Also Present: Bea Quilling and Cal Dornish (Library Volunteer)",
        "Members Present: Bea Quilling, Cal Dornish and Dee Eavesly",
        "She asked that her Apologies be recorded before the next item",
        "Present: NHS Members: Bea Quilling, Cal Dornish, Dee Eavesly",
    ],
)
def test_a_heading_of_several_words_stays_whole(text: str) -> None:
    assert parts(text) == [text]


def test_matters_in_one_paragraph_with_the_list_are_parted_by_their_numbers() -> None:
    text = (
        "Dunmoor Surgery patient group 1. Welcome. Present:- Bea Quilling (Chair) Cal Dornish and "
        "Dee Eavesly who was welcomed as a new member. 2. Apologies. Fay Gunnel, Hal Inskip. "
        "3. Minutes. Fay Gunnel had given apologies before. 4. Matters arising. None."
    )
    meeting = read_meeting(numbered(text))
    assert (meeting.listed, meeting.apologies) == (3, 2)


def test_every_part_keeps_the_number_of_its_line() -> None:
    text = "Present: Bea Quilling, Cal Dornish Apologies: Dee Eavesly"
    assert [line.number for line in unglued([Line(7, text)])] == [7, 7]


def test_a_list_that_a_sentence_ends_is_read_all_the_same() -> None:
    text = "Present: Bea Quilling, Cal Dornish, Dee Eavesly who was introduced by the chair\n"
    assert read_meeting(numbered(text)).listed == 3
