"""Headings of a list, and what ends it."""

from __future__ import annotations

import pytest

from withus.core.minutes.headings import Heading, Part, ends_list, heading, is_prose, part_of


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Present", Part.PRESENT),
        ("PRESENT:", Part.PRESENT),
        ("Present:-", Part.PRESENT),
        ("WHO WAS THERE", Part.PRESENT),
        ("Yn bresennol / Present:", Part.PRESENT),
        ("Sederunt:", Part.PRESENT),
        ("Attendees and apologies", Part.PRESENT),
        ("PPF members", Part.PRESENT),
        ("CHCP Staff", Part.IN_ATTENDANCE),
        ("Also in attendance", Part.IN_ATTENDANCE),
        ("Non-members in attendance at request of Chief Officer:-", Part.IN_ATTENDANCE),
        ("Policy Support:", Part.IN_ATTENDANCE),
        ("Apologies for Absence", Part.APOLOGIES),
        ("I APOLOGIES FOR ABSENCE", Part.APOLOGIES),
        ("Sorry not to be here", Part.APOLOGIES),
        ("Absent", Part.ABSENT),
        ("NOT IN ATTENDANCE (WITHOUT APOLOGIES RECEIVED)", Part.ABSENT),
    ],
)
def test_a_heading_says_who_is_under_it(text: str, part: Part) -> None:
    found = heading(text)
    assert found is not None
    assert (found.part, found.rest) == (part, "")


def test_people_after_a_heading_are_its_rest() -> None:
    assert heading("Present: Jo Bloggs") == Heading(Part.PRESENT, "Present", "Jo Bloggs")
    received = heading("Apologies for absence were received from Dr Quill.")
    assert received == Heading(Part.APOLOGIES, "apologies", "Dr Quill.")
    assert heading("APOLOGIES; Bea Lewin") == Heading(Part.APOLOGIES, "APOLOGIES", "Bea Lewin")
    assert heading("Apologies Dr Quill, Bea Lewin") == Heading(
        Part.APOLOGIES, "Apologies", "Dr Quill, Bea Lewin"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Bea Quill, Member",
        "A. Guest (Chair)",
        "Attendance at school is low.",
        "Jo Present",
        "Chair",
        "Staff nurse, NHS",
    ],
)
def test_no_person_and_no_sentence_is_a_heading(text: str) -> None:
    assert heading(text) is None


@pytest.mark.parametrize(
    "text",
    ["1. Welcome", "Minutes of the last meeting", "II DECLARATION OF INTEREST", "cc: Bea Quill"],
)
def test_other_headings_end_the_list(text: str) -> None:
    assert ends_list(text)


def test_a_name_ends_no_list() -> None:
    assert not ends_list("Bea Quill")
    assert not ends_list("CC Beryl Lamont,")


def test_a_sentence_is_prose_and_a_list_is_not() -> None:
    assert is_prose("The Chair opened the meeting and welcomed all.")
    assert not is_prose("Will Best, Head of Service, Dunmoor Council")
    assert not is_prose("Bea Quill\tHead of what was the Service\tDunmoor")


def test_words_with_no_word_for_being_there_are_no_part() -> None:
    assert part_of("Carers of Dunmoor") is None


def test_a_row_of_cells_that_starts_with_a_person_is_no_heading() -> None:
    assert heading("Cllr A. Guest\tLead Member\t✓\t") is None
