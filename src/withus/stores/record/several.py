"""Several streams of a record as they stand after its last entry, in at most three statements.

What this process remembers of the record as it stands costs none. What it remembers of the record
as it was is taken up again only if nothing else has to be read from what is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_

from django.db.models import Q

from withus.core.facts.encoding import decode
from withus.core.history.kept import FOLD, read_state
from withus.core.history.state import Board, Partnership
from withus.core.history.streams import PARTNERSHIP
from withus.stores.record.models import Indexed, KeptState, Leaf, Log
from withus.stores.record.read import State, evolve
from withus.stores.record.remembered import (
    Remembered,
    look_up,
    remember,
    still_stand,
)

MOST_APART = 20  # so many places to begin at are told apart in one statement


def states(log: Log, wanted: Iterable[str]) -> dict[str, State]:
    """Return several streams as they stand after the last entry."""
    known = {stream: look_up(log, stream) for stream in set(wanted)}
    found = {stream: each.state for stream, each in known.items() if each and stands(log, each)}
    rest = {stream: each for stream, each in known.items() if stream not in found}
    if rest:
        before = as_remembered(log, rest) or as_kept(log, rest)
        found |= brought_up(log, before)
    return found


def stands(log: Log, each: Remembered) -> bool:
    """Tell whether a state follows from the record as it stands."""
    return each.size == log.size and each.peaks == bytes(log.peaks)


Before = Mapping[str, tuple[State, int, int]]
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
    found: dict[str, tuple[State, int, int]] = {}
    for stream in streams:
        kind: type[Board] | type[Partnership] = Partnership if stream == PARTNERSHIP else Board
        row = kept.get(stream)
        state = read_state(bytes(row.state), kind) if row else kind()
        found[stream] = state, row.size if row else 0, 0
    return found


def brought_up(log: Log, before: Before) -> dict[str, State]:
    """Return states after the entries that came since, and remember them."""
    after = {stream: state for stream, (state, _, _) in before.items()}
    tails = {stream: tail for stream, (_, _, tail) in before.items()}
    rows = Indexed.objects.filter(since(before), log=log, index__lt=log.size)
    stream_of = {index: str(stream) for index, stream in rows.values_list("index", "stream")}
    if stream_of:
        leaves = Leaf.objects.filter(log=log, index__in=rows.values("index")).order_by("index")
        for index, content in leaves.values_list("index", "content"):
            stream = stream_of[index]
            if index >= before[stream][1]:
                after[stream] = evolve(after[stream], decode(bytes(content), index=index))
                tails[stream] += 1
    for stream, state in after.items():
        remember(log, stream, state, tails[stream])
    return after


def since(before: Before) -> Q:
    """Return what finds the entries of each stream from where its state stands."""
    starts: dict[int, list[str]] = {}
    for stream, (_, start, _) in before.items():
        starts.setdefault(start, []).append(stream)
    if len(starts) > MOST_APART:
        starts = {min(starts): list(before)}
    return reduce(or_, (Q(stream__in=some, index__gte=start) for start, some in starts.items()))
