"""A record kept in the database, for the tests of what reads it: the story, entered as people do.

from tests.kept import a_record, committed, write_story

pytestmark = a_record        # or `committed`, where threads or files must see what was written

def test_the_record_has_a_board() -> None:
    write_story()
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.core.facts.story import ORIGIN, START, STORY
from tests.written import again
from withus.actions.joining import enter, open_partnership
from withus.core.facts.fact import Fact, Seal, layout
from withus.core.facts.joining import PartnershipOpened
from withus.core.facts.keeping import EntryConfirmed, LogContinued, PersonErased
from withus.core.words import ConfirmedHow
from withus.stores.people.identity import add_person
from withus.stores.record.append import THE_HOST, Actor, writing
from withus.stores.record.keeping import KEEP_EVERY

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
    facts seal can be opened and erased. An entry is confirmed by whoever it is about, by their own
    code, since nobody may confirm what they entered themselves. What was written once is put down
    again: see written.py.
    """
    told = tuple(facts)
    if len(told) >= KEEP_EVERY:  # with so many, states are kept of them where they are committed
        return enter_story(origin, told, by=by, start=start)
    people: dict[str, str] = again(
        (origin, told, by, start), lambda: enter_story(origin, told, by=by, start=start)
    )
    return people


def enter_story(
    origin: str, facts: Iterable[Fact], *, by: Actor, start: datetime
) -> dict[str, str]:
    """Enter a story act by act, and return people's ids by those the story uses."""
    people: dict[str, str] = {}
    about: dict[int, str] = {}  # whom entries are about
    for number, fact in enumerate(with_people(origin, facts, people)):
        now = start + timedelta(minutes=number)
        if isinstance(fact, PartnershipOpened):
            open_partnership(record=origin, by=by, now=now, opening=fact)
        else:
            about[number] = getattr(fact, "person", "")
            enter_one(fact, origin, by=by, now=now, about=about)
    return people


def enter_one(
    fact: Fact, origin: str, *, by: Actor, now: datetime, about: Mapping[int, str]
) -> None:
    """Enter one fact of a story in the way in which it comes about."""
    if isinstance(fact, PersonErased):
        write(fact, origin=origin, now=now)
    elif isinstance(fact, EntryConfirmed):
        whoever = Actor(person=about[fact.entry])
        enter(fact, record=origin, by=whoever, now=now)
    else:
        enter(fact, record=origin, by=by, now=now)


def write(*facts: Fact, now: datetime, origin: str = ORIGIN, by: Actor = THE_HOST) -> list[int]:
    """Write facts as the actions do that ask no rule of joining, such as an erasure."""
    with writing(log=origin, by=by, now=now) as pen:
        return list(pen.append(*facts))


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
        yield replace(fact, **real) if real else as_it_comes_about(fact)


def as_it_comes_about(fact: Fact) -> Fact:
    """Return an erasure that erased nothing, for nothing is; a confirmation by one's own code."""
    if isinstance(fact, PersonErased):
        return replace(fact, openings=0)
    how = ConfirmedHow.OWN_CODE
    return replace(fact, how=how) if isinstance(fact, EntryConfirmed) else fact
