"""A pasted list of members is read with its names; so are minutes, apologies included."""

from __future__ import annotations

import pytest

from tests.core.setting_up.plans import LIST
from withus.core.setting_up.listed import NotMembers, members_listed
from withus.core.words import Capacity

D, F, S = Capacity.DRAWS_ON_SERVICES, Capacity.UNPAID_CARERS, Capacity.SERVICES
WAYS = {
    "commas": "Sam Ward, self-advocate\nMary O’Neill, family carer\n",
    "dashes": "Sam Ward - self-advocate\nMary O’Neill – family carer",
    "a table": "Name\tRole\nSam Ward\tself-advocate\nMary O’Neill\tfamily carer",
    "bullets": "• Sam Ward: self-advocate\n• Mary O’Neill: family carer",
    "numbers": "1. Sam Ward, self-advocate\r\n2. Mary O’Neill, family carer\r\n",
    "minutes": "Present:\nSam Ward, self-advocate\nApologies:\nMary O’Neill, family carer",
}


@pytest.mark.parametrize("way", WAYS)
def test_names_posts_and_capacities_are_read_however_the_list_is_laid_out(way: str) -> None:
    found = members_listed(WAYS[way])
    assert [(each.name, each.post, each.capacity) for each in found] == [
        ("Sam Ward", "self-advocate", D),
        ("Mary O’Neill", "family carer", F),
    ]


def test_a_heading_is_no_member_and_a_chair_is_marked() -> None:
    found = members_listed(LIST)
    assert [each.name for each in found][::5] == ["Sam Ward", "Dr Pat Elm"]
    assert [each.chair for each in found] == [True, False, False, True, False, False]
    assert found[4].capacity is Capacity.ELECTED


def test_whoever_is_only_in_attendance_is_no_member() -> None:
    pasted = "Present:\nSam Ward, self-advocate\nIn attendance:\nFay Note, minute taker"
    assert [each.name for each in members_listed(pasted)] == ["Sam Ward"]


def test_names_alone_are_people_of_whom_nothing_is_known() -> None:
    found = members_listed("Sam Ward\nMary O’Neill\nBo Ott")
    assert {each.capacity for each in found} == {Capacity.UNSURE}
    assert len(found) == 3


def test_several_on_a_line_are_apart_and_none_has_another_for_a_post() -> None:
    found = members_listed("Sam Ward, Jo Bloggs and Mary Lee")
    assert [(each.name, each.post) for each in found] == [
        ("Sam Ward", ""),
        ("Jo Bloggs", ""),
        ("Mary Lee", ""),
    ]


@pytest.mark.parametrize(
    ("pasted", "code"),
    [
        (" \n\t\n", "nobody_listed"),
        ("Sam Ward, nurse\n" * 5_000, "list_too_long"),
        (
            "\n".join(f"{a}am {b}ard, nurse" for a in "BCDFGHJKLMP" for b in "BCDFGHJKLMP"),
            "too_many_listed_here",
        ),
    ],
)
def test_nobody_and_too_many_are_refused(pasted: str, code: str) -> None:
    with pytest.raises(NotMembers) as refusal:
        members_listed(pasted)
    assert refusal.value.code == code
