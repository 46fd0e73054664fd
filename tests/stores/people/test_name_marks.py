"""Marks of names: of one partnership alone, gone with the person, and made anew from the names."""

from __future__ import annotations

import pytest

from tests.core.facts.story import ORIGIN, START
from tests.kept import a_record, committed
from tests.stores.record.acts import ELSEWHERE, begin
from withus.actions.keeping import erase_person
from withus.core.words import ErasedGround
from withus.stores.people import name_marks
from withus.stores.people.identity import add_people, add_person, mark_names, wrongly_marked
from withus.stores.people.models import NameMark
from withus.stores.record.check import check
from withus.stores.record.read import find_log
from withus.stores.record.rebuild import rebuild

pytestmark = a_record


def marks_of(person: str) -> set[str]:
    """Return the marks of somebody."""
    return set(NameMark.objects.filter(person=person).values_list("mark", flat=True))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Zoë Ångström", ["zoe", "angstrom"]),
        ("Zoë", ["zoe"]),
        ("STRAẞE Strasse", ["strasse", "strasse"]),
        ("O’Neill-Baker 2", ["oneill", "baker", "2"]),
        ("Ольга  李小龍_x", ["ольга", "李小龍", "x"]),
        ("…", []),
    ],
)
def test_words_compare_whatever_their_case_and_accents(name: str, words: list[str]) -> None:
    assert name_marks.words_of(name) == words


def test_a_name_is_found_by_the_beginnings_of_its_words_and_by_the_whole() -> None:
    assert name_marks.beginnings("Bo D’A") == {"b", "bo", "bo.", "d", "da", "da.", "d.", "a", "a."}
    long = name_marks.beginnings("A" * 40)
    assert max(map(len, long)) == name_marks.LONGEST + 1


def test_the_same_name_has_other_marks_in_another_partnership_and_nobody_s_key_makes_them() -> None:
    here, alike, there = (
        add_person(origin, "Bo Ward").person for origin in (ORIGIN, ORIGIN, ELSEWHERE)
    )
    assert marks_of(here) == marks_of(alike)
    assert not marks_of(here) & marks_of(there)
    assert name_marks.found(ORIGIN, "bo", most=9)[1] == 2
    assert name_marks.found(ELSEWHERE, "bo", most=9) == ([there], 1)


def test_marks_lie_in_an_order_that_tells_nothing() -> None:
    person = add_person(ORIGIN, "Bartholomew").person
    kept = NameMark.objects.filter(person=person).order_by("pk").values_list("mark", flat=True)
    assert list(kept) == sorted(kept)


def test_no_more_are_found_than_are_wanted_and_all_are_counted() -> None:
    add_people(ORIGIN, [f"Joan {number}" for number in range(30)])
    whole = [one.person for one in add_people(ORIGIN, ["Jo B", "Jo C"])]
    ids, count = name_marks.found(ORIGIN, "jo", most=10)
    assert (len(ids), count) == (10, 32)
    assert set(whole) <= set(ids)


@committed  # the tables are written anew, outside of any act
def test_an_erasure_takes_the_marks_and_no_others() -> None:
    begin()
    one, other = add_person(ORIGIN, "Bo Ward").person, add_person(ORIGIN, "Bo Ward").person
    erase_person(record=ORIGIN, person=one, ground=ErasedGround.ASKED, now=START)
    assert not marks_of(one)
    assert marks_of(other)


def test_marks_that_do_not_follow_from_names_are_named_and_a_rebuild_mends_them() -> None:
    begin()
    one, two = add_person(ORIGIN, "Bo Ward").person, add_person(ORIGIN, "Cy Reed").person
    honest = list(check(find_log(ORIGIN)))
    NameMark.objects.filter(person=one).first().delete()  # type: ignore[union-attr]
    NameMark.objects.create(person_id=two, mark="x")
    assert set(wrongly_marked(ORIGIN)) == {one, two}
    said = {(each.table, each.key) for each in check(find_log(ORIGIN)) if each not in honest}
    assert said == {("people_namemark", one), ("people_namemark", two)}
    rebuild(ORIGIN)
    assert not list(wrongly_marked(ORIGIN))
    mark_names(ORIGIN)
    assert not list(wrongly_marked(ORIGIN))
