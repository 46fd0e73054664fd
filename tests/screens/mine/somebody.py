"""Somebody who is signed in: a member of Thornmere with a name, and those on duty beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.test import Client

from tests.core.facts.story import START, an_id, place_made, place_taken
from tests.example_record import HOME, ORIGIN, sign, story
from tests.kept import write_story
from tests.screens.conftest import Visit
from withus.actions.joining import enter
from withus.core.facts import joining as f
from withus.core.words import Capacity, Duty, ShownAs
from withus.stores.accounts.accounts import add_address, link, open_account
from withus.stores.accounts.models import Account
from withus.stores.people.identity import add_person
from withus.stores.record.append import THE_HOST

NAME = "Wren Castellane"
LATER = START + timedelta(hours=2)
MINE = "/me/withus.example~thornmere/"
THORNMERE = "/partnerships/withus.example~thornmere/"
TAKEN = 58  # the entry that says Wren took a place; 57 made it


@dataclass(frozen=True)
class Somebody:
    """A person, their account, and a browser in which they are signed in."""

    person: str
    account: Account
    visit: Visit

    def go(self, path: str = "", **more: int) -> str:
        """Return what the main part of a page of theirs says."""
        return self.visit(MINE + path, **more).text  # type: ignore[arg-type]


def signed_in(person: str, *, origin: str = ORIGIN) -> Somebody:
    """Sign somebody in."""
    account = open_account()
    link(account, origin=origin, person=person)
    client = Client(raise_request_exception=False)
    client.force_login(account)
    return Somebody(person, account, Visit(client))


def a_member(shown_as: ShownAs = ShownAs.NAMED) -> Somebody:
    """Write the record, let Wren take a place, and sign them in."""
    write_story(ORIGIN, facts=story())
    person = add_person(ORIGIN, NAME).person
    made = place_made("wren place", Capacity.UNPAID_CARERS, board=HOME)
    taken = replace(place_taken("wren place", "wren held", ""), person=person, shown_as=shown_as)
    enter(made, taken, record=ORIGIN, by=THE_HOST, now=LATER)
    sign()
    found = signed_in(person)
    add_address(found.account, "wren@castellane.example")
    return found


def on_duty(duty: Duty, name: str) -> Somebody:
    """Give somebody new a duty, and sign them in."""
    person = add_person(ORIGIN, name).person
    given = f.DutyGiven(
        given=an_id(f"{name} duty"),
        duty=duty,
        board=None,
        from_=date(2026, 11, 2),
        until=None,
        person=person,
    )
    enter(given, record=ORIGIN, by=THE_HOST, now=LATER)
    return signed_in(person)


def guarded() -> tuple[Somebody, Somebody]:
    """Name a safeguarding lead and a data contact, so that free text is on."""
    return on_duty(Duty.SAFEGUARDING, "Lee Guard"), on_duty(Duty.DATA, "Dot Keeper")
