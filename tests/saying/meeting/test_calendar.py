"""A meeting's calendar entry is in the form of RFC 5545, and updates the one before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from withus.saying.meeting.calendar import (
    WIDEST,
    CalendarEntry,
    Method,
    calendar,
    escaped,
    folded,
    moment,
)

ENTRY = CalendarEntry(
    uid="abc@withus.example",
    sequence=2,
    method=Method.REQUEST,
    stamp=datetime(2026, 11, 23, 9, tzinfo=UTC),
    starts=datetime(2026, 7, 1, 10, 30, tzinfo=ZoneInfo("Europe/London")),
    ends=datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Europe/London")),
    summary="A meeting of the Getting About board",
    where="The old chapel; ring 01632 960123, ask for “Bo”\nBring nothing",
    about="",
    address="https://withus.example/partnerships/a/meetings/abc/",
    organiser="post@withus.example",
    attendee="wren@castellane.example",
)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def read_back(said: str) -> str:
    """Undo the escapes as a calendar does, by another way than they were made."""
    found, signs = "", iter(said)
    for sign in signs:
        found += {"n": "\n", "N": "\n"}.get(after := next(signs), after) if sign == "\\" else sign
    return found


def test_an_invitation_has_all_that_a_calendar_needs_to_put_it_in() -> None:
    lines = unfolded(calendar(ENTRY))
    for line in (
        "METHOD:REQUEST",
        "UID:abc@withus.example",
        "SEQUENCE:2",
        "DTSTAMP:20261123T090000Z",
        "DTSTART:20260701T093000Z",
        "DTEND:20260701T110000Z",
        "STATUS:CONFIRMED",
        "ORGANIZER:mailto:post@withus.example",
        "LOCATION:The old chapel\\; ring 01632 960123\\, ask for “Bo”\\nBring nothing",
    ):
        assert line in lines
    assert lines[-1] == "" and (lines[0], lines[-2]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert any(line.endswith(":mailto:wren@castellane.example") for line in lines)


def test_a_cancelled_meeting_is_taken_out_of_the_calendar() -> None:
    lines = unfolded(calendar(replace(ENTRY, method=Method.CANCEL, cancelled=True)))
    assert {"METHOD:CANCEL", "STATUS:CANCELLED", "UID:abc@withus.example"} <= set(lines)


def test_what_somebody_fetches_names_nobody() -> None:
    lines = unfolded(calendar(replace(ENTRY, method=Method.PUBLISH, attendee="", organiser="")))
    assert not [line for line in lines if "mailto" in line]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_a_line_is_folded_within_its_width_and_comes_back_as_it_was(said: str) -> None:
    line = f"SUMMARY:{escaped(said)}"
    parts = folded(line).split("\r\n")
    assert all(len(part.encode()) <= WIDEST for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line


@given(st.text("ab\\;,\nN n", max_size=40))
def test_words_come_back_as_they_were_said(said: str) -> None:
    told = escaped(said)
    assert "\n" not in told
    assert read_back(told) == said


@pytest.mark.parametrize(
    ("said", "told"),
    [("a\r\nBEGIN:VALARM", "a\\nBEGIN:VALARM"), ("a\x00b\x7f", "ab"), ("a\rb", "a\\nb")],
)
def test_nobody_smuggles_a_line_of_their_own_into_the_file(said: str, told: str) -> None:
    assert escaped(said) == told


def test_a_time_is_told_in_utc() -> None:
    assert (
        moment(datetime(2026, 12, 1, 10, 30, tzinfo=ZoneInfo("Europe/London")))
        == "20261201T103000Z"
    )
