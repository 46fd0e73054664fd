"""Reading again what was signed, some entries at a time, for as long as the signer runs."""

from __future__ import annotations

from withus.signer.edge import EMPTY
from withus.signer.record import Record
from withus.stores.record.models import Log
from withus.stores.record.read import leaves

STEP = 5_000  # entries: some hundredths of a second


class Patrol:
    """A walk from a record's first entry to the last that was signed when it set out."""

    def __init__(self, record: Record) -> None:
        """Set out."""
        self._record = record
        self._aim = record.edge
        self._seen = EMPTY

    def step(self, log: Log) -> bool:
        """Go on a little; tell whether the walk is over; refuse if it came out elsewhere."""
        start = self._seen.size
        end = min(start + STEP, self._aim.size)
        entries = list(leaves(log, start=start, end=end))
        if len(entries) != end - start:
            self._record.check_whole(log)
        self._seen = self._seen.grown(entries)
        if self._seen.size < self._aim.size:
            return False
        if self._seen != self._aim:
            raise self._record.differs(log)
        return True
