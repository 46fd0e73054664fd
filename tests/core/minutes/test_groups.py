"""Groups of people, and posts, before the people."""

from __future__ import annotations

from withus.core.minutes.groups import (
    group_with_rest,
    is_chair_line,
    opens_a_list,
    post_before,
)


def test_a_group_and_its_people_are_parted() -> None:
    assert group_with_rest("Family carers: Bea Quill, Cal Dorne") == (
        "Family carers",
        "Bea Quill, Cal Dorne",
    )
    assert group_with_rest("Tenant members – Lynn, Kirsty") == ("Tenant members", "Lynn, Kirsty")
    assert group_with_rest("County Councillors:\tBea Quill,") == (
        "County Councillors",
        "Bea Quill,",
    )


def test_a_group_of_an_unknown_body_needs_several_people() -> None:
    assert group_with_rest("Zedfield Day Centre service users: Bea Quill, Cal Dorne") is not None
    assert group_with_rest("Zedfield: Bea Quill") is None


def test_a_post_and_one_person_are_no_group() -> None:
    assert group_with_rest("Minutes: Bea Quill") is None
    assert group_with_rest("Bea Quill – Nurse") is None
    assert post_before("Chair: Bea Quill") == ("Chair", "Bea Quill")
    assert post_before("Bea Quill, Chair") == ("", "Bea Quill, Chair")


def test_a_line_for_the_chair_is_known() -> None:
    assert is_chair_line("Chair and Minute Taker: Bea Quill")
    assert not is_chair_line("Chair of the board, Bea Quill")


def test_only_a_group_with_a_capacity_opens_a_list() -> None:
    assert opens_a_list("Lived experience members:")
    assert not opens_a_list("Venue: Town Hall")
    assert not opens_a_list("Date of meeting: 12 May 2019")


def test_a_group_of_initials_is_known_by_several() -> None:
    assert group_with_rest("Residents – AB, CD, EF") == ("Residents", "AB, CD, EF")


def test_a_dash_after_a_word_for_the_minutes_is_a_colon() -> None:
    assert post_before("Minutes - Yvonne Askew") == ("Minutes", "Yvonne Askew")
    assert post_before("In the Chair: Rita Bayley") == ("In the Chair", "Rita Bayley")
    assert post_before("Minutes - approved as read") == ("", "Minutes - approved as read")


def test_the_title_of_minutes_opens_no_list() -> None:
    assert not opens_a_list("Parent Carer Forum: notes of a meeting")
    assert opens_a_list("Carers: Bea Quilling, Cal Dornish")
