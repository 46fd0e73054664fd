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
    PlaceEnded,
    PlaceMade,
)
from withus.core.rules.situation import NotAllowed
from withus.core.words import Capacity, Ended
from withus.stores.keys.locker import new_id
from withus.stores.people.identity import add_person
from withus.stores.record.append import Actor, locked

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


def name_deputy(wanted: ToName, *, record: str, by: str, now: datetime) -> tuple[int, ...]:
    """Choose somebody, by the name they go by, to come in one's stead to any meeting.

    Errors: NotAllowed `deputy_without_name`, `name_too_long`, and those of the rules.
    """
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
        return enter(fact, record=record, by=Actor(person=by), now=now)


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
