"""A record kept in the database, for the tests of what reads it: the story, entered as people do.

from tests.kept import a_record, committed, write_story

pytestmark = a_record        # or `committed`, where threads or files must see what was written

def test_the_record_has_a_board() -> None:
    write_story()
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.core.facts.story import ORIGIN, START, STORY
from withus.actions.joining import enter, open_partnership
from withus.core.facts.fact import Fact, Seal, layout
from withus.core.facts.joining import PartnershipOpened
from withus.core.facts.keeping import EntryConfirmed, LogContinued, PersonErased
from withus.stores.people.identity import add_person
from withus.stores.record.append import THE_HOST, Actor

a_record = pytest.mark.django_db(databases=["default", "keys"])
committed = pytest.mark.django_db(databases=["default", "keys"], transaction=True)

FACTS: tuple[Fact, ...] = tuple(fact for fact in STORY if not isinstance(fact, LogContinued))
"""The story without the one fact that only the first entry of a record can be."""


def write_story(
    origin: str = ORIGIN,
    *,
    facts: Iterable[Fact] = FACTS,
    by: Actor = THE_HOST,
    start: datetime = START,
) -> dict[str, str]:
    """Make a record of a story, a minute an entry; return people's ids by those the story uses.

    The people are taken in first, each under the name `Person` and a number, so that what the
    facts seal can be opened and erased. An entry is confirmed by one of them, since nobody may
    confirm what they entered themselves.
    """
    people: dict[str, str] = {}
    for number, fact in enumerate(with_people(origin, facts, people)):
        now = start + timedelta(minutes=number)
        if isinstance(fact, PartnershipOpened):
            open_partnership(record=origin, by=by, now=now, opening=fact)
        else:
            who = a_member(origin, people) if isinstance(fact, EntryConfirmed) else by
            enter(fact, record=origin, by=who, now=now)
    return people


def a_member(origin: str, people: dict[str, str]) -> Actor:
    """Return somebody of the story who has entered nothing, to act for themselves."""
    known = people or {"": add_person(origin, "Person 1").person}
    return Actor(person=next(iter(known.values())))


def with_people(origin: str, facts: Iterable[Fact], people: dict[str, str]) -> Iterator[Fact]:
    """Yield facts about people who have been taken in, in the place of those the story invents."""
    for fact in facts:
        real: dict[str, str] = {}
        for path, seal in layout(type(fact)).sealed.items():
            if seal is Seal.PERSON:
                invented = str(getattr(fact, path))
                if invented not in people:
                    people[invented] = add_person(origin, f"Person {len(people) + 1}").person
                real[path] = people[invented]
        yield replace(fact, **real) if real else without_erasures(fact)


def without_erasures(fact: Fact) -> Fact:
    """Return an erasure that erased nothing, for nothing is; any other fact as it is."""
    return replace(fact, openings=0) if isinstance(fact, PersonErased) else fact
