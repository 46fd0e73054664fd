"""Telling people what became of what they said: noted once, however and by whoever it was done."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localdate

from withus.actions.answering import By
from withus.actions.joining import enter
from withus.core.errors import Refusal
from withus.core.facts.answering import ContributorTold
from withus.core.rules.situation import NotAllowed
from withus.core.words import ToldRoute
from withus.stores.answering import reach, tellings
from withus.stores.answering.models import Telling
from withus.stores.answering.reach import Route
from withus.stores.record.append import THE_HOST, Actor
from withus.stores.record.whole import whole

SETTLED = {"told_already", "point_withdrawn"}
"""Why nothing need be told any more, found where a telling still waits."""


def note_told(telling: Telling, route: ToldRoute, *, by: Actor, now: datetime) -> bool:
    """Enter that somebody was told, once; tell whether they were not before."""
    with whole():
        if not tellings.note(telling.id, now=now):
            return False
        fact = ContributorTold(point=telling.point, route=route, day=localdate(now))
        try:
            enter(fact, record=telling.origin, by=by, now=now)
        except NotAllowed as refusal:
            if refusal.code not in SETTLED:
                raise
            return False
        return True


def note_by_hand(telling: str, route: ToldRoute, *, work: str, by: By) -> None:
    """Note that whoever runs the work told somebody: by a letter, a text, a call, or another."""
    found = tellings.find(telling)
    if found is None or (found.origin, found.work) != (by.record, work):
        raise Refusal("no_such_telling")
    if route not in tellings.BY_HAND:
        raise Refusal("no_route_to_tell")
    if not note_told(found, route, by=by.actor, now=by.now):
        raise NotAllowed("told_already")


def note_seen(record: str, person: str, *, now: datetime) -> int:
    """Note that somebody saw on their own page what became of what they said."""
    waiting = [each for each in tellings.to_person(record, person) if each.told is None]
    return sum(note_told(each, ToldRoute.SCREEN, by=THE_HOST, now=now) for each in waiting)


def note_delivered(telling: str, *, now: datetime) -> None:
    """Note that a mail to somebody was handed on to their mail server."""
    found = tellings.find(telling)
    if found is not None:
        note_told(found, ToldRoute.EMAIL, by=THE_HOST, now=now)


def choose_route(record: str, person: str, route: Route) -> None:
    """Keep how somebody wishes to be told; what they wait for comes by that route."""
    with whole():
        reach.keep(record, person, route)
        for each in tellings.to_person(record, person):
            if each.told is None:
                tellings.another_way(each.id, route.route)
