"""Typing a point for somebody, or for a group; and saying with a code that it is right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from withus.actions.answering import By, ToPut, put_as, sits_in, work_under
from withus.actions.joining import enter
from withus.actions.saying_by_link import check_runs
from withus.core.errors import Refusal
from withus.core.facts.keeping import EntryConfirmed
from withus.core.rules.situation import NotAllowed
from withus.core.words import ConfirmedHow, PointWay, ShownAs
from withus.stores.accounts.accounts import accounts_of
from withus.stores.answering import answers, contributors, reach
from withus.stores.answering.answers import AnswerKind
from withus.stores.answering.models import SayAnswer
from withus.stores.answering.reach import Route
from withus.stores.keys.locker import new_id
from withus.stores.people.identity import add_person
from withus.stores.record.append import Actor, locked
from withus.stores.record.models import Log
from withus.stores.record.read import find_log

MOST_IN_A_GROUP = 60
TYPED_WAYS = (PointWay.PHONE, PointWay.LETTER, PointWay.MEETING)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForSomebody:
    """A point to be typed for somebody: a member by id, or anybody else, by name if they wish."""

    wanted: ToPut
    person: str | None = None
    name: str = ""
    route: Route | None = None


def type_point(told: ForSomebody, *, by: By) -> str:
    """Type a point for somebody; it waits until they say that it is right. Return its id.

    Whoever has no way in gets a code of their own: to say so, and to see what came of it.
    """
    wanted = told.wanted
    if wanted.way not in TYPED_WAYS:
        raise Refusal("no_way_known")
    if told.person == by.person:
        raise Refusal("typed_for_oneself")
    if wanted.shown_as is ShownAs.NAMED and not (told.person or told.name.strip()):
        raise Refusal("no_name_to_show")
    with locked(by.record) as log:
        check_runs(log, wanted.work, by)
        person = told.person or add_person(by.record, told.name.strip()[:120]).person
        point = _typed(log, wanted, person, by)
        if told.route is not None:
            reach.keep(by.record, person, told.route)
        if not accounts_of(by.record, person):
            row = SayAnswer(origin=by.record, work=wanted.work, kind=AnswerKind.TYPED)
            row.person, row.point = person, point
            answers.hand_out(row, now=by.now)
    return point


def type_group(told: ForSomebody, *, by: By) -> str:
    """Enter what several people agreed on, and make a slip with a code for each of them."""
    wanted = replace(told.wanted, way=PointWay.GROUP, holding=None)
    if not 2 <= wanted.group_of <= MOST_IN_A_GROUP:
        raise Refusal("so_many_in_a_group", {"most": MOST_IN_A_GROUP})
    with locked(by.record) as log:
        check_runs(log, wanted.work, by)
        person = add_person(by.record, told.name.strip()[:120]).person
        point = new_id()
        put_as(wanted, point, person=person, by=Actor(person, typed_by=by.person), at=by)
        if told.route is not None:
            reach.keep(by.record, person, told.route)
        for _ in range(wanted.group_of):
            row = SayAnswer(origin=log.origin, work=wanted.work, kind=AnswerKind.SLIP)
            row.point = point
            answers.hand_out(row, now=by.now)
    return point


def _typed(log: Log, wanted: ToPut, person: str, by: By) -> str:
    held = sits_in(log, work_under(log, wanted.work), person)
    point = new_id()
    if held:  # whose capacity is that of their place
        wanted = replace(wanted, holding=held[0][0], said_capacity=None)
    put_as(wanted, point, person=person, by=Actor(person, typed_by=by.person), at=by)
    return point


def say_right(answer: str, *, right: bool, now: datetime) -> int:
    """Say with one's own code that what was typed, or what a group agreed on, is right, or not."""
    row = answers.find(answer)
    put = contributors.one(row.origin, row.point or "")
    if put is None:
        raise NotAllowed("no_such_point")
    with locked(row.origin):
        if row.person is None:
            answers.sent(row, add_person(row.origin, "").person, now=now)
        fact = EntryConfirmed(entry=put.entry, how=ConfirmedHow.OWN_CODE, right=right)
        by = Actor(row.person, invited=row.kind == AnswerKind.SLIP)
        return enter(fact, record=row.origin, by=by, now=now)[0]


def letters_for(origin: str, point: str) -> list[tuple[SayAnswer, str]]:
    """Return the codes that were handed out for a point and are not used, with their rows."""
    rows = SayAnswer.objects.filter(origin=origin, point=point, sent_at=None).order_by("made_at")
    found = answers.opened(rows)
    return [(row, found[row.id].code) for row in rows if row.id in found]


def person_of(origin: str, point: str) -> str | None:
    """Return who put a point."""
    put = contributors.one(origin, point)
    log = find_log(origin)
    return contributors.contributors(log, {point: put.entry}).get(point) if put else None
