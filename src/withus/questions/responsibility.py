"""Where the responsibility sits: the boards that a board stands under, and who decides there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from withus.core.deciding.mirror import Mirror
from withus.core.findings.finding import NotEnough
from withus.core.history.state import Board
from withus.core.proofs.base64_strict import to_base64
from withus.core.words import Level
from withus.questions.deciding import means_on
from withus.questions.finding import Live, NotHere, boards_of, live
from withus.questions.places import Count, count
from withus.stores.joining.models import BoardRow
from withus.stores.record.proving import from_tree

MOST_ABOVE = 4  # boards above one that are looked up: there are as many levels


@dataclass(frozen=True, slots=True)
class Step:
    """A board on the way up, as it stands: its places, and what its rules mean."""

    origin: str
    id: str
    name: str
    level: Level
    closed: date | None
    count: Count
    means: Mirror | NotEnough


@dataclass(frozen=True, slots=True)
class Above:
    """The boards above one, the nearest first; `elsewhere`: whose record the next one is in."""

    steps: tuple[Step, ...] = ()
    elsewhere: str | None = None
    more: bool = False  # boards above the last of them, not looked up


def rows_above(origin: str, board: str) -> list[BoardRow]:
    """Return the row of a board and of those above it in the same record, in one statement."""
    rows = BoardRow.objects.filter(origin=origin)
    wanted, ids = Q(ref=board), rows.filter(ref=board).values("parent")
    for _ in range(MOST_ABOVE):
        wanted |= Q(ref__in=ids)
        ids = rows.filter(ref__in=ids).values("parent")
    found = {row.ref: row for row in rows.filter(wanted)}
    ordered = []
    at: str | None = board
    while at is not None and at in found:
        ordered.append(found[at])
        at = found.pop(at).parent
    return ordered


def above(rows: list[BoardRow], boards: Mapping[str, Board], *, on: date) -> Above:
    """Return the boards above the first of some rows; one in another record, if that is here."""
    here = tuple(steps(rows[1:], boards, on=on))
    last = rows[-1].parent
    if last is None:
        return Above(here)
    if "#" not in last:
        return Above(here, more=True)
    there = foreign(last, on=on)
    return Above((*here, *there.steps), there.elsewhere, there.more)


def steps(rows: list[BoardRow], boards: Mapping[str, Board], *, on: date) -> Iterator[Step]:
    """Yield rows as steps on the way up."""
    for row in rows:
        state = boards[row.ref]
        yield Step(
            origin=row.origin,
            id=row.ref,
            name=row.name,
            level=Level(row.level),
            closed=row.closed,
            count=count(state),
            means=means_on(state, on=on),
        )


def foreign(parent: str, *, on: date) -> Above:
    """Return the board that a name in another record leads to, and those above it there.

    Where that record is kept here, is public, and is still the one that the name was taken from.
    """
    origin, _, rest = parent.partition("#")
    try:
        found = live(origin)
    except NotHere:
        return Above(elsewhere=origin)
    index, _, told = rest.partition("@")
    row = BoardRow.objects.filter(origin=origin, entry=int(index)).first()
    if row is None or not is_still_so(found, told):
        return Above(elsewhere=origin)
    rows = rows_above(origin, row.ref)
    there = tuple(steps(rows, boards_of(found.log, [each.ref for each in rows]), on=on))
    last = rows[-1].parent
    elsewhere = last.partition("#")[0] if last and "#" in last else None
    return Above(there, elsewhere, more=last is not None and elsewhere is None)


def is_still_so(found: Live, told: str) -> bool:
    """Tell whether a record had, when it had so many entries, the root that is told of it."""
    size, _, root = told.partition(",")
    if not 0 < int(size) <= found.log.size:
        return False
    return to_base64(from_tree(found.log, lambda tree: tree.root(int(size)))) == root
