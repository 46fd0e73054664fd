"""The room: each place of a board, and how whoever holds it has come and gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from withus.core.deciding.now import Stands
from withus.core.deciding.outcome import whom
from withus.core.deciding.rule import RuleKind
from withus.core.facts.meeting import PresenceNoted
from withus.core.history.state import Board, Deputy, Meeting, Place
from withus.core.history.told import Told
from withus.core.rules.own_place import counts_for


@dataclass(frozen=True, slots=True)
class InPlace:
    """A place in being, and what was noted of whoever holds it, the first first.

    `counts` is whether they are counted for the place, now that they are here; `unsure` whether
    another entered that they are, and nobody has said yet that it is right.
    """

    place: Place
    noted: tuple[Told[PresenceNoted], ...] = ()
    deputy: Deputy | None = None
    counts: bool = False
    unsure: bool = False

    @property
    def holding(self) -> str:
        """Tell the holding; none where nobody holds the place."""
        held = self.place.held
        return held.taken.fact.holding if held else ""

    @property
    def here(self) -> bool:
        """Tell whether they are in the room, or their deputy is."""
        return bool(self.noted) and self.noted[-1].fact.came


def places_in(board: Board, meeting: Meeting) -> Iterator[InPlace]:
    """Yield each place in being with whoever is in it, in the order in which they were made.

    Reads: the places of the board; what was noted of who came and left, and confirmed since.
    """
    said = said_right(meeting)
    for place in board.places.values():
        if place.ended is None:
            yield in_place(board, meeting, place, said)


def in_place(board: Board, meeting: Meeting, place: Place, said: Mapping[int, bool]) -> InPlace:
    """Tell one place as it stands in the room.

    Shape: `said` as of `said_right`.
    Source: rules.md, How it is worked out, 3 and 5.
    """
    held = place.held
    noted = meeting.presence.get(held.taken.fact.holding, ()) if held else ()
    if not noted or not noted[-1].fact.came:
        return InPlace(place, noted)
    last = noted[-1]
    deputy = board.deputies.get(last.fact.deputy or "")
    counts = deputy is None or counts_for(deputy.named.fact, place.made.fact)
    right = said.get(last.entry)
    unsure = not last.fact.self_entered and right is None
    return InPlace(place, noted, deputy, counts and right is not False, unsure)


def said_right(meeting: Meeting) -> Mapping[int, bool]:
    """Tell of which entries of a meeting somebody said that they are right, or not; the last holds.

    Reads: what was confirmed.
    """
    return {each.fact.entry: each.fact.right for each in meeting.said.confirmed}


def lacking(found: Stands) -> frozenset[str]:
    """Tell the places of those whom a board would need in the room to decide, and who are not.

    Formula: of each `present` rule that is unmet, the places it asks for that do not count as here.
    Not: which of them is enough; nor anybody, where a rule lets in no more than so many.
    """
    unmet = [rule for rule in found.decision.unmet if rule.kind is RuleKind.PRESENT]
    return frozenset(
        seat.ref
        for seat in found.seats
        for rule in unmet
        if seat.took is None and not seat.recused and whom(rule).includes(seat.place)
    )
