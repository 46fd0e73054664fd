"""How a whole list is laid out."""

from __future__ import annotations

import pytest

from withus.core.minutes.reading import read_meeting
from withus.core.minutes.text import numbered


@pytest.mark.parametrize(
    ("listed", "count"),
    [
        ("Bea Quill, Carer\nCal Dorne, Struan Lodge\nDee Eaves, Nurse", 3),
        ("Bea Quill, Cal Dorne\nDee Eaves, Fay Gwent", 4),
        ("Bea Quill and Cal Dorne\nDee Eaves, Nurse\nFay Gwent, Carer", 4),
        ("Bea Quill\tCal Dorne\nDee Eaves\tFay Gwent", 4),
        ("Bea Quill\tStruan Lodge\nDee Eaves\tNurse\nFay Gwent\tCarer", 3),
        ("Mr J Bowman, Mr M Cunliffe\nMs Quill, Carer\nMr Dorne, Nurse\nMs Eaves, Nurse", 5),
        ("Bea Quill (with supporter Cal Dorne)\nDee Eaves, Nurse", 3),
        ("Chair: Bea Quill, Cal Dorne\nDee Eaves, Nurse", 3),
    ],
)
def test_lines_hold_one_person_or_several(listed: str, count: int) -> None:
    assert read_meeting(numbered(f"Present:\n{listed}")).listed == count


def test_a_line_that_may_hold_two_people_leaves_it_unsure() -> None:
    listed = "Carers:\nBea Quill, Struan Lodge\nCal Dorne, carer\nDee Eaves, parent"
    seen = read_meeting(numbered(f"Present\n\n{listed}")).sightings
    assert [one.capacity.value for one in seen] == ["unsure", "unpaid_carers", "unpaid_carers"]
    assert seen[0].why[0].code == "names_run_together"


def test_lines_below_a_heading_with_somebody_on_its_line_are_a_list() -> None:
    text = (
        "Attending: Bea Quill, Anytown Council\nCal Dorne, Anytown Council\n"
        "Dee Eaves, NHS Anytown\nFay Gwent, Struan Kitchen\nGus Hale, Anytown Council\n"
    )
    assert read_meeting(numbered(text)).listed == 5


def test_a_post_stuck_to_the_initials_before_it_is_parted_from_them() -> None:
    text = "Meeting Notes\nBea Quill (BQ)Programme Manager\nCal Dorne (CD)Carer\n"
    meeting = read_meeting(numbered(text))
    assert [seen.role for seen in meeting.sightings] == ["Programme Manager", "Carer"]


def test_two_names_before_one_body_are_two_people() -> None:
    lines = "Present:\nBea Quilling, Carer\nCal Dornish, Dee Eavesly, Scottish Government\n"
    assert read_meeting(numbered(lines)).listed == 3
