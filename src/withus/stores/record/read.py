"""Reading the record: entries, with what opens them; and states, folded to the last entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from withus.core.errors import Refusal
from withus.core.facts.encoding import Entry, decode
from withus.core.facts.joining import BoardOpened
from withus.core.history.fold import evolve_board, evolve_partnership
from withus.core.history.kept import FOLD, read_state
from withus.core.history.state import Board, Partnership
from withus.core.history.streams import PARTNERSHIP
from withus.stores.record.models import Indexed, KeptState, Leaf, Log

AT_A_TIME = 500  # entries fetched in one go where a whole record is read


class NoSuchRecord(Refusal):
    """Say that there is no record of that name here."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A stream's state, and how many of its entries lie after the state that was kept."""

    state: Board | Partnership
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
    """Return a stream's state, from the state that was kept and every entry after it."""
    kept = KeptState.objects.filter(log=log, stream=stream, fold=FOLD).first()
    kind: type[Board] | type[Partnership] = Partnership if stream == PARTNERSHIP else Board
    state = read_state(bytes(kept.state), kind) if kept is not None else kind()
    first = kept.size if kept is not None else 0
    after = Indexed.objects.filter(log=log, stream=stream, index__gte=first).values("index")
    rows = Leaf.objects.filter(log=log, index__in=after).order_by("index")
    tail = 0
    for index, content in rows.values_list("index", "content"):
        state, tail = evolve(state, decode(bytes(content), index=index)), tail + 1
    return Folded(state, tail)


def evolve(state: Board | Partnership, entry: Entry) -> Board | Partnership:
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
