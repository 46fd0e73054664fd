"""Lines that list several people."""

from __future__ import annotations

import pytest

from withus.core.minutes.runs import (
    is_nobody,
    lone_words,
    parts_of,
    people_of,
    starts_person,
)


def people(text: str) -> list[str]:
    return [", ".join(person.parts) for person in people_of(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Bea Quill (Chair), Cal Dorne and Dee Eaves", 3),
        ("Bea Quill (Carer) Cal Dorne (Nurse). Dee Eaves (DE)", 3),
        ("Bea Quill, CHP; Cal Dorne, CHP,Dee Eaves, CHP", 3),
        ("Bea Quill, Director of Finance and Care, Cal Dorne, Head of Service; Dee Eaves", 3),
        ("Bea Quill, Chief Executive Cal Dorne, Director of Care; Dee Eaves", 3),
        ("Councillors Brown (Chair), Green, Mrs Pickering and White", 4),
        ("Councillors Bea Quill and Cal Dorne (Dunmoor Council) Dee Eaves (NHS)", 3),
        ("Dick and Hazel L, John & Margaret I, Tim &Frances W", 6),
        ("Dr Quill, JL, MC, RM", 4),
        ("RW., HJ., SJ", 3),
        ("Bea Quill\tCal Dorne", 2),
        ("Sal, Jack, Robbie and Dean (Representatives of the project)", 4),
    ],
)
def test_people_are_parted(text: str, count: int) -> None:
    assert len(people_of(text)) == count


def test_posts_stay_with_the_person_before_them() -> None:
    assert people("Bea Quill, Head of Research and Development, Cal Dorne") == [
        "Bea Quill, Head of Research and Development",
        "Cal Dorne",
    ]


def test_names_with_nothing_between_them_are_a_guess_and_marked_so() -> None:
    found = people_of("Ali Khanna, Bea Quill Cal Dorne Dee Eaves")
    assert [(len(person.parts), person.doubt) for person in found] == [
        (1, False),
        (1, True),
        (1, True),
        (1, True),
    ]


def test_a_long_name_is_not_two_people() -> None:
    assert people("Ali Khanna, Mary Ann van Quill") == ["Ali Khanna", "Mary Ann van Quill"]
    assert people("Ali Khanna, Cllr Bea Jo Lane") == ["Ali Khanna", "Cllr Bea Jo Lane"]


@pytest.mark.parametrize(
    "text", ["Bea Quill", "Dr Quill", "Bea Quill - NHS", "Bea Quill Action on Loss"]
)
def test_a_person_starts_with_a_name(text: str) -> None:
    assert starts_person(text)


@pytest.mark.parametrize(
    "text", ["NHS Devon", "Struan Lodge Development Group", "Chair", "", "(SS)"]
)
def test_a_post_or_a_body_starts_nobody(text: str) -> None:
    assert not starts_person(text)


@pytest.mark.parametrize(
    "text", ["None", "Vacant", "6 members of the public", "Public: 6", "Page 2 of 4", "-"]
)
def test_nobody_is_nobody(text: str) -> None:
    assert is_nobody(text)


def test_a_lone_word_in_a_run_of_full_names_is_a_body() -> None:
    found = people_of("Bea Quill, Chest, Heart and Stroke Scotland")
    assert [person.parts[0] for person in found] == ["Bea Quill"]
    assert len(people_of("Bea Quill, Orla, Tess, Nia")) == 4
    assert lone_words(parts_of("Bea Quill, Zoom, Cal Dorne")) == []


def test_brackets_after_a_couple_are_of_both() -> None:
    tom, ruth = people_of("Tam and Orla Quill (carers)")
    assert tom.parts[1:] == ["carers"]
    assert ruth.parts == ["Orla Quill (carers)"]
    one, _ = people_of("Bea Quill and Cal Dorne (Chair)")
    assert one.parts == ["Bea Quill"]


def test_a_full_stop_with_no_space_after_it_parts_people() -> None:
    assert len(people_of("Bea Quill; Cal Dorne.Orla Oxley;Tess Brindle")) == 4


def test_two_initials_joined_by_and_are_two_people() -> None:
    assert len(people_of("JT & EH (minutes)")) == 2


def test_how_somebody_came_is_no_body() -> None:
    assert starts_person("Bea Quilling via audio link")


def test_names_before_bodies_are_people_where_most_are_so() -> None:
    found = people_of("Bea Quilling PCT, Cal Dornish Mencap, Dee Eavesly Housing, Fay Gunnel")
    assert len(found) == 4
    assert [person.doubt for person in found] == [True, True, True, False]
    assert len(people_of("Bea Quilling, Struan Lodge Development Group")) == 1


def test_what_a_mark_means_lists_nobody() -> None:
    assert is_nobody("* indicates member")
    assert is_nobody("a star denotes a voting member")
