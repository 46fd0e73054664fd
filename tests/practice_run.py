"""A practice run for tests: the Thornmere story practised, guarded, with an officer who runs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from tests.core.facts.story import START, an_id
from tests.example_record import story
from tests.kept import with_people
from withus.actions.joining import enter, open_partnership
from withus.core.facts import joining as f
from withus.core.facts.fact import Fact
from withus.core.words import Duty
from withus.stores.accounts.accounts import link, open_account
from withus.stores.accounts.models import Account
from withus.stores.people.identity import add_person
from withus.stores.record.append import THE_HOST

PRACTICE = "withus.example/thornmere/practice"
LIVE = "withus.example/thornmere"
LATER = START + timedelta(hours=2)


@dataclass(frozen=True)
class Practising:
    """Who runs a practice run, and who is in it: people by what the story calls them."""

    officer: str
    account: Account
    people: dict[str, str]


def practised_story(name: str = "Thornmere Together", *, bodies: str = "") -> Iterator[Fact]:
    """Yield what happened in Thornmere as a practice run; `bodies` makes its organisations others'.

    Who is in it and what its boards are stays the same.
    """
    for fact in story():
        if isinstance(fact, f.PartnershipOpened):
            yield replace(fact, practice=True, name=name)
        elif isinstance(fact, f.OrganisationJoined):
            yield replace(fact, name=f"{fact.name} {bodies}".strip())
        else:
            yield fact


def practise(
    origin: str = PRACTICE,
    *,
    facts: Iterable[Fact] | None = None,
    account: Account | None = None,
    guarded: bool = True,
) -> Practising:
    """Write a practice run, with an officer, a safeguarding lead and a data contact."""
    people: dict[str, str] = {}
    first, *rest = with_people(origin, practised_story() if facts is None else facts, people)
    assert isinstance(first, f.PartnershipOpened)
    open_partnership(record=origin, by=THE_HOST, now=START, opening=first)
    enter(*rest, record=origin, by=THE_HOST, now=START)
    officer = add_person(origin, "Olive Officer").person
    other = add_person(origin, "Una Guard").person
    duties = [(Duty.HOST, officer)]
    duties += [(Duty.SAFEGUARDING, other), (Duty.DATA, other)] if guarded else []
    given = [
        f.DutyGiven(
            given=an_id(f"{origin} {duty}"),
            duty=duty,
            board=None,
            from_=START.date(),
            until=None,
            person=person,
        )
        for duty, person in duties
    ]
    enter(*given, record=origin, by=THE_HOST, now=LATER)
    who = account or open_account()
    link(who, origin=origin, person=officer)
    return Practising(officer, who, people)
