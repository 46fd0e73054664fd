"""Finding a partnership that is public, or a practice run for those who are in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery

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
    practice: bool = False


def live(origin: str) -> Live:
    """Return a live partnership, or refuse: one that practises and one that is not, alike."""
    return seen_by(origin, inside=False)


def seen_by(origin: str, *, inside: bool) -> Live:
    """Return a partnership that anybody may see, or a practice run for those who are in it."""
    rows = PartnershipRow.objects.filter(origin=OuterRef("origin"), ref=PARTNERSHIP)
    told = {f"its_{each}": Subquery(rows.values(each)) for each in ("name", "practice", "entry")}
    log: Any = Log.objects.filter(origin=origin).annotate(**told).first()
    if log is None or log.its_name is None or (log.its_practice and not inside):
        raise NotHere("not_here")
    return Live(log, log.its_name, log.its_entry, log.its_practice)


def boards_of(log: Log, wanted: Iterable[str]) -> Mapping[str, Board]:
    """Return several boards as they stand after the last entry, asking as often as for one."""
    names = set(wanted)
    found = dict.fromkeys(names, Board()) | states(log, names)
    return {name: one for name, one in found.items() if isinstance(one, Board)}
