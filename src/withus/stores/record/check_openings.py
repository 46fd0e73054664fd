"""Holding what opens sealed fields against the leaves, a few hundred entries at a time."""

from __future__ import annotations

from collections.abc import Iterator

from withus.core.errors import Refusal
from withus.core.facts.encoding import Entry
from withus.core.facts.fact import Missing, layout
from withus.core.facts.keeping import PersonErased
from withus.core.facts.sealing import Opening, check_opening
from withus.stores.record.models import Log, SealedValue
from withus.stores.record.openings import find_openings
from withus.stores.record.tables import Difference

AT_A_TIME = 500
Known = Opening | Missing | None
TABLE = "record_sealedvalue"


class OpeningsSweep:
    """One pass over what opens a record's sealed fields."""

    def __init__(self, log: Log) -> None:
        """Start before the first entry."""
        self._log = log
        self._batch: list[Entry] = []
        self._seen = self._gone = self._told = 0

    def take(self, entry: Entry) -> Iterator[Difference]:
        """Take in an entry, and yield what is wrong once a batch is full."""
        if isinstance(entry.fact, PersonErased):
            self._told += entry.fact.openings
        if layout(type(entry.fact)).sealed:
            self._batch.append(entry)
        if len(self._batch) >= AT_A_TIME:
            yield from self._hold()

    def at_the_end(self) -> Iterator[Difference]:
        """Yield what is wrong with the last batch and as a whole."""
        yield from self._hold()
        if SealedValue.objects.filter(log=self._log).count() != self._seen:
            yield Difference(TABLE, self._log.origin, "too many")
        if self._gone > self._told:
            yield Difference("keys_key", self._log.origin, "erased without an entry")

    def _hold(self) -> Iterator[Difference]:
        found = find_openings(self._log, [entry.index for entry in self._batch])
        for entry in self._batch:
            openings = found.get(entry.index, {})
            self._seen += len(openings)
            for path in layout(type(entry.fact)).sealed:
                yield from self._one(entry, path, openings.get(path))
            for path in openings.keys() - layout(type(entry.fact)).sealed.keys():
                yield Difference(TABLE, f"{entry.index}/{path}", "path")
        self._batch = []

    def _one(
        self, entry: Entry, path: str, found: Opening | Missing | None
    ) -> Iterator[Difference]:
        if found is Missing.ERASED:
            self._gone += 1
        elif found is None:
            yield Difference(TABLE, f"{entry.index}/{path}", "missing")
        elif not isinstance(found, Opening) or not opens(found, entry):
            yield Difference(TABLE, f"{entry.index}/{path}", "content")


def opens(opening: Opening, entry: Entry) -> bool:
    """Return whether an opening is the one that an entry commits to."""
    leaf = {
        "origin": entry.origin,
        "nonce": entry.nonce,
        "type": entry.fact.TYPE,
        "sealed": entry.sealed,
    }
    try:
        check_opening(opening, leaf=leaf)
    except Refusal:
        return False
    return True
