"""Capacity, from the words of the post alone."""

from __future__ import annotations

import pytest

from withus.core.minutes.capacity import of_heading, of_post
from withus.core.words import Capacity

D, F, C, S = (
    Capacity.DRAWS_ON_SERVICES,
    Capacity.UNPAID_CARERS,
    Capacity.COMMUNITY,
    Capacity.SERVICES,
)


@pytest.mark.parametrize(
    ("role", "body", "capacity"),
    [
        ("Expert by experience", "", D),
        ("Service user representative", "Dunmoor NHS Trust", D),
        ("Service User Governor", "", D),
        ("tenant", "", D),
        ("Carer", "", F),
        ("Carer Governor", "", F),
        ("Person providing unpaid care", "", F),
        ("Co-chair of Parent Carer Forum", "", F),
        ("Parent Carer Forum Manager", "", C),
        ("Carers Lead", "Dunmoor Council", S),
        ("Head of Service User Involvement", "NHS Devon", S),
        ("Manager", "Dunmoor Carers' Centre", C),
        ("Chief Executive", "Mencap", C),
        ("Healthwatch", "", C),
        ("Cabinet Member for Adults", "", Capacity.ELECTED),
        ("Lay member", "", Capacity.INDEPENDENT),
        ("Social worker", "", S),
        ("Manager", "", Capacity.OTHER),
    ],
)
def test_posts_tell_their_capacity(role: str, body: str, capacity: Capacity) -> None:
    read = of_post(role, body)
    assert read is not None
    assert read.capacity is capacity


@pytest.mark.parametrize(
    ("role", "not_this"),
    [
        ("PA to Councillor …", Capacity.ELECTED),
        ("Youth MP", Capacity.ELECTED),
        ("MS Society representative", Capacity.ELECTED),
        ("Community carer support nurse", F),
        ("Nurse, deputising for carer lead", F),
    ],
)
def test_words_about_somebody_else_tell_nothing(role: str, not_this: Capacity) -> None:
    read = of_post(role, "")
    assert read is None or read.capacity is not not_this


def test_a_carer_listed_under_a_service_may_be_employed_there() -> None:
    read = of_post("Family carer", "Dunmoor Council")
    assert read is not None
    assert (read.capacity, read.why.ask) == (Capacity.UNSURE, "employed_or_affected")


def test_nothing_said_is_nothing_read() -> None:
    assert of_post("", "") is None


def test_a_heading_tells_of_everybody_under_it_unless_it_is_mixed() -> None:
    carers, mixed = of_heading("Family carers"), of_heading("Service users and carers")
    assert carers is not None
    assert mixed is not None
    assert (carers.capacity, mixed.capacity) == (F, Capacity.UNSURE)
    assert of_heading("Present") is None


def test_a_body_for_children_and_young_people_is_no_young_person() -> None:
    read = of_post("Merton Children and Young People Board", "")
    assert read is None or read.capacity is not Capacity.DRAWS_ON_SERVICES
