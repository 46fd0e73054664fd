"""The shape of a name."""

from __future__ import annotations

import pytest

from withus.core.minutes.names import (
    has_elected_title,
    has_title,
    initials_of,
    is_name,
    is_placeholder,
    rank_of,
    split_name,
)

NAMES = [
    "Bea Quill",
    "J. Wormley",
    "J R Fawcett",
    "Mr Head",
    "Cllr Lomax",
    "Mary Ann Carer",
    "Vanessa Head",
    "Declan Mc Sherry",
    "Elin ap Huw",
    "Bea van der Berg",
    "BEA QUILL",
    "Sid",
    "bea quill",
    "Mandy F",
    "Jill BARR",
    "Member 12",
    "Person 03",
    "Chief Insp. Nerys Carver",
    "Wilfred Floyd-Carer",
]
NO_NAMES = [
    "Carer",
    "NHS Devon",
    "Head of Service",
    "Larkrise Special School",
    "Community Services",
    "CHP",
    "Dunoon Community Council",
    "Isle of Wight Council",
    "carer",
    "Chair",
    "",
    "Carer representative",
    "Service User Representative",
    "Friends of Lady Home",
]


@pytest.mark.parametrize("text", NAMES)
def test_names_of_every_shape_are_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", NO_NAMES)
def test_posts_and_bodies_are_no_names(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("field", "name", "rest"),
    [
        ("Jo Bloggs Head of Service", "Jo Bloggs", "Head of Service"),
        ("Patricia Carer Independent member", "Patricia Carer", "Independent member"),
        ("R T Head Assistant Director", "R T Head", "Assistant Director"),
        ("Dr Luke", "Dr Luke", ""),
        ("Practice Manager", "", "Practice Manager"),
        ("Person 04 Guest", "Person 04", "Guest"),
        ("Insp Mark Railton Norfolk Police", "Insp Mark Railton", "Norfolk Police"),
        ("Kilfinan Community Council", "", "Kilfinan Community Council"),
    ],
)
def test_a_field_is_parted_into_name_and_post(field: str, name: str, rest: str) -> None:
    assert split_name(field) == (name, rest)


def test_titles_and_ranks_are_seen() -> None:
    assert has_title("Dr Quill")
    assert has_elected_title("Councillor Quill")
    assert not has_title("Chair")
    assert rank_of("Sgt Amy Platt") == "Sgt"


def test_a_place_held_for_a_name_is_one() -> None:
    assert is_placeholder("Member W")
    assert is_placeholder("redacted")
    assert not is_placeholder("Member of Parliament")


def test_initials_leave_titles_out() -> None:
    assert initials_of("Dr Bea van Quill") == "BVQ"
