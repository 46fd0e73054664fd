"""A board's places as anybody may see them, from its folded state. No name, and no words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from withus.core.facts.joining import MandateGranted, PlaceMade
from withus.core.history.state import Board, Place
from withus.core.words import AFFECTED, Capacity, ShownAs

Granted = tuple[MandateGranted, int]  # a mandate, and its entry
Mandates = Mapping[str, Granted]  # by the holding it is of


@dataclass(frozen=True, slots=True)
class Tally:
    """Of the places held in a capacity: how many somebody holds, how many nobody does."""

    held: int
    vacant: int


@dataclass(frozen=True, slots=True)
class Count:
    """The places of a board on a day, by capacity."""

    by_capacity: Mapping[Capacity, Tally]

    @property
    def places(self) -> int:
        """Tell how many places there are."""
        return sum(each.held + each.vacant for each in self.by_capacity.values())

    @property
    def vacant(self) -> int:
        """Tell how many of them nobody holds."""
        return sum(each.vacant for each in self.by_capacity.values())

    @property
    def affected(self) -> int:
        """Tell how many are held by the people it is about."""
        return sum(each.held for code, each in self.by_capacity.items() if code in AFFECTED)


@dataclass(frozen=True, slots=True)
class PlaceSeen:
    """A place as anybody may see it."""

    made: PlaceMade
    held: bool
    since: date
    shown_as: ShownAs | None
    mandate: MandateGranted | None
    entries: tuple[int, ...]  # that this was counted from
    taken: int | None = None  # the entry that says somebody took it, while they hold it


def count(board: Board) -> Count:
    """Count a board's places in being."""
    standing = [each for each in board.places.values() if each.ended is None]
    tallies: dict[Capacity, Tally] = {}
    for code in Capacity:
        own = [each for each in standing if each.made.fact.capacity is code]
        if own:
            held = sum(each.held is not None for each in own)
            tallies[code] = Tally(held, len(own) - held)
    return Count(tallies)


def places(board: Board, *, on: date) -> Iterator[PlaceSeen]:
    """Yield the places in being; a mandate only where it is in force on that day."""
    mandates = dict(in_force(board, on))
    for place in board.places.values():
        if place.ended is None:
            yield seen(board, place, mandates)


def in_force(board: Board, on: date) -> Iterator[tuple[str, Granted]]:
    """Yield each mandate in force on a day, with its entry, by the holding it is of."""
    for each in board.mandates.values():
        fact = each.granted.fact
        begun = fact.from_ <= on and (fact.until is None or on < fact.until)
        if begun and each.ended is None:
            yield fact.holding, (fact, each.granted.entry)


def seen(
    board: Board, place: Place, mandates: Mapping[str, tuple[MandateGranted, int]]
) -> PlaceSeen:
    """Return one place as anybody may see it."""
    held, last = place.held, place.holdings[-1] if place.holdings else None
    entries = {place.made.entry}
    since, mandate = place.made.day, None
    if held is not None:
        since = held.taken.day
        entries.add(held.taken.entry)
        mandate, granted = mandates.get(held.taken.fact.holding, (None, held.taken.entry))
        entries.add(granted)
    elif last is not None and last.left is not None:
        since = last.left.day
        entries |= {last.taken.entry, last.left.entry}
    entries |= {each.entry for each in board.said.corrections if each.fact.entry in entries}
    return PlaceSeen(
        made=place.made.fact,
        held=held is not None,
        since=since,
        shown_as=held.taken.fact.shown_as if held else None,
        mandate=mandate,
        entries=tuple(sorted(entries)),
        taken=held.taken.entry if held else None,
    )
