"""The fold itself: entries in, histories out. Decisions and figures come from here alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from withus.core.facts.encoding import Entry
from withus.core.facts.fact import Fact
from withus.core.history import joining, keeping
from withus.core.history.state import Board, Partnership
from withus.core.history.streams import PARTNERSHIP, InMemory
from withus.core.history.told import Told, told

State = TypeVar("State", Board, Partnership)

BOARD = {**keeping.ANY_CHANGES, **joining.BOARD_CHANGES}
WHOLE = {**keeping.ANY_CHANGES, **keeping.PARTNERSHIP_CHANGES, **joining.PARTNERSHIP_CHANGES}


@dataclass(frozen=True, slots=True)
class History:
    """A record folded up to some entry: the partnership and each of its boards.

    `lost` are entries that refer to nothing in the record, and so belong to no stream.
    `types` counts every entry by the type of its fact; `day` is the log's day of the last one.
    """

    partnership: Partnership = field(default_factory=Partnership)
    boards: Mapping[str, Board] = field(default_factory=dict)
    size: int = 0
    lost: tuple[int, ...] = ()
    types: Mapping[str, int] = field(default_factory=dict)
    day: date | None = None


def evolve_board(board: Board, entry: Entry) -> Board:
    """Tell a board after one more entry of its stream.

    Reads: the entry's clear fields alone.
    Not: a check that the entry was allowed; an entry that fits nothing changes nothing but `odd`.
    """
    return evolved(board, told(entry), BOARD)


def evolve_partnership(partnership: Partnership, entry: Entry) -> Partnership:
    """Tell a partnership after one more entry of its stream.

    Reads: the entry's clear fields alone.
    Not: a check that the entry was allowed; an entry that fits nothing changes nothing but `odd`.
    """
    return evolved(partnership, told(entry), WHOLE)


def evolved(
    state: State, one: Told[Fact], changes: Mapping[type[Fact], Callable[..., State | None]]
) -> State:
    """Tell a state after a fact; where it changes nothing, the entry is odd."""
    change = changes.get(type(one.fact))
    after = None if change is None else change(state, one)
    return replace(state, odd=(*state.odd, one.entry)) if after is None else after


class Folding:
    """A fold under way, an entry at a time, for records too long to hold."""

    def __init__(self) -> None:
        """Start before the first entry."""
        self._streams = InMemory()
        self._partnership = Partnership()
        self._boards: dict[str, Board] = {}
        self._lost: list[int] = []
        self._types: Counter[str] = Counter()
        self._last: Entry | None = None

    def take(self, entry: Entry) -> None:
        """Take in the next entry."""
        stream = self._streams.learn(entry.fact)
        if stream is None:
            self._lost.append(entry.index)
        elif stream == PARTNERSHIP:
            self._partnership = evolve_partnership(self._partnership, entry)
        else:
            board = self._boards.get(stream, Board())
            self._boards[stream] = evolve_board(board, entry)
        self._types[entry.fact.TYPE] += 1
        self._last = entry

    def history(self) -> History:
        """Tell the history so far."""
        return History(
            self._partnership,
            dict(self._boards),
            self._types.total(),
            tuple(self._lost),
            dict(self._types),
            None if self._last is None else self._last.day,
        )


def replay(entries: Iterable[Entry], *, until: date | None = None) -> History:
    """Fold a record from its first entry.

    Shape: entries in order, from 0; those of the log's day `until` and later are left out.
    Reads: clear fields alone, so that who asks and what is erased changes nothing.
    """
    folding = Folding()
    for entry in entries:
        if until is not None and entry.day >= until:
            break
        folding.take(entry)
    return folding.history()
