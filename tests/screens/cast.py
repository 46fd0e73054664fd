"""One person for each thing that somebody can be, each with an account, in two partnerships.

`a_cast()` writes the record of `tests.screens.kept` twice, as ORIGIN and as ELSEWHERE, and gives
the places and duties. Nobody of the one is anybody in the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from django.utils import timezone

from tests.core.facts.story import DAY, START, an_id, place_made, place_taken
from tests.example_record import HOME, ORIGIN, story
from tests.kept import write_story
from tests.screens.a_cast_meeting import meet
from tests.screens.a_cast_points import points_on
from tests.screens.a_cast_work import work_on
from tests.written import again
from withus.actions.joining import enter
from withus.core.facts import joining as f
from withus.core.facts.fact import Fact
from withus.core.minutes.checkfile import Check
from withus.core.minutes.series import read_series
from withus.core.minutes.text import numbered
from withus.core.rules.rights import Role
from withus.core.setting_up.plan import Member, Plan
from withus.core.setting_up.writing import write_plan
from withus.core.words import AskKind, Capacity, Duty
from withus.stores.accounts.accounts import link, open_account
from withus.stores.accounts.models import Account
from withus.stores.asking import asks
from withus.stores.asking.models import Ask
from withus.stores.inviting.invitations import Route, Sealed, State, send
from withus.stores.inviting.models import Invitation
from withus.stores.keys.locker import draw_key, keep_keys, seal
from withus.stores.meeting import past_minutes
from withus.stores.meeting.models import PastMinutes
from withus.stores.people.identity import add_person
from withus.stores.record.append import THE_HOST
from withus.stores.setting_up.models import Draft
from withus.stores.worrying import worries
from withus.stores.worrying.models import Worry

ELSEWHERE = "withus.example/wexcombe"
LATER = START + timedelta(hours=2)


class Who(StrEnum):
    """Whoever may ask for a page."""

    ANYONE = "anyone"  # not signed in
    OPERATOR = "operator"  # signed in, and nobody in any partnership
    OUTSIDER = "outsider"  # all that one can be, in another partnership
    INVITED = "invited"  # a person of the partnership with no place and no duty yet
    MEMBER = "member"
    AFFECTED_MEMBER = "affected_member"
    CHAIR = "chair"
    FACILITATOR = "facilitator"
    OFFICER = "officer"
    ULO_CONTACT = "ulo_contact"
    SAFEGUARDING = "safeguarding"
    DATA = "data"
    ANOTHER = "another"  # whose things are not one's own: a member; asks for nothing


SEATED = {
    Who.MEMBER: Capacity.SERVICES,
    Who.AFFECTED_MEMBER: Capacity.DRAWS_ON_SERVICES,
    Who.CHAIR: Capacity.COMMUNITY,
    Who.ANOTHER: Capacity.UNPAID_CARERS,
}
ON_DUTY = {
    Who.FACILITATOR: Duty.FACILITATOR,
    Who.OFFICER: Duty.HOST,
    Who.ULO_CONTACT: Duty.ULO_CONTACT,
    Who.SAFEGUARDING: Duty.SAFEGUARDING,
    Who.DATA: Duty.DATA,
}
ROLES: Mapping[Who, frozenset[Role]] = {
    Who.INVITED: frozenset(),
    Who.MEMBER: frozenset({Role.MEMBER}),
    Who.AFFECTED_MEMBER: frozenset({Role.MEMBER, Role.AFFECTED_MEMBER}),
    Who.CHAIR: frozenset({Role.MEMBER, Role.CHAIR}),
    Who.FACILITATOR: frozenset({Role.FACILITATOR}),
    Who.OFFICER: frozenset({Role.OFFICER}),
    Who.ULO_CONTACT: frozenset({Role.ULO_CONTACT}),
    Who.SAFEGUARDING: frozenset({Role.SAFEGUARDING}),
    Who.DATA: frozenset({Role.DATA}),
    Who.OUTSIDER: frozenset(Role),
}


@dataclass(frozen=True)
class Cast:
    """Whom each is, by who they are: their account, and their person where they are somebody."""

    accounts: Mapping[Who, Account]
    people: Mapping[Who, str]


def a_cast() -> Cast:
    """Write both records, or put them down again as they lay, and return who is who."""
    found: Cast = again("cast", write_cast)
    return found


def write_cast() -> Cast:
    """Write both records and return who is who."""
    write_story(ORIGIN, facts=story())
    write_story(ELSEWHERE, facts=story())
    here = [who for who in Who if who in ROLES and who is not Who.OUTSIDER] + [Who.ANOTHER]
    people: dict[Who, str] = {}
    people |= {who: add_person(ORIGIN, f"{who.value} Thornmere").person for who in here}
    people[Who.OUTSIDER] = add_person(ELSEWHERE, "outsider Wexcombe").person
    enter(*places(people), *duties(people), record=ORIGIN, by=THE_HOST, now=LATER)
    every = dict.fromkeys([*SEATED, *ON_DUTY], people[Who.OUTSIDER])
    enter(*places(every), *duties(every), record=ELSEWHERE, by=THE_HOST, now=LATER)
    meet(ORIGIN, chair=people[Who.CHAIR])
    meet(ELSEWHERE, chair=people[Who.OUTSIDER])
    work_on(ORIGIN, by=people[Who.CHAIR])
    work_on(ELSEWHERE, by=people[Who.OUTSIDER])
    points_on(ORIGIN, by=people[Who.CHAIR])
    points_on(ELSEWHERE, by=people[Who.OUTSIDER])
    accounts: dict[Who, Account] = {}
    accounts |= {who: open_account() for who in Who if who is not Who.ANYONE}
    for who, person in people.items():
        there = ELSEWHERE if who is Who.OUTSIDER else ORIGIN
        link(accounts[who], origin=there, person=person)
    drafts = (Draft(id=draft_of(who), account=one, **a_draft(who)) for who, one in accounts.items())
    Draft.objects.bulk_create(drafts)
    ask(ORIGIN, [person for who, person in people.items() if who is not Who.OUTSIDER])
    read = from_minutes()
    for who, person in people.items():
        there = ELSEWHERE if who is Who.OUTSIDER else ORIGIN
        past_minutes.keep(there, HOME, read, by=person, on=DAY)
    past_minutes.keep(ELSEWHERE, HOME, read, by="", on=DAY)
    ask(ELSEWHERE, [people[Who.OUTSIDER], add_person(ELSEWHERE, "another Wexcombe").person])
    invite(ORIGIN, people[Who.INVITED])
    invite(ELSEWHERE, people[Who.OUTSIDER])
    return Cast(accounts, people)


def taken_by(who: Who, origin: str) -> int:
    """Return the entry that says somebody took a place; of whoever has none, one of nobody's.

    Both records begin with the same 57 entries. Elsewhere, the outsider took all the places.
    """
    first = {each: 58 + 2 * number for number, each in enumerate(SEATED)}
    if origin == ELSEWHERE:
        return 58 if who is Who.OUTSIDER else 31
    return first.get(who, 31)


def ask(origin: str, people: Iterable[str]) -> None:
    """Let people ask to be erased, and let one be worried."""
    for person in people:
        asks.keep(origin, person, AskKind.ERASE, "", days=(DAY, DAY))
    worries.keep(origin, "a worry", on=DAY, entry=31, by="")


def ask_of(who: Who, origin: str, people: Mapping[Who, str]) -> str:
    """Return what somebody asked; where they are nobody, what somebody outside the cast did."""
    rows = Ask.objects.filter(origin=origin)
    mine = rows.filter(person=people.get(who, "")).first()
    found = mine or rows.exclude(person__in=list(people.values())).first()
    return found.id if found else "none"


def draft_of(who: Who) -> str:
    """Return the draft of a partnership that somebody sets up."""
    return an_id(f"draft of {who.value}")


def a_draft(who: Who) -> dict[str, object]:
    """Return a draft with one place, of which nothing else is answered."""
    key, secret = draw_key()
    keep_keys({key: secret})
    plan = Plan(me=who.value, members=(Member(name="Sam", capacity=Capacity.ELECTED),))
    told = json.dumps(write_plan(plan)).encode()
    sealed = seal(secret, told, bound_to=f"draft {draft_of(who)}")
    return {"key": key, "sealed": sealed, "changed": timezone.localdate()}


def a_worry(origin: str) -> str:
    """Return the worry of a partnership."""
    found = Worry.objects.filter(origin=origin).first()
    return found.id if found else "none"


def past_of(who: Who, origin: str, people: Mapping[Who, str]) -> str:
    """Return what was read from minutes that somebody put in; else what somebody else did."""
    rows = PastMinutes.objects.filter(origin=origin)
    mine = rows.filter(by=people.get(who, "nobody")).first()
    found = mine or rows.exclude(by__in=list(people.values())).first() or rows.first()
    return found.id if found else "none"


def from_minutes() -> Check:
    """Return what minutes say of a meeting."""
    lines = numbered("Meeting held on 3 March 2025\nPresent\nJo Bloggs, Service Manager\n")
    return Check(read_series([lines]))


def invite(origin: str, person: str) -> None:
    """Invite somebody to a place that nobody holds."""
    row = Invitation(
        id=an_id(f"invitation {origin}"),
        origin=origin,
        person=person,
        place=an_id("Coming Home 2"),
        board=HOME,
        route=Route.LETTER,
        state=State.OPEN,
    )
    send(row, Sealed(phone="01632 960123"), now=timezone.now())


def holding_of(who: Who) -> str:
    """Return the holding of somebody of the cast who is in a place."""
    return an_id(f"{who.value} held")


def places(people: Mapping[Who, str]) -> Iterator[Fact]:
    """Yield that places were made on a board and taken."""
    for who, capacity in SEATED.items():
        name = f"{who.value} place"
        yield place_made(name, capacity, board=HOME, chair=who is Who.CHAIR)
        yield replace(place_taken(name, f"{who.value} held", ""), person=people[who])


def duties(people: Mapping[Who, str]) -> Iterator[Fact]:
    """Yield that duties were given, for the whole partnership."""
    for who, duty in ON_DUTY.items():
        yield f.DutyGiven(
            given=an_id(f"{who.value} duty"),
            duty=duty,
            board=None,
            from_=DAY,
            until=None,
            person=people[who],
        )
