"""Finding a partnership that is public: live, and not a practice run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from withus.core.errors import Refusal
from withus.core.history.state import Board
from withus.core.history.streams import PARTNERSHIP
from withus.stores.joining.models import PartnershipRow
from withus.stores.record.models import Log
from withus.stores.record.states import states


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
    return _found(origin, PartnershipRow.objects.filter(practice=False))


def seen(origin: str, *, inside: bool) -> Live:
    """Return a live partnership; to whoever is in it, one that practises too."""
    return _found(origin, PartnershipRow.objects.all()) if inside else live(origin)


def _found(origin: str, rows: QuerySet[PartnershipRow]) -> Live:
    row = rows.filter(origin=origin, ref=PARTNERSHIP).first()
    log = Log.objects.filter(origin=origin).first() if row is not None else None
    if row is None or log is None:
        raise NotHere("not_here")
    return Live(log, row.name, row.entry)


def boards_of(log: Log, wanted: Iterable[str]) -> Mapping[str, Board]:
    """Return several boards as they stand after the last entry, asking as often as for one."""
    found = states(log, set(wanted))
    return {name: one for name, one in found.items() if isinstance(one, Board)}
