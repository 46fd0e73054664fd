"""What somebody is in a partnership: worked out from the entries that are about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from withus.core.history.state import Board, Partnership, State
from withus.core.history.streams import PARTNERSHIP
from withus.core.rules.rights import Act, Role, check_may, duties_held, places_held
from withus.stores.people.models import Person
from withus.stores.record.finding import entries_about
from withus.stores.record.models import Indexed, Log, SealedValue
from withus.stores.record.states import states

__all__ = ["Standing", "check_duty", "duties_of", "entries_about", "roles_of", "standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands: the entries about them, and the states they are in."""

    log: Log
    mine: frozenset[int]
    states: Mapping[str, State]

    def roles(self, *, on: date, board: str | None = None) -> frozenset[Role]:
        """Tell what they are on a day: in the whole partnership, or on one board."""
        found: set[Role] = set()
        for stream, state in self.states.items():
            if isinstance(state, Partnership):
                found |= duties_held(state, self.mine, on=on, board=board)
            elif isinstance(state, Board) and board in (None, stream):
                found |= places_held(state, self.mine)
        return frozenset(found)


def check_duty(act: Act, origin: str, *, by: str, on: date) -> None:
    """Refuse to tell what none of somebody's duties lets them see."""
    check_may(act, duties_of(origin, by, on=on))


def duties_of(origin: str, person: str, *, on: date, board: str | None = None) -> frozenset[Role]:
    """Return what somebody is on a day by their duties alone."""
    found = standing(origin, person, board=PARTNERSHIP)
    return found.roles(on=on, board=board) if found else frozenset()


def roles_of(origin: str, person: str, *, on: date, board: str | None = None) -> frozenset[Role]:
    """Return what somebody is on a day: in the whole partnership, or on one board.

    At most four statements, however long the record and however many boards.
    """
    found = standing(origin, person, board=board)
    return found.roles(on=on, board=board) if found else frozenset()


def standing(origin: str, person: str, *, board: str | None = None) -> Standing | None:
    """Return where somebody stands; None where no entry is about them there.

    Shape: `board` is the only one wanted beside the partnership as a whole; None: all of theirs.
    """
    key = Person.objects.filter(id=person, origin=origin).values("key")
    named = SealedValue.objects.filter(log__origin=origin, key__in=key).values("entry")
    rows = Indexed.objects.filter(log__origin=origin, index__in=named).select_related("log")
    if board is not None:  # of somebody with places on hundreds of boards, those are not read
        rows = rows.filter(stream__in={PARTNERSHIP, board})
    mine = {row.index: row for row in rows}
    if not mine:
        return None
    log = next(iter(mine.values())).log
    streams = {str(row.stream) for row in mine.values() if row.stream is not None}
    return Standing(log, frozenset(mine), states(log, streams))
