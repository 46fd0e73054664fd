"""A partnership with a facilitator, an officer and a place that nobody holds, for inviting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.core.facts.story import DAY, ORIGIN, START, STORY, an_id, place_made
from tests.kept import write_story
from withus.actions.inviting import Wanted, invite
from withus.actions.joining import enter
from withus.core.facts import joining as f
from withus.core.words import Capacity, Duty
from withus.stores.inviting.invitations import Route
from withus.stores.inviting.models import Invitation
from withus.stores.outbox import mail
from withus.stores.people.identity import add_person
from withus.stores.record.append import THE_HOST

NOW = START + timedelta(days=1)
PLACE, CARER, CHAIR = an_id("seat 1"), an_id("seat 2"), an_id("seat 3")


@dataclass
class Cast:
    """Who is in the partnership, by id."""

    facilitator: str
    officer: str


def gather(origin: str = ORIGIN) -> Cast:
    """Open the partnership, its board and three places; name a facilitator and an officer."""
    write_story(origin, facts=STORY[:8])
    people = {duty: add_person(origin, name).person for duty, name in DUTIES.items()}
    for duty, person in people.items():
        given = f.DutyGiven(
            given=an_id(duty), duty=duty, board=None, from_=DAY, until=None, person=person
        )
        enter(given, record=origin, by=THE_HOST, now=START + timedelta(hours=1))
    return Cast(people[Duty.FACILITATOR], people[Duty.HOST])


DUTIES = {Duty.FACILITATOR: "Jo Bell", Duty.HOST: "Ola Reed"}


def more_places(count: int) -> None:
    """Make so many more places on the board."""
    made = [place_made(f"more {number}", Capacity.DRAWS_ON_SERVICES) for number in range(count)]
    enter(*made, record=ORIGIN, by=THE_HOST, now=NOW)


def words(row: Invitation, code: str) -> tuple[str, str]:
    """Say as little as an e-mail may."""
    return "Invited", f"Your code: {code}"


def invited(
    cast: Cast,
    *,
    route: Route = Route.LETTER,
    name: str = "Sam Ward",
    place: str = PLACE,
    now: datetime = NOW,
) -> tuple[str, str]:
    """Invite somebody to a place; return the invitation and its code."""
    wanted = Wanted(
        name=name,
        route=route,
        place=place,
        address="sam@example.org" if route is Route.EMAIL else "",
        phone="01234 567890",
    )
    return invite(wanted, record=ORIGIN, by=cast.facilitator, now=now, letter=words)


def posted() -> list[tuple[str, str, str]]:
    """Return the mail that waits to be sent: to whom, about what, and its words."""
    return [(one.address, one.subject, one.body) for one in mail.waiting()]
