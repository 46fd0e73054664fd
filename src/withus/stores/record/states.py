"""Streams of a record as they stand after its last entry, in a few statements for any number.

What this process remembers of the record as it stands costs none. What it remembers of the record
as it was is taken up again only if nothing else has to be read from what is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import OuterRef, Q, Subquery

from withus.core.facts.encoding import decode
from withus.core.history.fold import begun, evolve
from withus.core.history.kept import FOLD, read_state
from withus.core.history.state import Board, Meeting, Partnership, State
from withus.core.history.streams import PARTNERSHIP
from withus.core.history.work import Work
from withus.stores.record.models import Indexed, KeptState, Leaf, Log, Minted
from withus.stores.record.remembered import (
    Remembered,
    is_remembered,
    look_up,
    remember,
    still_stand,
)

MOST_APART = 20  # so many places to begin at are told apart in one statement
KINDS: tuple[type[State], ...] = (Board, Meeting, Work, Partnership)


@dataclass(frozen=True, slots=True)
class Folded:
    """A stream's state, and how many of its entries lie after the state that was kept.

    The state is None before the first entry, which says what kind of stream it is.
    """

    state: State | None
    tail: int


def board_state(log: Log, board: str) -> Board:
    """Return a board as it stands after the last entry; one never opened where there is none."""
    state = states(log, [board]).get(board)
    return state if isinstance(state, Board) else Board()


def meeting_state(log: Log, meeting: str) -> Meeting:
    """Return a meeting as it stands after the last entry; one never called where there is none."""
    state = states(log, [meeting]).get(meeting)
    return state if isinstance(state, Meeting) else Meeting()


def work_state(log: Log, work: str) -> Work:
    """Return a work as it stands after the last entry; one never opened where there is none."""
    state = states(log, [work]).get(work)
    return state if isinstance(state, Work) else Work()


def partnership_state(log: Log) -> Partnership:
    """Return a partnership as it stands after the last entry."""
    state = states(log, [PARTNERSHIP]).get(PARTNERSHIP)
    return state if isinstance(state, Partnership) else Partnership()


def states(log: Log, wanted: Iterable[str]) -> dict[str, State]:
    """Return several streams as they stand after the last entry; none that has no entry."""
    found = folded(log, wanted).items()
    return {stream: each.state for stream, each in found if each.state is not None}


def folded(log: Log, wanted: Iterable[str]) -> dict[str, Folded]:
    """Return several streams as of the record's last entry, folded from the nearest kept."""
    known = {stream: look_up(log, stream) for stream in set(wanted)}
    found = {
        stream: Folded(each.state, each.tail)
        for stream, each in known.items()
        if each and stands(log, each)
    }
    rest = {stream: each for stream, each in known.items() if stream not in found}
    if rest:
        before = as_remembered(log, rest) or as_kept(log, rest)
        found |= brought_up(log, before)
    return found


def fold_beforehand(origin: str, ids: Iterable[str]) -> None:
    """Fold what a process's first act asks for before it holds the lock: nobody waits for it then.

    Shape: a record's name, and ids that entries have given.
    """
    if is_remembered(origin, PARTNERSHIP):
        return
    log = Log.objects.filter(origin=origin).first()
    if log is not None:
        rows = Minted.objects.filter(log=log, name__in=set(ids))
        states(log, {PARTNERSHIP, *rows.values_list("stream", flat=True)})


def stands(log: Log, each: Remembered) -> bool:
    """Tell whether a state follows from the record as it stands."""
    return each.size == log.size and each.peaks == bytes(log.peaks)


Before = Mapping[str, tuple[State | None, int, int]]
"""A stream's state, the record's size then, and its entries since one was kept."""


def as_remembered(log: Log, rest: Mapping[str, Remembered | None]) -> Before:
    """Return what is remembered of all of some streams, if the record goes on from all of it."""
    known = {stream: each for stream, each in rest.items() if each is not None}
    if len(known) < len(rest) or not still_stand(log, known.values()):
        return {}
    return {stream: (each.state, each.size, each.tail) for stream, each in known.items()}


def as_kept(log: Log, streams: Iterable[str]) -> Before:
    """Return what is kept of some streams; of the others, that nothing has happened yet."""
    rows = KeptState.objects.filter(log=log, stream__in=list(streams), fold=FOLD)
    kept = {row.stream: row for row in rows.filter(size__lte=log.size)}
    found: dict[str, tuple[State | None, int, int]] = {}
    for stream in streams:
        row = kept.get(stream)
        state: State | None = read_state(bytes(row.state), *KINDS) if row else None
        found[stream] = state, row.size if row else 0, 0
    return found


def brought_up(log: Log, before: Before) -> dict[str, Folded]:
    """Return states after the entries that came since, and remember them.

    Each leaf is asked for by its number, beside the row that finds it: joined or named by a list,
    PostgreSQL may read every leaf of the record.
    """
    after: dict[str, State | None] = {stream: each[0] for stream, each in before.items()}
    tails = {stream: tail for stream, (_, _, tail) in before.items()}
    leaf = Leaf.objects.filter(log=log, index=OuterRef("index")).values("content")
    rows = Indexed.objects.filter(since(before), log=log, index__lt=log.size).order_by("index")
    for index, told, content in rows.values_list("index", "stream", Subquery(leaf)):
        stream = str(told)
        if index >= before[stream][1]:
            entry = decode(bytes(content), index=index)
            after[stream] = evolve(after[stream] or begun(stream, entry.fact), entry)
            tails[stream] += 1
    for name, state in after.items():
        remember(log, name, state, tails[name])
    return {name: Folded(state, tails[name]) for name, state in after.items()}


def since(before: Before) -> Q:
    """Return what finds the entries of each stream from where its state stands."""
    starts: dict[int, list[str]] = {}
    for stream, (_, start, _) in before.items():
        starts.setdefault(start, []).append(stream)
    if len(starts) > MOST_APART:
        starts = {min(starts): list(before)}
    return reduce(or_, (Q(stream__in=some, index__gte=start) for start, some in starts.items()))
