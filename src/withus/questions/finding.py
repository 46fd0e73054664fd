"""Finding a partnership that is public: live, and not a practice run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from withus.core.errors import Refusal
from withus.core.facts.encoding import decode
from withus.core.history.kept import FOLD, read_state
from withus.core.history.state import Board
from withus.core.history.streams import PARTNERSHIP
from withus.stores.joining.models import PartnershipRow
from withus.stores.record.models import Indexed, KeptState, Leaf, Log
from withus.stores.record.read import evolve


class NotHere(Refusal):
    """Say that there is nothing here of that name; a practice run is nothing here either."""


@dataclass(frozen=True, slots=True)
class Live:
    """A live partnership: its record, and what it is called."""

    log: Log
    name: str
    entry: int  # the one it was opened by


def live(origin: str) -> Live:
    """Return a live partnership, or refuse: one that practises and one that is not, alike."""
    rows = PartnershipRow.objects.filter(origin=origin, ref=PARTNERSHIP, practice=False)
    row, log = rows.first(), Log.objects.filter(origin=origin).first()
    if row is None or log is None:
        raise NotHere("not_here")
    return Live(log, row.name, row.entry)


def boards_of(log: Log, wanted: Iterable[str]) -> Mapping[str, Board]:
    """Return several boards as they stand after the last entry, asking as often as for one."""
    names = list(wanted)
    rows = KeptState.objects.filter(log=log, stream__in=names, fold=FOLD)
    kept = {row.stream: row for row in rows}
    boards = {name: Board() for name in names} | {
        name: read_state(bytes(row.state), Board) for name, row in kept.items()
    }
    first = min((kept[name].size if name in kept else 0 for name in names), default=0)
    found = Indexed.objects.filter(log=log, stream__in=names, index__gte=first)
    stream_of = dict(found.values_list("index", "stream"))
    leaves = Leaf.objects.filter(log=log, index__in=found.values("index")).order_by("index")
    for index, content in leaves.values_list("index", "content"):
        stream = str(stream_of[index])
        if stream not in kept or index >= kept[stream].size:
            board = evolve(boards[stream], decode(bytes(content), index=index))
            assert isinstance(board, Board)
            boards[stream] = board
    return boards
