"""The tree's hashes: at the right edge for whoever writes, and as they are kept for proofs."""

from __future__ import annotations

from withus.core.proofs.merkle import HASH_BYTES
from withus.core.proofs.tree import peaks
from withus.stores.record.models import Log, Subtree


class Growing:
    """The hashes at a record's right edge: its peaks, and those that new entries give."""

    def __init__(self, log: Log) -> None:
        """Take up the peaks from the record's row."""
        content = bytes(log.peaks)
        parts = range(0, len(content), HASH_BYTES)
        at_hand = [content[first : first + HASH_BYTES] for first in parts]
        self._log = log
        self._known: dict[tuple[int, int], bytes] = dict(
            zip(peaks(0, log.size), at_hand, strict=True)
        )
        self.new: dict[tuple[int, int], bytes] = {}

    def __getitem__(self, place: tuple[int, int], /) -> bytes:
        """Return a hash at hand."""
        return self._known[place]

    def __setitem__(self, place: tuple[int, int], digest: bytes, /) -> None:
        """Take in a new hash."""
        self._known[place] = self.new[place] = digest

    def write(self) -> None:
        """Write what is new."""
        Subtree.objects.bulk_create(self.rows())

    def rows(self) -> list[Subtree]:
        """Return the rows of what is new."""
        return [
            Subtree(log=self._log, level=level, index=index, digest=digest)
            for (level, index), digest in self.new.items()
        ]

    def peaks(self, size: int) -> bytes:
        """Return the peaks of the record at its new size, end to end."""
        return b"".join(self[place] for place in peaks(0, size))


class Stored:
    """The hashes of a whole record as they are kept, for proofs."""

    def __init__(self, log: Log) -> None:
        """Read from a record."""
        self._log = log

    def __getitem__(self, place: tuple[int, int], /) -> bytes:
        """Return a hash, or raise KeyError."""
        level, index = place
        rows = Subtree.objects.filter(log=self._log, level=level, index=index)
        found = rows.values_list("digest", flat=True).first()
        if found is None:
            raise KeyError(place)
        return bytes(found)

    def __setitem__(self, place: tuple[int, int], digest: bytes, /) -> None:
        """Refuse: entries are appended by the one writer."""
        raise TypeError("a stored tree is only read")
