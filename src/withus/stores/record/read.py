"""Reading the record: entries, with what opens them; and states, folded to the last entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time

from django.db.models import QuerySet

from withus.core.errors import Refusal
from withus.core.facts.encoding import Entry, decode
from withus.core.facts.joining import BoardOpened
from withus.core.history.fold import evolve_board, evolve_partnership
from withus.core.history.kept import FOLD, read_state
from withus.core.history.state import Board, Partnership
from withus.core.history.streams import PARTNERSHIP
from withus.stores.record.models import Indexed, KeptState, Leaf, Log
from withus.stores.record.remembered import recall, remember

State = Board | Partnership
AT_A_TIME = 500  # entries fetched in one go where a whole record is read


class NoSuchRecord(Refusal):
    """Say that there is no record of that name here."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A stream's state, and how many of its entries lie after the state that was kept."""

    state: State
    tail: int


def origins() -> list[str]:
    """Return the names of all records here, in order."""
    return list(Log.objects.order_by("origin").values_list("origin", flat=True))


def find_log(origin: str) -> Log:
    """Return a record's row, or refuse."""
    log = Log.objects.filter(origin=origin).first()
    if log is None:
        raise NoSuchRecord("no_such_record", {"origin": origin})
    return log


def with_those_after(log: Log) -> list[str]:
    """Return a record's name and those it goes on as; people are known under the last of them."""
    names: list[str] = []
    at: Log | None = log
    while at is not None and at.origin not in names:
        names.append(at.origin)
        at = Log.objects.filter(origin=at.continued_by or "").first()
    return names


def boards_of(log: Log) -> list[str]:
    """Return the boards of a record, the first opened first."""
    opened = Indexed.objects.filter(log=log, type=BoardOpened.TYPE).order_by("index")
    return [str(stream) for stream in opened.values_list("stream", flat=True)]


def leaves(log: Log, *, start: int = 0, end: int | None = None) -> Iterator[bytes]:
    """Yield the bytes of entries in order, a few hundred at a time."""
    last = log.size if end is None else end
    for first in range(start, last, AT_A_TIME):
        rows = Leaf.objects.filter(
            log=log, index__gte=first, index__lt=min(first + AT_A_TIME, last)
        )
        yield from (bytes(row) for row in rows.order_by("index").values_list("content", flat=True))


def entries(log: Log, *, start: int = 0, end: int | None = None) -> Iterator[Entry]:
    """Yield entries in order, their sealed fields closed."""
    for index, content in enumerate(leaves(log, start=start, end=end), start=start):
        yield decode(content, index=index)


def folded(log: Log, stream: str) -> Folded:
    """Return a stream's state as of the record's last entry, folded from the nearest one kept."""
    before = recall(log, stream)
    if before is None:
        (state, start), tail = kept_state(log, stream), 0
    else:
        state, start, tail = before.state, before.size, before.tail
    if start < log.size:
        for entry in entries_of(log, stream, start):
            state, tail = evolve(state, entry), tail + 1
        remember(log, stream, state, tail)
    return Folded(state, tail)


def kept_state(log: Log, stream: str) -> tuple[State, int]:
    """Return the state of a stream that was kept, and the record's size then; or the first."""
    kind: type[Board] | type[Partnership] = Partnership if stream == PARTNERSHIP else Board
    kept = KeptState.objects.filter(log=log, stream=stream, fold=FOLD, size__lte=log.size)
    row = kept.first()
    return (kind(), 0) if row is None else (read_state(bytes(row.state), kind), row.size)


def kept_at(log: Log, stream: str) -> int:
    """Return the record's size when a stream's state was last kept; 0 if none was."""
    kept = KeptState.objects.filter(log=log, stream=stream, fold=FOLD)
    return kept.values_list("size", flat=True).first() or 0


def entries_of(log: Log, stream: str, start: int) -> Iterator[Entry]:
    """Yield a stream's entries from an index on, in order.

    Asked for by their numbers: in one statement, PostgreSQL may read every leaf of the record.
    """
    wanted = list(in_stream(log, stream, start).order_by("index").values_list("index", flat=True))
    for first in range(0, len(wanted), AT_A_TIME):
        some = wanted[first : first + AT_A_TIME]
        rows = Leaf.objects.filter(log=log, index__in=some).order_by("index")
        for index, content in rows.values_list("index", "content"):
            yield decode(bytes(content), index=index)


def in_stream(log: Log, stream: str, start: int) -> QuerySet[Indexed]:
    """Return the rows of a stream's entries from an index to the record's last."""
    return Indexed.objects.filter(log=log, stream=stream, index__gte=start, index__lt=log.size)


def latest(before: datetime | None, entry: Entry) -> datetime:
    """Return the log's time after an entry; one that tells the day alone counts from its start.

    So the head never holds the hour at which something happened that is kept by the day.
    """
    at = entry.circumstances.at
    moment = at if isinstance(at, datetime) else datetime.combine(at, time(), UTC)
    return moment if before is None else max(before, moment)


def evolve(state: State, entry: Entry) -> State:
    """Return a state after one more entry of its stream."""
    return (
        evolve_board(state, entry) if isinstance(state, Board) else evolve_partnership(state, entry)
    )


def board_state(log: Log, board: str) -> Board:
    """Return a board as it stands after the last entry."""
    state = folded(log, board).state
    assert isinstance(state, Board)
    return state


def partnership_state(log: Log) -> Partnership:
    """Return a partnership as it stands after the last entry."""
    state = folded(log, PARTNERSHIP).state
    assert isinstance(state, Partnership)
    return state
