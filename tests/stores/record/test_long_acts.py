"""An act of many facts: its tables are brought up once, and hold what follows from all of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.facts.story import ORIGIN, START, place_made, place_taken
from tests.kept import FACTS, a_record, write_story
from withus.actions.joining import enter
from withus.core.facts.joining import PlaceLeft
from withus.core.history.state import State
from withus.core.words import Capacity, Ended
from withus.stores.joining.models import PlaceRow, Row
from withus.stores.people.identity import add_people
from withus.stores.record import tables
from withus.stores.record.append import THE_HOST
from withus.stores.record.check import check
from withus.stores.record.read import find_log

pytestmark = a_record
MANY = 40


def test_the_tables_are_brought_up_once_for_an_act(monkeypatch: pytest.MonkeyPatch) -> None:
    write_story(facts=FACTS[:5])
    seen: list[str] = []
    real = tables.apply_change

    def noted(origin: str, before: State, after: State) -> list[Row]:
        seen.append(origin)
        return real(origin, before, after)

    monkeypatch.setattr(tables, "apply_change", noted)
    people = add_people(ORIGIN, [f"Person {n}" for n in range(MANY)])
    made = [place_made(f"many {n}", Capacity.SERVICES) for n in range(MANY)]
    taken = [
        replace(place_taken(f"many {n}", f"held {n}", ""), person=one.person)
        for n, one in enumerate(people)
    ]
    left = PlaceLeft(holding=taken[0].holding, how=Ended.RESIGNED, early=True)
    enter(*made, *taken, left, record=ORIGIN, by=THE_HOST, now=START)
    assert seen == [ORIGIN]
    assert PlaceRow.objects.exclude(holding=None).count() == MANY - 1
    assert not list(check(find_log(ORIGIN)))
