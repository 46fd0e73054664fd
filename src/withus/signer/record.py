"""Signing for one record: what it signs grows from what it signed before, or it signs nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path

from withus.core.proofs.checkpoint import signed
from withus.core.proofs.merkle import TreeHead, folded, root_over
from withus.signer.edge import Edge
from withus.signer.mirror import Mirror
from withus.signer.own import Own, Signed
from withus.signer.refusing import WillNotSign
from withus.stores.record.heads import last_head, publish
from withus.stores.record.models import Log
from withus.stores.record.read import leaves

AT_A_TIME = 10_000  # entries under one head, so that a long record needs little memory


class Record:
    """A record, as the signer has it."""

    def __init__(self, log: Log, *, own: Path, mirror: Path) -> None:
        """Take up where we left off, once the record is found to be what we signed."""
        self.origin = log.origin
        self._own = Own(own, log.origin)
        self._mirror = Mirror(mirror, log.origin)
        published = last_head(log)
        self._last = self._own.begin(signed_before=published is not None)
        if max(published.size if published else 0, self._mirror.shown()) > self.edge.size:
            raise WillNotSign("own_file_behind", {"signed": self.edge.size})
        self.check_whole(log)
        if self._copy_head() != _head(self.edge):
            self._copy_again(log)
        if self.edge.size:
            self._show(log)

    @property
    def edge(self) -> Edge:
        """Tell the edge of the tree that was last signed."""
        return self._last.edge

    def catch_up(self, log: Log) -> None:
        """Sign until every entry of a record is covered."""
        if log.size < self.edge.size:
            raise WillNotSign("fewer_entries", {"signed": self.edge.size, "found": log.size})
        while self.edge.size < log.size:
            start = self.edge.size
            end = min(start + AT_A_TIME, log.size)
            entries = list(leaves(log, start=start, end=end))
            if len(entries) != end - start:
                raise WillNotSign("entries_missing", {"signed": start, "found": len(entries)})
            self._sign(log, entries)

    def has_the_hashes_of(self, log: Log) -> bool:
        """Tell whether the database's own hashes are ours; nothing we do depends on it."""
        return log.size == self.edge.size and bytes(log.peaks) == b"".join(self.edge.peaks)

    def check_whole(self, log: Log) -> None:
        """Refuse unless the database still holds every entry that was signed."""
        found = root_over(leaves(log, end=self.edge.size))
        if log.size < self.edge.size or found.size < self.edge.size:
            least = min(log.size, found.size)
            raise WillNotSign("fewer_entries", {"signed": self.edge.size, "found": least})
        if found != _head(self.edge):
            raise self.differs(log)

    def differs(self, log: Log) -> WillNotSign:
        """Return the refusal that says which entry is another than the one that was signed."""
        if self._copy_head() != _head(self.edge):
            return WillNotSign("entries_differ", {"signed": self.edge.size})
        pairs = zip_longest(
            leaves(log, end=self.edge.size), self._mirror.entries(length=self._last.copied)
        )
        first = next(index for index, (one, other) in enumerate(pairs) if one != other)
        return WillNotSign("entry_differs", {"signed": self.edge.size, "entry": first})

    def _copy_head(self) -> TreeHead:
        return self._mirror.head(length=self._last.copied)

    def _copy_again(self, log: Log) -> None:
        self._last = Signed(self.edge, self._mirror.begin_again(leaves(log, end=self.edge.size)))
        if self._copy_head() != _head(self.edge):
            raise self.differs(log)
        self._own.keep(self._last)

    def _sign(self, log: Log, entries: list[bytes]) -> None:
        """Sign the head over some more entries.

        The order is what keeps it safe: the copy of the entries, then what we signed, then the
        signature for others to see. A kill between any two is made good in `__init__`.
        """
        edge = self.edge.grown_for(self.origin, entries)
        if self._mirror.length() < self._last.copied:
            self._copy_again(log)
        now = Signed(edge, self._mirror.add(entries, after=self._last.copied))
        self._own.keep(now)
        self._last = now
        self._show(log)

    def _show(self, log: Log) -> None:
        key, at = self._own.key(), datetime.now(UTC)
        note = signed(self.edge.head(self.origin), by=key)
        self._mirror.show(note)
        if publish(log, size=self.edge.size, note=note, key=key.verifier(), at=at) != note:
            raise WillNotSign("another_head", {"signed": self.edge.size})


def _head(edge: Edge) -> TreeHead:
    return TreeHead(edge.size, folded(edge.peaks))
