"""What is derived from the entries, and how: the same call writes it, rebuilds it and checks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from withus.core.errors import Refusal
from withus.core.history.state import Board, Meeting, Partnership, State
from withus.core.history.work import Work
from withus.stores.answering import rows as answering
from withus.stores.deciding import rows as deciding
from withus.stores.framing import rows as framing
from withus.stores.joining import rows as joining
from withus.stores.joining.models import Row
from withus.stores.meeting import rows as meeting
from withus.stores.record.models import Log
from withus.stores.wording.models import Counted

VERSION = 4
"""To be raised with every change to what a derived table holds or means."""
TABLES: tuple[type[Row], ...] = (
    *joining.TABLES,
    *meeting.TABLES,
    *deciding.TABLES,
    *framing.TABLES,
    *answering.TABLES,
)

Key = tuple[type[Row], str]
Rows = Mapping[Key, Mapping[str, Any]]


class RebuildNeeded(Refusal):
    """Say that the tables were made by another version: `withus rebuild` makes them anew."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where what is kept is not what follows from the entries. It holds no value, only where."""

    table: str
    key: str
    column: str


def rows_of(state: State, *, beside: State | None = None) -> Rows:
    """Return every row that follows from a stream's state.

    Beside another state of the same stream, rows may be left out that follow from both alike.
    """
    if isinstance(state, Board):
        found = joining.of_board(state, beside if isinstance(beside, Board) else Board())
    elif isinstance(state, Meeting):
        then = beside if isinstance(beside, Meeting) else Meeting()
        found = chain(meeting.of_meeting(state), deciding.of_meeting(state, then))
    elif isinstance(state, Work):
        alike = beside if isinstance(beside, Work) else Work()
        found = chain(framing.of_work(state), answering.of_work(state, alike))
    else:
        other = beside if isinstance(beside, Partnership) else Partnership()
        found = joining.of_partnership(state, other)
    return {(table, ref): values for table, ref, values in found}


def apply_change(origin: str, before: State | None, after: State) -> list[Row]:
    """Bring the tables from one state of a stream to the next; return the rows to be added."""
    then = rows_of(before, beside=after) if before is not None else {}
    now = rows_of(after, beside=before)
    return apply(origin, before=then, after=now)


def apply(origin: str, *, before: Rows, after: Rows) -> list[Row]:
    """Bring the tables from some rows to others; return the rows to be added."""
    new: list[Row] = []
    for (table, ref), values in after.items():
        if before.get((table, ref)) == values:
            continue
        rows = table._default_manager.filter(origin=origin, ref=ref)
        if (table, ref) not in before or not rows.update(**values):
            new.append(table(origin=origin, ref=ref, **values))
    for table, ref in before.keys() - after.keys():
        table._default_manager.filter(origin=origin, ref=ref).delete()
    return new


def clear(origin: str) -> None:
    """Throw away what is derived for a partnership."""
    derived: tuple[type[Row], ...] = (*TABLES, Counted)  # counts come again with the next text
    for table in derived:
        table._default_manager.filter(origin=origin).delete()


def kept_rows(origin: str) -> dict[Key, dict[str, Any]]:
    """Return every derived row as it is kept."""
    found: dict[Key, dict[str, Any]] = {}
    for table in TABLES:
        for row in table._default_manager.filter(origin=origin).values():
            columns: dict[str, Any] = {**row}
            del columns["id"], columns["origin"]
            found[table, columns.pop("ref")] = columns
    return found


def differences(kept: Rows, right: Rows) -> Iterator[Difference]:
    """Yield where rows that are kept differ from those that follow from the entries."""
    for key in sorted(kept.keys() | right.keys(), key=lambda each: (each[0].__name__, each[1])):
        table, ref = key
        one, other = kept.get(key), right.get(key)
        if one is None or other is None:
            yield Difference(table._meta.db_table, ref, "missing" if one is None else "too many")
        else:
            wrong = [column for column in other if one.get(column) != other[column]]
            yield from (Difference(table._meta.db_table, ref, column) for column in wrong)


def check_version(log: Log) -> None:
    """Refuse to go on with tables that another version made."""
    if log.tables != VERSION:
        raise RebuildNeeded("rebuild_needed", {"found": log.tables, "expected": VERSION})
