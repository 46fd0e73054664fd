"""States folded before, in this process's memory, each with the tree of entries it follows from.

A state is taken up again only where the record still has that very tree at its beginning: then it
is what folding those entries would give, and only those after it are folded. Nobody need tell this
memory that something was rolled back, restored or written by another process.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from threading import Lock

from withus.core.history.state import State
from withus.core.proofs.tree import peaks
from withus.stores.record.models import Log, Subtree

MOST_SIZES = 8  # of a record, looked up in one statement
MOST = 64  # states; a board of 5,000 entries takes some megabytes


@dataclass(frozen=True, slots=True)
class Remembered:
    """A stream's state, and the record it follows from: its size and the tree's peaks."""

    state: State | None  # None: it has no entry yet
    size: int
    peaks: bytes
    tail: int  # entries of the stream after the state that this process last saw kept


_STATES: OrderedDict[tuple[str, str], Remembered] = OrderedDict()
_LOCK = Lock()


def remember(log: Log, stream: str, state: State | None, tail: int) -> None:
    """Take in a state that follows from all of a record's entries, as its head tells them."""
    with _LOCK:
        _STATES[log.origin, stream] = Remembered(state, log.size, bytes(log.peaks), tail)
        _STATES.move_to_end((log.origin, stream))
        while len(_STATES) > MOST:
            _STATES.popitem(last=False)


def look_up(log: Log, stream: str) -> Remembered | None:
    """Return the state that is remembered of a stream, whatever the record has become since."""
    with _LOCK:
        return _STATES.get((log.origin, stream))


def is_remembered(origin: str, stream: str) -> bool:
    """Tell whether any state of a stream is remembered."""
    with _LOCK:
        return (origin, stream) in _STATES


def still_stand(log: Log, some: Iterable[Remembered]) -> bool:
    """Tell whether a record begins with all that some states follow from; one statement."""
    wanted = {each.size: each.peaks for each in some}
    if not all(0 < size <= log.size for size in wanted) or len(wanted) > MOST_SIZES:
        return False
    if any(each.peaks != wanted[each.size] for each in some):
        return False
    found = hashes_at(log, {place for size in wanted for place in peaks(0, size)})
    return all(
        b"".join(found.get(place, b"") for place in peaks(0, size)) == told
        for size, told in wanted.items()
    )


def forget() -> None:
    """Forget every state."""
    with _LOCK:
        _STATES.clear()


def hashes_at(log: Log, places: Collection[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
    """Return the hashes at some places of a record's tree, and a few more."""
    levels, indexes = ({each[n] for each in places} for n in (0, 1))
    rows = Subtree.objects.filter(log=log, level__in=levels, index__in=indexes)
    found = rows.values_list("level", "index", "digest")
    return {(level, index): bytes(digest) for level, index, digest in found}
