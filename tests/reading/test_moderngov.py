"""ModernGov's meeting, from its web service and from its attendance page."""

from __future__ import annotations

import pytest

from tests.reading import samples
from withus.reading.attendance import attendance_heading, date_in
from withus.reading.moderngov_xml import moderngov_lines
from withus.reading.page import page_lines
from withus.reading.refusals import CannotRead


def test_the_services_meeting_is_written_as_minutes_are() -> None:
    assert moderngov_lines(samples.stored("moderngov-meeting.xml")) == [
        *("Children & Young People's Board", "Date: 4 November 2025", ""),
        *("Present", "Councillor Person One, Chair", "Person O'Two, Parent Carer Forum", ""),
        *("In attendance", "Person Three, Clerk, Officer", ""),
        *("Apologies", "Person Four, Co-optee", ""),
        *("Absent", "Councillor Person Five, Committee Member", ""),
        *("Not present, or not confirmed", "Councillor Person Six, Committee Member"),
    ]


def test_the_attendance_page_is_written_as_minutes_are() -> None:
    kind, lines = page_lines(samples.stored("moderngov-attendance.html"))
    assert kind == "moderngov"
    assert lines == [
        *("Health and Care Board", "Date: 4 November 2025", ""),
        *("Present", "Councillor Person One, Chair", "Person Two, Carer representative", ""),
        *("In attendance", "Person Three, Officer", ""),
        *("Apologies", "Person Four, Committee Member", ""),
        *("Absent", "Person Five", ""),
        *("Not present, or not confirmed", "Person Six, Committee Member"),
    ]


def test_elements_in_place_of_attributes_and_other_names_are_taken() -> None:
    meeting = (
        '<x:GetMeeting xmlns:x="http://x/"><x:CommitteeName>Board</x:CommitteeName>'
        "<x:MeetingDate>2025-11-04T00:00:00</x:MeetingDate><x:Attendees><x:Attendee>"
        "<x:FullName>Person One</x:FullName><x:Role>Chair</x:Role><x:Status>Present</x:Status>"
        "</x:Attendee></x:Attendees></x:GetMeeting>"
    )
    lines = ["Board", "Date: 4 November 2025", "", "Present", "Person One, Chair"]
    assert moderngov_lines(meeting.encode()) == lines


def test_each_meeting_of_several_is_written() -> None:
    one = samples.MEETING.decode()
    lines = moderngov_lines(f"<meetings>{one}{one}</meetings>".encode())
    assert lines.count("Present") == lines.count("Date: 4 November 2025") == 2


def test_a_table_of_names_and_roles_is_not_taken_for_the_attendance_page() -> None:
    assert page_lines(samples.PAGE)[0] == "html"


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("not_moderngov", b"<rss><channel><title>x</title></channel></rss>"),
        ("no_attendance", b"<meeting><meetingid>1</meetingid><attendees/></meeting>"),
        (
            "no_attendance",
            b"<getmeetings><meeting><meetingid>1</meetingid></meeting></getmeetings>",
        ),
        ("broken", b"<meeting><meetingid>1</meeting>"),
    ],
)
def test_other_xml_is_refused(code: str, content: bytes) -> None:
    with pytest.raises(CannotRead) as refused:
        moderngov_lines(content)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("marked", "heading"),
    [
        ("Present", "Present"),
        ("Present, as substitute, virtual", "Present"),
        ("In attendance, virtual", "In attendance"),
        ("Apologies for absence", "Apologies"),
        ("Absent", "Absent"),
        ("Expected", "Not present, or not confirmed"),
        ("", "Not present, or not confirmed"),
    ],
)
def test_each_mark_has_its_heading(marked: str, heading: str) -> None:
    assert attendance_heading(marked) == heading


@pytest.mark.parametrize(
    "written", ["04/11/2025", "4th November, 2025", "Tuesday 4 Nov 2025", "2025-11-04T10:00"]
)
def test_dates_are_read_day_first(written: str) -> None:
    found = date_in(written)
    assert found is not None
    assert found[0] == "4 November 2025"


def test_a_day_that_cannot_be_is_no_date() -> None:
    assert date_in("99/99/2025") is None
