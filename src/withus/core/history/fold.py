"""The fold itself: entries in, histories out. Decisions and figures come from here alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from withus.core.facts.encoding import Entry
from withus.core.facts.fact import Fact, Stream
from withus.core.facts.framing import WorkOpened
from withus.core.history import (
    answering,
    deciding,
    drafting,
    framing,
    joining,
    keeping,
    meeting,
    supporting,
)
from withus.core.history.state import Board, Meeting, Partnership, State
from withus.core.history.streams import PARTNERSHIP, InMemory
from withus.core.history.told import Told, told
from withus.core.history.work import Work

S = TypeVar("S", bound=State)
Changes = Mapping[type[Fact], Callable[..., Any]]

BOARD = {**keeping.ANY_CHANGES, **joining.BOARD_CHANGES, **deciding.BOARD_CHANGES}
MEETING = {**keeping.ANY_CHANGES, **meeting.CHANGES, **deciding.CHANGES}
WORK = {**keeping.ANY_CHANGES, **framing.CHANGES, **drafting.CHANGES, **answering.CHANGES}
WHOLE = {
    **keeping.ANY_CHANGES,
    **keeping.PARTNERSHIP_CHANGES,
    **joining.PARTNERSHIP_CHANGES,
    **supporting.PARTNERSHIP_CHANGES,
}
CHANGES: Mapping[Any, Changes] = {
    Board: BOARD,
    Meeting: MEETING,
    Work: WORK,
    Partnership: WHOLE,
}


@dataclass(frozen=True, slots=True)
class History:
    """A record folded up to some entry: the partnership, each of its boards, meetings and works.

    `lost` are entries that refer to nothing in the record, and so belong to no stream.
    `types` counts every entry by the type of its fact; `day` is the log's day of the last one.
    """

    partnership: Partnership = field(default_factory=Partnership)
    boards: Mapping[str, Board] = field(default_factory=dict)
    size: int = 0
    lost: tuple[int, ...] = ()
    types: Mapping[str, int] = field(default_factory=dict)
    day: date | None = None
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    works: Mapping[str, Work] = field(default_factory=dict)


def begun(stream: str, fact: Fact) -> State:
    """Tell what a stream is before its first entry, by what that entry is."""
    if stream == PARTNERSHIP:
        return Partnership()
    if isinstance(fact, WorkOpened):
        return Work()
    return Meeting() if fact.STREAM is Stream.OWN else Board()


def evolve(state: S, entry: Entry) -> S:
    """Tell a stream's state after one more entry.

    Reads: the entry's clear fields alone.
    Not: a check that the entry was allowed; an entry that fits nothing changes nothing but `odd`.
    """
    return evolved(state, told(entry), CHANGES[type(state)])


def evolved(state: S, one: Told[Fact], changes: Changes) -> S:
    """Tell a state after a fact; where it changes nothing, the entry is odd."""
    change = changes.get(type(one.fact))
    after = None if change is None else change(state, one)
    return replace(state, odd=(*state.odd, one.entry)) if after is None else after


class Folding:
    """A fold under way, an entry at a time, for records too long to hold."""

    def __init__(self) -> None:
        """Start before the first entry."""
        self._streams = InMemory()
        self._states: dict[str, State] = {}
        self._lost: list[int] = []
        self._types: Counter[str] = Counter()
        self._last: Entry | None = None

    def take(self, entry: Entry) -> None:
        """Take in the next entry."""
        stream = self._streams.learn(entry.fact)
        if stream is None:
            self._lost.append(entry.index)
        else:
            before = self._states.get(stream)
            self._states[stream] = evolve(before or begun(stream, entry.fact), entry)
        self._types[entry.fact.TYPE] += 1
        self._last = entry

    def history(self) -> History:
        """Tell the history so far."""
        states = self._states.items()
        whole = self._states.get(PARTNERSHIP)
        return History(
            whole if isinstance(whole, Partnership) else Partnership(),
            {name: each for name, each in states if isinstance(each, Board)},
            self._types.total(),
            tuple(self._lost),
            dict(self._types),
            None if self._last is None else self._last.day,
            {name: each for name, each in states if isinstance(each, Meeting)},
            {name: each for name, each in states if isinstance(each, Work)},
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
