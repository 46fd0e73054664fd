"""Setting up: let somebody start, keep what they plan, and open it as a practice run."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.timezone import localdate

from withus.actions.inviting import Letter, Wanted, invite
from withus.actions.joining import add_to_partnership, enter, open_partnership
from withus.actions.signing_in import Asking
from withus.core.errors import Refusal
from withus.core.facts.fact import Fact
from withus.core.facts.joining import PlaceMade
from withus.core.presets import PRESETS, started_from
from withus.core.rules import signing_in as rules
from withus.core.setting_up.checking import NEEDED, NOT_YET, wrong
from withus.core.setting_up.opening import follows, gives, opens
from withus.core.setting_up.plan import Charge, Member, Plan
from withus.core.words import Duty
from withus.stores.accounts import accounts
from withus.stores.accounts.models import Account
from withus.stores.inviting.invitations import Route
from withus.stores.keys.locker import new_id
from withus.stores.people.identity import add_people
from withus.stores.record.append import THE_HOST, Actor
from withus.stores.record.models import Log
from withus.stores.record.whole import whole
from withus.stores.setting_up import drafts
from withus.stores.signing_in import tallies

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Begun:
    """A set-up that somebody began with a code; their own code is told once, if they got one."""

    account: Account
    draft: str
    code: str


def let_start(name: str, *, now: datetime) -> str:
    """Let somebody set a partnership up, for whoever runs this place; return their code."""
    if not 0 < len(name) <= LONGEST_NAME:
        raise Refusal("name_too_long" if name else "no_name_to_invite")
    return drafts.let_start(Plan(me=name), on=localdate(now))


def begin_with(code: str, *, account: str | None, asking: Asking) -> Begun:
    """Begin with a code, as the account that is signed in or as a new one; it works once."""
    limits = ((rules.WRONG_FROM_HERE, asking.here), (rules.WRONG_ON_PAPER, ""))
    for limit, sign in limits:
        asking.count(limit, sign)
    on = localdate(asking.now)
    with whole():
        drafts.by_code(code, on=on)
        who = Account.objects.get(id=account) if account else accounts.open_account()
        own = "" if account else accounts.give_code(who, now=asking.now)
        draft = drafts.take_up(code, who, on=on)
    for limit, sign in limits:
        tallies.take_back(limit, sign, now=asking.now)
    return Begun(who, draft, own)


def begin(name: str, *, account: str, now: datetime) -> str:
    """Begin another partnership, as an officer of one that is here; return the draft."""
    return drafts.begin(Plan(me=name), account, on=localdate(now))


def start_from(draft: str, preset: str, *, account: str, on: date) -> None:
    """Start a draft from a preset."""
    if preset not in PRESETS:
        raise Refusal("no_preset_chosen")
    plan = drafts.find(draft, account).plan
    drafts.keep(draft, account, started_from(PRESETS[preset], plan, on=on), on=on)


def keep(draft: str, plan: Plan, *, account: str, on: date) -> None:
    """Keep what somebody has planned so far."""
    drafts.keep(draft, account, plan, on=on)


def throw_away(draft: str, *, account: str) -> None:
    """Throw a draft away."""
    drafts.drop(draft, account)


def open_it(draft: str, *, account: str, now: datetime, letter: Letter) -> str:
    """Open what was planned as a practice run, all of it or nothing; return its record.

    Whoever planned it is the host's officer there. Those on the list are invited.
    """
    on = localdate(now)
    with whole():
        plan = drafts.take(draft, account).plan
        for refusals in wrong(plan, on=on).values():
            raise refusals[0]
        record = free_name(plan.name)
        open_partnership(record=record, by=THE_HOST, now=now, opening=opens(plan))
        me = add_to_partnership(record=record, name=plan.me)
        accounts.link(Account.objects.get(id=account), origin=record, person=me)
        hosting = gives(Duty.HOST, given=new_id(), person=me, on=on)
        enter(hosting, record=record, by=THE_HOST, now=now)
        facts = follows(plan, ids=endless_ids(), me=me, on=on)
        enter(*facts, record=record, by=Actor(me), now=now)
        for wanted in asked(plan, facts, people_in(plan, record, me)):
            invite(wanted, record=record, by=me, now=now, letter=letter)
        drafts.drop(draft, account)
    return record


def free_name(name: str) -> str:
    """Return a name for a new practice run that no record has: its host, and what it is called.

    It ends in `practice`: the part before is for when it goes live.
    """
    host = urlsplit(settings.WITHUS_PUBLIC_URL).hostname or "withus"
    told = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    called = re.sub(r"[^a-z0-9]+", "-", told).strip("-")[:60] or "partnership"
    first = f"{host}/{called}/practice"
    taken = set(Log.objects.filter(origin__startswith=first).values_list("origin", flat=True))
    names = (first if number == 1 else f"{first}/{number}" for number in count(1))
    return next(each for each in names if each not in taken)


def endless_ids() -> Iterator[str]:
    """Yield new ids, as many as are asked for."""
    while True:
        yield new_id()


def people_in(plan: Plan, record: str, me: str) -> dict[str, str]:
    """Take in everybody whom a plan names and who is to be invited, and return them by name.

    Whoever is named twice, for a place and for a duty, is one person.
    """
    named = [each.name for each in plan.members if is_asked(each)]
    named += [plan.charges.get(duty, Charge()).name for duty in NEEDED]
    new = {plain_name(each): each for each in named if each}
    new.pop(plain_name(plan.me), None)
    known = add_people(record, new.values())
    return {each: one.person for each, one in zip(new, known, strict=True)} | {
        plain_name(plan.me): me
    }


def plain_name(name: str) -> str:
    """Return a name as it is compared: without case, with one space between words."""
    return " ".join(name.split()).casefold()


def is_asked(member: Member) -> bool:
    """Tell whether somebody is to be invited to a place now."""
    return bool(member.name) and member.asked != NOT_YET


def asked(plan: Plan, facts: Sequence[Fact], people: Mapping[str, str]) -> Iterator[Wanted]:
    """Yield whom to invite: to the duties, then to the places, in the order of the plan.

    Not: whoever sets it up to a place, for nobody takes a place that they made themselves.
    """
    me = people[plain_name(plan.me)]
    for duty in NEEDED:
        charge = plan.charges.get(duty, Charge())
        if not charge.mine:
            person = people[plain_name(charge.name)]
            yield Wanted(route=Route.LETTER, person=person, duty=duty, phone=plan.phone)
    places = [each.place for each in facts if isinstance(each, PlaceMade)]
    for member, place in zip(plan.members, places, strict=True):
        if is_asked(member) and people[plain_name(member.name)] != me:
            yield Wanted(
                route=Route(member.asked),
                person=people[plain_name(member.name)],
                place=place,
                address=member.address if member.asked == Route.EMAIL else "",
                phone=plan.phone,
            )
