"""Names and posts on lines of their own."""

from __future__ import annotations

from withus.core.minutes.attendance import gather
from withus.core.minutes.blocks import is_name_alone, settled
from withus.core.minutes.reading import read_meeting
from withus.core.minutes.text import numbered
from withus.core.words import Capacity

NAMES = "Bea Quill\nCal Dorne\nDee Eaves\n"


def lines(listed: str) -> list[str]:
    entries, _ = gather(numbered(f"Present:\n{listed}"))
    return [entry.line.text for entry in settled(entries)]


def test_as_many_posts_as_names_are_paired() -> None:
    assert lines(f"{NAMES}Chair\nCarer representative\nHead of Service") == [
        "Bea Quill, Chair",
        "Cal Dorne, Carer representative",
        "Dee Eaves, Head of Service",
    ]


def test_posts_that_do_not_line_up_leave_everybody_unsure() -> None:
    meeting = read_meeting(
        numbered(f"Present:\n{NAMES}Carer representative\nHead of Care\nNurse\nNHS")
    )
    assert meeting.listed == 3
    assert meeting.unsure == 3
    assert {seen.why[0].code for seen in meeting.sightings} == {"posts_apart"}


def test_a_post_under_each_name_is_joined_to_it() -> None:
    listed = "Bea Quill\nCarer\n\nCal Dorne\nHead of Care\nNHS Devon"
    assert lines(listed) == ["Bea Quill, Carer", "Cal Dorne, Head of Care, NHS Devon"]


def test_bodies_over_names_are_headings() -> None:
    meeting = read_meeting(
        numbered(f"Present:\n\nVoluntary sector\n\n{NAMES}\nNHS\n\nFay Gwent\nHal Innes\n")
    )
    assert (meeting.listed, meeting.count(Capacity.COMMUNITY)) == (5, 3)
    assert meeting.count(Capacity.SERVICES) == 2


def test_a_name_with_brackets_is_a_name_alone() -> None:
    entries, _ = gather(numbered("Present:\nBea Quill (Chair)\nCal Dorne, Carer"))
    assert [is_name_alone(entry) for entry in entries] == [True, False]


def test_posts_under_names_are_joined_in_one_list_of_two() -> None:
    meeting = read_meeting(
        numbered(
            "Present:\nMr A Quill\nMrs B Dorne\nMr C Eaves\nIn attendance:\n"
            "Mr E Gwent\nChief Officer\nMrs F Innes\nAssistant Chief Officer\n1. Minutes\n"
        )
    )
    assert meeting.listed == 5


def test_experts_by_experience_over_names_are_a_heading() -> None:
    meeting = read_meeting(
        numbered(f"In the room:\nExperts by Experience\n{NAMES}Family Carers\nFay Gwent\n")
    )
    assert meeting.listed == 4
    assert meeting.count(Capacity.DRAWS_ON_SERVICES) == 3


def test_a_post_before_a_dash_and_a_name_is_no_post_of_the_names_above() -> None:
    names = "Bea Quilling\nCal Dornish\nDee Eavesly\nFay Gunnel\n"
    teams = "Minister for Social Care – Hal Inskip\nHousing Policy\nNational Governance\n"
    assert read_meeting(numbered("Present:\n" + names + teams)).listed >= 5


def test_posts_each_over_its_name_are_joined_to_it() -> None:
    listed = "Secretary\n\nBea Quill\n\nTreasurer\n\nCal Dorne\n\nDee Eaves"
    assert lines(listed) == ["Bea Quill, Secretary", "Cal Dorne, Treasurer", "Dee Eaves"]


def test_a_body_alone_after_a_gap_is_a_heading_of_those_below() -> None:
    listed = "Bea Quill, Carer\nCal Dorne, Nurse\n\nExpert Group\nDee Eaves, NHS\nFay Gunn, NHS"
    assert lines(listed)[2:] == ["Dee Eaves, NHS", "Fay Gunn, NHS"]
    listed = "Bea Quill, Carer\n\nPublic Governors Rest of London\nCal Dorne\nDee Eaves\nFay Gunn"
    assert len(lines(listed)) == 4
