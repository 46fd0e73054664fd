"""The right edge of a tree: all that is needed to let it grow, and to prove that it only grew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from withus.core.proofs.checkpoint import Checkpoint, check_grown
from withus.core.proofs.merkle import folded, leaf_hash
from withus.core.proofs.tree import Tree, peaks


@dataclass(frozen=True, slots=True)
class Edge:
    """A tree's size, and the hashes of the perfect subtrees that cover it, the largest first."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def head(self, origin: str) -> Checkpoint:
        """Return what a record of this tree says of itself."""
        return Checkpoint(origin, self.size, folded(self.peaks))

    def grown(self, entries: Sequence[bytes]) -> Edge:
        """Return the edge after more entries."""
        hashes = dict(zip(peaks(0, self.size), self.peaks, strict=True))
        return _edge(hashes, self._extended(hashes, entries))

    def grown_for(self, origin: str, entries: Sequence[bytes]) -> Edge:
        """Return the edge after more entries, once it is proved that it grows from this one."""
        hashes = dict(zip(peaks(0, self.size), self.peaks, strict=True))
        tree = self._extended(hashes, entries)
        later = _edge(hashes, tree)
        proof = tree.consistency(self.size) if self.size else ()
        check_grown(self.head(origin), later.head(origin), proof=proof)
        return later

    def _extended(self, hashes: dict[tuple[int, int], bytes], entries: Sequence[bytes]) -> Tree:
        tree = Tree(hashes, size=self.size)
        tree.extend(map(leaf_hash, entries))
        return tree


EMPTY = Edge()


def _edge(hashes: dict[tuple[int, int], bytes], tree: Tree) -> Edge:
    return Edge(tree.size, tuple(hashes[place] for place in peaks(0, tree.size)))
