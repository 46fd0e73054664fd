"""The walk through the lines: which list people, under which heading."""

from __future__ import annotations

from withus.core.minutes.attendance import gather
from withus.core.minutes.headings import Part
from withus.core.minutes.reading import read_meeting
from withus.core.minutes.text import numbered


def parts(text: str) -> list[tuple[int, Part]]:
    return [(entry.line.number, entry.part) for entry in gather(numbered(text))[0]]


def test_each_line_is_under_its_heading_until_another_matter() -> None:
    text = (
        "Present\nBea Quill\nIn attendance\nCal Dorne\nApologies\nDee Eaves\n1. Welcome\nFay Gwent"
    )
    assert parts(text) == [(2, Part.PRESENT), (4, Part.IN_ATTENDANCE), (6, Part.APOLOGIES)]


def test_members_under_apologies_are_still_away() -> None:
    text = "Present\nBea Quill\n\nApologies received\n\nMember\n\nMembers\n\nCal Dorne"
    assert parts(text) == [(2, Part.PRESENT), (10, Part.APOLOGIES)]


def test_a_link_to_the_list_at_the_top_of_a_page_opens_nothing() -> None:
    text = "Contents\n* Attendance\n* Minutes\n\nAttendance\nBea Quill\nCal Dorne\n"
    assert parts(text) == [(6, Part.PRESENT), (7, Part.PRESENT)]


def test_a_line_for_the_chair_above_the_list_counts() -> None:
    entries, _ = gather(numbered("Chair: Bea Quill\n\nPresent:\nCal Dorne"))
    assert [(entry.post, entry.line.text) for entry in entries] == [
        ("Chair", "Bea Quill"),
        ("", "Cal Dorne"),
    ]


def test_a_heading_in_the_body_opens_no_second_list() -> None:
    text = "Present:\nBea Quill\n1. Welcome\nAll were.\nPresent:\nCal Dorne\n"
    assert parts(text) == [(2, Part.PRESENT)]


def test_a_sentence_between_the_names_is_passed_over() -> None:
    text = (
        "Present: Bea Quill, Cal Dorne\n\nThe Chair declared the meeting quorate.\n\n"
        "In attendance: Dee Eaves"
    )
    assert [part for _, part in parts(text)] == [Part.PRESENT, Part.IN_ATTENDANCE]


def test_rows_of_a_table_say_who_was_away() -> None:
    text = "Name\tRole\tPresent\tApologies\nBea Quill\tCarer\t✓\t\nCal Dorne\tNurse\t\t✓\n"
    assert parts(text) == [(2, Part.PRESENT), (3, Part.APOLOGIES)]


def test_a_group_on_the_line_ends_with_a_gap() -> None:
    text = "Attendees:\n\nTenant members – Lynn, Sid\n\nBea Quill, Head of Housing\n"
    entries, _ = gather(numbered(text))
    assert [entry.group_words for entry in entries] == ["Tenant members", ""]


def test_a_line_cut_in_the_middle_of_a_post_ends_no_list() -> None:
    meeting = read_meeting(
        numbered(
            "Present:\nBea Quilling, Director of Commissioning and\nPerformance, County Council\n"
            "Cal Dornish, Carer\nDee Eavesly, Scope\nApologies: none\n"
        )
    )
    assert meeting.listed == 3


def test_whoever_took_the_minutes_ends_no_list() -> None:
    for said in ("Minutes: Fay Gunnel", "Minutes - Fay Gunnel"):
        meeting = read_meeting(
            numbered(f"Present:\nBea Quilling, Carer\n{said}\nHal Inskip, NHS\n")
        )
        assert meeting.listed == 3


def test_several_chairs_above_the_list_count() -> None:
    text = "Co-chairs: Bea Quilling (carer) and Cllr Dev Ellis\nMembers: Cal Dornish, Dee Eavesly\n"
    assert read_meeting(numbered(text)).listed == 4


def test_attendance_and_apologies_below_the_list_tells_who_was_away() -> None:
    text = "Attendees and apologies\nBea Quill\n1. Attendance and apologies\nCal Dorne\n"
    assert parts(text) == [(2, Part.PRESENT), (4, Part.APOLOGIES)]
