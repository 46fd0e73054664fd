"""Boards opened; places made and ended; a member's deputy; and a mandate typed in by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from withus.actions.joining import enter
from withus.core.facts.joining import (
    BoardOpened,
    DeputyEnded,
    DeputyNamed,
    MandateEnded,
    MandateGranted,
    MandateReported,
    PlaceEnded,
    PlaceMade,
)
from withus.core.rules.situation import NotAllowed
from withus.core.words import Capacity, Ended
from withus.stores.joining.models import PlaceRow
from withus.stores.keys.locker import new_id
from withus.stores.people.identity import add_person
from withus.stores.record.append import Actor, locked
from withus.stores.record.models import Log
from withus.stores.record.openings import find_openings
from withus.stores.record.states import board_state

MOST_AT_ONCE, LONGEST_NAME = 50, 120


def open_board(wanted: BoardOpened, *, record: str, by: str, now: datetime) -> str:
    """Open a board, and return its id."""
    board = new_id()
    enter(replace(wanted, board=board), record=record, by=Actor(person=by), now=now)
    return board


def make_places(
    wanted: PlaceMade, *, many: int, record: str, by: str, now: datetime
) -> tuple[int, ...]:
    """Make so many places that are alike; each gets an id of its own.

    Errors: NotAllowed `too_many_at_once`, and those of the rules.
    """
    if not 1 <= many <= MOST_AT_ONCE:
        raise NotAllowed("too_many_at_once", {"most": MOST_AT_ONCE})
    every = [replace(wanted, place=new_id()) for _ in range(many)]
    return enter(*every, record=record, by=Actor(person=by), now=now)


def end_place(*, record: str, place: str, by: str, now: datetime) -> tuple[int, ...]:
    """End a place that nobody holds."""
    return enter(PlaceEnded(place=place), record=record, by=Actor(person=by), now=now)


@dataclass(frozen=True, slots=True)
class ToName:
    """Whom a member chooses as their deputy, for which place, and in what capacity they come."""

    name: str
    place: str
    capacity: Capacity


def type_deputy(wanted: ToName, *, record: str, by: str, now: datetime) -> tuple[int, ...]:
    """Enter for a member whom they chose as their deputy, who comes once that is confirmed.

    Errors: as `name_deputy`; NotAllowed `not_in_a_place`, `typed_for_oneself`.
    """
    with locked(record) as log:
        who = Actor(person=holder_of(log, wanted.place, by=by), typed_by=by)
        return _name(wanted, record=record, who=who, now=now)


def type_report(
    fact: MandateReported, *, place: str, record: str, by: str, now: datetime
) -> tuple[int, ...]:
    """Enter for a member that they told those who gave them their mandate."""
    with locked(record) as log:
        who = Actor(person=holder_of(log, place, by=by), typed_by=by)
        return enter(fact, record=record, by=who, now=now)


def holder_of(log: Log, place: str, *, by: str) -> str:
    """Return who holds a place, for whoever types for them: never for themselves.

    Errors: NotAllowed `not_in_a_place`, `typed_for_oneself`.
    """
    row = PlaceRow.objects.filter(origin=log.origin, ref=place).first()
    seated = board_state(log, row.board).places.get(place) if row else None
    entry = seated.held.taken.entry if seated and seated.held else None
    opening = find_openings(log, [entry])[entry].get("person") if entry is not None else None
    person = getattr(opening, "value", None)
    if person is None:
        raise NotAllowed("not_in_a_place")
    if person == by:
        raise NotAllowed("typed_for_oneself")
    return str(person)


def name_deputy(wanted: ToName, *, record: str, by: str, now: datetime) -> tuple[int, ...]:
    """Choose somebody, by the name they go by, to come in one's stead to any meeting.

    Errors: NotAllowed `deputy_without_name`, `name_too_long`, and those of the rules.
    """
    return _name(wanted, record=record, who=Actor(person=by), now=now)


def _name(wanted: ToName, *, record: str, who: Actor, now: datetime) -> tuple[int, ...]:
    name = " ".join(wanted.name.split())
    if not name:
        raise NotAllowed("deputy_without_name")
    if len(name) > LONGEST_NAME:
        raise NotAllowed("name_too_long")
    with locked(record):
        fact = DeputyNamed(
            deputy=new_id(),
            place=wanted.place,
            capacity=wanted.capacity,
            meeting=None,
            person=add_person(record, name).person,
        )
        return enter(fact, record=record, by=who, now=now)


def end_deputy(*, record: str, deputy: str, by: str, now: datetime) -> tuple[int, ...]:
    """End what a deputy of one's own is."""
    return enter(DeputyEnded(deputy=deputy), record=record, by=Actor(person=by), now=now)


def grant_mandate(
    wanted: MandateGranted, *, record: str, by: str, now: datetime
) -> tuple[int, ...]:
    """Enter a mandate that was given outside of here."""
    fact = replace(wanted, mandate=new_id())
    return enter(fact, record=record, by=Actor(person=by), now=now)


def end_mandate(
    *, record: str, mandate: str, how: Ended, by: str, now: datetime
) -> tuple[int, ...]:
    """Enter that a mandate came to its end."""
    return enter(
        MandateEnded(mandate=mandate, how=how), record=record, by=Actor(person=by), now=now
    )
