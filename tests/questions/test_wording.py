"""Whose words a plan is made of: by capacity; by person only to that person."""

from __future__ import annotations

import pytest

from tests.a_meeting import ORIGIN
from tests.a_plan import FIRST, APlan, a_plan, sits
from tests.kept import a_record
from withus.actions.wording import count_words
from withus.core.findings.finding import NotEnough
from withus.core.wording.shares import Part
from withus.core.wording.whose import WhoseWords
from withus.core.words import Version
from withus.questions.wording import whose_words
from withus.questions.works import work_here

pytestmark = a_record


@pytest.fixture
def plan(db: None) -> APlan:
    """A plan that Flo, who is paid, began; Di, then Bo, wrote on."""
    found = a_plan(text="")
    found.save(FIRST, by="Flo")
    found.save(FIRST.replace("ten", "eleven"), by="Di")
    found.save("A bus at eleven.\n\nSomebody rings before you leave. And waits.", by="Bo")
    return found


def asked(plan: APlan, *mine: str) -> WhoseWords:
    """Ask whose words it is made of."""
    here = work_here(ORIGIN, plan.there.work, inside=True)
    told = whose_words(here, mine=frozenset(str(sits(name)) for name in mine))
    assert isinstance(told, WhoseWords)
    return told


def test_words_are_told_by_the_capacity_of_whoever_they_are_of(plan: APlan) -> None:
    told = asked(plan)
    assert told.texts == 3 and told.words == 14
    assert told.shares == {"services": Part(10, 14), "draws_on_services": Part(4, 14)}
    assert told.survival == {"services": Part(10, 14), "draws_on_services": Part(4, 4)}
    assert told.taken_out["draws_on_services"].whose == {"services": 4}
    assert told.taken_out["services"].part.count == 0


def test_the_same_is_told_from_counts_that_were_kept(plan: APlan) -> None:
    before = asked(plan, "Di")
    count_words(plan.there.work)
    assert asked(plan, "Di") == before


def test_by_person_only_to_that_person(plan: APlan) -> None:
    assert asked(plan).mine is None
    assert asked(plan, "Di").mine == Part(1, 14)
    assert asked(plan, "Bo").mine == Part(3, 14)
    assert asked(plan, "Gus").mine == Part(0, 14) or asked(plan, "Gus").mine is None


def test_no_words_are_older_than_people_who_were_in_first(plan: APlan) -> None:
    assert asked(plan).older == Part(0, 14)


def test_a_version_in_another_form_has_no_authors_of_its_own(plan: APlan) -> None:
    before = asked(plan)
    wanted = {"version": Version.EASY_READ, "bases": frozenset({plan.last()})}
    plan.save("A bus comes at eleven.", by="Flo", **wanted)
    assert asked(plan) == before


def test_without_a_text_there_is_no_figure(db: None) -> None:
    plan = a_plan(text="")
    here = work_here(ORIGIN, plan.there.work, inside=True)
    assert whose_words(here) == NotEnough("no_words")
