"""One's own: leave a place, choose how it is shown, take one's name off and put it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from withus.actions.joining import enter
from withus.core.facts.joining import PlaceLeft, PlaceTaken
from withus.core.facts.keeping import EntryCorrected
from withus.core.history.state import Board, Holding
from withus.core.rules.own_place import (
    leaves_early,
    named_before,
    own_place,
    own_places,
    without_name,
)
from withus.core.words import Ended, ShownAs
from withus.stores.record.append import Actor, locked
from withus.stores.record.finding import entries_about
from withus.stores.record.models import Indexed, Log
from withus.stores.record.read import entries
from withus.stores.record.states import board_state


def show_as(
    *, record: str, person: str, entry: int, shown_as: ShownAs, now: datetime
) -> tuple[int, ...]:
    """Choose how a place of one's own is shown; nothing is entered where it is shown so already."""
    with locked(record) as log:
        board = _board_of(log, entry)
        _, held = own_place(board, entry, entries_about(log, person))
        changes = _changes([(held, shown_as)])
        return enter(*changes, record=record, by=Actor(person=person), now=now)


def leave(*, record: str, person: str, entry: int, on: date, now: datetime) -> tuple[int, ...]:
    """Give up a place of one's own; that it was held, and how it voted, stays counted."""
    with locked(record) as log:
        board = _board_of(log, entry)
        place, held = own_place(board, entry, entries_about(log, person))
        early = leaves_early(place.made.fact, on=on)
        left = PlaceLeft(holding=held.taken.fact.holding, how=Ended.RESIGNED, early=early)
        return enter(left, record=record, by=Actor(person=person), now=now)


def take_name_off(*, record: str, person: str, now: datetime) -> tuple[int, ...]:
    """Show every place of one's own by its role only that shows a name, all in one go."""
    with locked(record) as log:
        held = (one for _, one in _held(log, person))
        changes = _changes((one, without_name(one.taken.fact.shown_as)) for one in held)
        return enter(*changes, record=record, by=Actor(person=person), now=now)


def put_name_back(*, record: str, person: str, now: datetime) -> tuple[int, ...]:
    """Show by name again what showed it until it was taken off, all in one go."""
    with locked(record) as log:
        held = [
            (one, ShownAs.NAMED)
            for board, one in _held(log, person)
            if named_before(board, one, first=first_shown(log, one))
        ]
        return enter(*_changes(held), record=record, by=Actor(person=person), now=now)


def first_shown(log: Log, held: Holding) -> ShownAs:
    """Return how a place was shown when it was taken, before it was ever changed."""
    at = held.taken.entry
    fact = next(entries(log, start=at, end=at + 1)).fact
    assert isinstance(fact, PlaceTaken)
    return fact.shown_as


def _changes(held: Iterable[tuple[Holding, ShownAs]]) -> list[EntryCorrected]:
    return [
        EntryCorrected(entry=one.taken.entry, field="shown_as", value=shown.value)
        for one, shown in held
        if one.taken.fact.shown_as is not shown
    ]


def _board_of(log: Log, entry: int) -> Board:
    stream = Indexed.objects.filter(log=log, index=entry, type=PlaceTaken.TYPE)
    name = stream.values_list("stream", flat=True).first()
    return board_state(log, name) if name else Board()


def _held(log: Log, person: str) -> Iterator[tuple[Board, Holding]]:
    mine = entries_about(log, person)
    rows = Indexed.objects.filter(log=log, index__in=mine, type=PlaceTaken.TYPE)
    for name in sorted(filter(None, set(rows.values_list("stream", flat=True)))):
        board = board_state(log, name)
        yield from ((board, held) for _, held in own_places(board, mine))
