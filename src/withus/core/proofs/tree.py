"""The tree as it grows: what is kept of it, and the proofs it gives.

It keeps the hash of each perfect subtree, by (level, index): level 0 holds the leaves, and
(level, index) covers the 2^level leaves from index * 2^level on. Any root and any proof needs only
about 20 of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Protocol

from withus.core.proofs.merkle import HASH_BYTES, TreeHead, folded, parents, runs_of, whole
from withus.core.proofs.refused import ProofRefused


class Hashes(Protocol):
    """Where a tree keeps its hashes: (level, index) -> 32 bytes. A dict will do; so will a table.

    Each place is written once and never changed.
    """

    def __getitem__(self, place: tuple[int, int], /) -> bytes:
        """Return the hash at a place."""

    def __setitem__(self, place: tuple[int, int], digest: bytes, /) -> None:
        """Keep the hash of a place."""


class InMemory:
    """Hashes end to end in one row of bytes a level: 64 bytes an entry, all told."""

    def __init__(self) -> None:
        """Start with no rows."""
        self._rows: list[bytearray] = []

    def __getitem__(self, place: tuple[int, int], /) -> bytes:
        """Return the hash at a place, or raise KeyError."""
        level, index = place
        row = self._rows[level] if 0 <= level < len(self._rows) else b""
        if not 0 <= index < len(row) // HASH_BYTES:
            raise KeyError(place)
        return bytes(row[HASH_BYTES * index : HASH_BYTES * (index + 1)])

    def __setitem__(self, place: tuple[int, int], digest: bytes, /) -> None:
        """Keep the hash of the next place of a level; raise KeyError for any other."""
        level, index = place
        if index == 0 and level == len(self._rows):
            self._rows.append(bytearray())
        row = self._rows[level] if 0 <= level < len(self._rows) else b""
        if not isinstance(row, bytearray) or len(row) != HASH_BYTES * index:
            raise KeyError(place)
        row += digest


class Tree:
    """A tree that grows at its right edge and forgets nothing."""

    def __init__(self, hashes: Hashes | None = None, *, size: int = 0) -> None:
        """Take up a tree of so many leaves where its hashes are kept."""
        self._hashes: Hashes = InMemory() if hashes is None else hashes
        self._size = size
        self._peaks = [self._hashes[place] for place in peaks(0, size)]

    @property
    def size(self) -> int:
        """Tell how many leaves the tree has.

        Unit: leaves.
        """
        return self._size

    def append(self, leaf: bytes) -> int:
        """Add the hash of a leaf and tell its index.

        Shape: 32 bytes, as `leaf_hash` gives them -> int, from 0.
        Errors: ProofRefused `hash_length`. If the place of keeping fails, the tree stands as it
            was, but the place may hold hashes that the next append writes again.
        Source: RFC 9162 section 2.1.2.
        """
        digest, index, level, left = whole(leaf), self._size, 0, len(self._peaks)
        hashes = self._hashes
        hashes[0, index] = digest
        while index & 1:
            left -= 1
            level += 1
            index >>= 1
            digest = sha256(b"\x01" + self._peaks[left] + digest).digest()
            hashes[level, index] = digest
        self._peaks[left:] = [digest]
        self._size += 1
        return self._size - 1

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Add the hashes of many leaves, faster than one by one.

        Shape: an iterable of 32 bytes each, taken a run at a time.
        Errors: ProofRefused `hash_length`; the runs before it are then already in the tree.
        Source: RFC 9162 section 2.1.2.
        """
        for run in runs_of(leaves):
            self._extend_by(run)

    def _extend_by(self, run: list[bytes]) -> None:
        grown, level, first = self._size + len(run), 0, self._size
        while run:
            for index, digest in enumerate(run, start=first):
                self._hashes[level, index] = digest
            if first & 1:  # the first of the run completes a pair begun before it
                first -= 1
                run = [self._hashes[level, first], *run]
            run, first, level = parents(run), first >> 1, level + 1
        self._size = grown
        self._peaks = [self._hashes[place] for place in peaks(0, grown)]

    def root(self, size: int | None = None) -> bytes:
        """Tell the root of the tree, now or at an earlier size.

        Formula: MTH(D[0:size]).
        Shape: size from 0 to the tree's own -> 32 bytes.
        Errors: ProofRefused `size_beyond`.
        Source: RFC 9162 section 2.1.1.
        """
        return self._under(0, self._upto(size))

    def head(self, size: int | None = None) -> TreeHead:
        """Tell the size and root together, now or at an earlier size.

        Errors: ProofRefused `size_beyond`.
        Source: RFC 9162 section 2.1.1.
        """
        return TreeHead(self._upto(size), self.root(size))

    def inclusion(self, index: int, *, size: int | None = None) -> tuple[bytes, ...]:
        """Tell the hashes that lead from a leaf to the root, its sibling first.

        Formula: PATH(index, D[0:size]).
        Shape: at most ceil(log2(size)) hashes of 32 bytes.
        Errors: ProofRefused `size_beyond`, `index_beyond`.
        Source: RFC 9162 section 2.1.3.1.
        """
        start, end = 0, self._upto(size)
        if not 0 <= index < end:
            raise ProofRefused("index_beyond", {"index": index, "size": end})
        path = []
        while end - start > 1:
            middle = start + split(end - start)
            if index < middle:
                path.append(self._under(middle, end))
                end = middle
            else:
                path.append(self._under(start, middle))
                start = middle
        return tuple(reversed(path))

    def consistency(self, earlier: int, *, size: int | None = None) -> tuple[bytes, ...]:
        """Tell the hashes that show the tree of an earlier size to be the start of this one.

        Formula: PROOF(earlier, D[0:size]).
        Shape: at most ceil(log2(size)) + 1 hashes of 32 bytes; none if the sizes are the same.
        Errors: ProofRefused `size_beyond`, also for an earlier size of 0, which has no proof.
        Source: RFC 9162 section 2.1.4.1.
        """
        start, end, known = 0, self._upto(size), True
        if not 0 < earlier <= end:
            raise ProofRefused("size_beyond", {"found": earlier, "expected": end})
        path = []
        while earlier != end:
            middle = start + split(end - start)
            if earlier <= middle:
                path.append(self._under(middle, end))
                end = middle
            else:
                path.append(self._under(start, middle))
                start, known = middle, False
        if not known:  # the verifier holds the earlier root only if it is a whole subtree
            path.append(self._under(start, end))
        return tuple(reversed(path))

    def _upto(self, size: int | None) -> int:
        found = self._size if size is None else size
        if not 0 <= found <= self._size:
            raise ProofRefused("size_beyond", {"found": found, "expected": self._size})
        return found

    def _under(self, start: int, end: int) -> bytes:
        return folded([self._hashes[place] for place in peaks(start, end)])


def peaks(start: int, end: int) -> list[tuple[int, int]]:
    """Tell the places of the perfect subtrees that cover the leaves from start to end.

    Shape: `start` a multiple of the largest of them -> (level, index), the largest first.
    Example: leaves 0 to 6 are covered by (2, 0), (1, 2) and (0, 6).
    """
    places = []
    while start < end:
        level = (end - start).bit_length() - 1
        places.append((level, start >> level))
        start += 1 << level
    return places


def split(size: int) -> int:
    """Tell how many leaves stand to the left of a tree's root.

    Formula: the largest power of two smaller than `size`.
    Source: RFC 9162 section 2.1.1.
    Example: 4 of 5, 4 of 8.
    """
    return 1 << ((size - 1).bit_length() - 1)
