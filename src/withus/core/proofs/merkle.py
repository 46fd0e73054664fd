"""Hashes, roots and proofs of the tree over the record's entries, and how a proof is checked.

Everything here is RFC 9162 (and RFC 6962) to the letter: no size, rule or shape is ever taken from
the one who offers a proof, except what the asker's own two heads say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice

from withus.core.proofs.refused import ProofRefused

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()
RUN = 4_096
# A copy of a hash begun with its first byte costs less than a new one over longer bytes. Nothing
# is ever added to these two.
LEAF, NODE = sha256(b"\x00"), sha256(b"\x01")


@dataclass(frozen=True, slots=True)
class TreeHead:
    """How many leaves a tree has, and its root: what a signed checkpoint vouches for."""

    size: int
    root: bytes


def verify_inclusion(leaf: bytes, *, index: int, head: TreeHead, proof: Sequence[bytes]) -> None:
    """Refuse unless the proof shows that a leaf stands at an index of the tree.

    Shape: `leaf` 32 bytes as `leaf_hash` gives them, `proof` as `Tree.inclusion` gives it.
    Not: proof of the tree's size, which a root does not fix (other sizes can share a path);
        take size and root together from a signed checkpoint.
    Errors: ProofRefused `index_beyond`, `hash_length`, `proof_length`, `root_differs`.
    Source: RFC 9162 section 2.1.3.2; its steps are numbered below.
    """
    if not 0 <= index < head.size:  # 1
        raise ProofRefused("index_beyond", {"index": index, "size": head.size})
    first, last = index, head.size - 1  # 2
    digest = whole(leaf)  # 3
    for step in map(whole, proof):  # 4
        if last == 0:
            raise ProofRefused("proof_length", {"found": len(proof)})
        if first & 1 or first == last:
            digest = node_hash(step, digest)
            first, last = past_the_edge(first, last)
        else:
            digest = node_hash(digest, step)
        first, last = first >> 1, last >> 1
    if last != 0:  # 5
        raise ProofRefused("proof_length", {"found": len(proof)})
    if digest != head.root:
        raise ProofRefused("root_differs", {"size": head.size})


def verify_consistency(earlier: TreeHead, later: TreeHead, *, proof: Sequence[bytes]) -> None:
    """Refuse unless the proof shows the earlier tree to be the start of the later one.

    Shape: `proof` as `Tree.consistency` gives it: none of it for two heads of one size.
    Not: proof of either size, as in `verify_inclusion`. An empty tree is the start of every tree
        and shows nothing: it is refused here.
    Errors: ProofRefused `size_beyond`, `hash_length`, `proof_length`, `earlier_root_differs`,
        `root_differs`.
    Source: RFC 9162 section 2.1.4.2; its steps are numbered below. Two heads of one size are
        outside it: they agree if their roots are equal and nothing else is offered.
    """
    if not 0 < earlier.size <= later.size:
        raise ProofRefused("size_beyond", {"found": earlier.size, "expected": later.size})
    if earlier.size == later.size:
        return same_root(earlier, later, proof)
    path = [whole(step) for step in proof]
    if not path:  # 1
        raise ProofRefused("proof_length", {"found": 0})
    if earlier.size & (earlier.size - 1) == 0:  # 2
        path.insert(0, whole(earlier.root))
    first, last = earlier.size - 1, later.size - 1  # 3
    while first & 1:  # 4
        first, last = first >> 1, last >> 1
    was = now = path[0]  # 5
    for step in path[1:]:  # 6
        if last == 0:
            raise ProofRefused("proof_length", {"found": len(proof)})
        if first & 1 or first == last:
            was, now = node_hash(step, was), node_hash(step, now)
            first, last = past_the_edge(first, last)
        else:
            now = node_hash(now, step)
        first, last = first >> 1, last >> 1
    if last != 0:  # 7
        raise ProofRefused("proof_length", {"found": len(proof)})
    if was != earlier.root:
        raise ProofRefused("earlier_root_differs", {"size": earlier.size})
    if now != later.root:
        raise ProofRefused("root_differs", {"size": later.size})
    return None


def same_root(earlier: TreeHead, later: TreeHead, proof: Sequence[bytes]) -> None:
    """Refuse unless two heads of one size have one root, with nothing offered to explain it.

    Not: a check that a root is 32 bytes long; nothing is hashed, and reading a checkpoint does it.
    Errors: ProofRefused `proof_length`, `root_differs`.
    """
    if proof:
        raise ProofRefused("proof_length", {"found": len(proof)})
    if earlier.root != later.root:
        raise ProofRefused("root_differs", {"size": later.size})


def past_the_edge(first: int, last: int) -> tuple[int, int]:
    """Skip the levels on which the right edge has no neighbour.

    Formula: shift both right until the first is odd or 0.
    Source: RFC 9162 sections 2.1.3.2 and 2.1.4.2, the inner loop.
    """
    while first and not first & 1:
        first, last = first >> 1, last >> 1
    return first, last


def leaf_hash(entry: bytes) -> bytes:
    """Tell the hash of an entry's bytes as a leaf.

    Formula: SHA-256(0x00 || entry).
    Shape: any bytes -> 32 bytes.
    Source: RFC 9162 section 2.1.1.
    """
    return sha256(b"\x00" + entry).digest()


def leaf_hashes(entries: Iterable[bytes]) -> list[bytes]:
    """Tell the hashes of many entries' bytes as leaves, faster than one by one.

    Formula: SHA-256(0x00 || entry) for each.
    Source: RFC 9162 section 2.1.1.
    """
    copied, found = LEAF.copy, []
    for entry in entries:
        digest = copied()
        digest.update(entry)
        found.append(digest.digest())
    return found


def node_hash(left: bytes, right: bytes) -> bytes:
    """Tell the hash of two hashes side by side.

    Formula: SHA-256(0x01 || left || right).
    Shape: two of 32 bytes -> 32 bytes.
    Source: RFC 9162 section 2.1.1.
    """
    return sha256(b"\x01" + left + right).digest()


def root_of(leaves: Iterable[bytes]) -> TreeHead:
    """Tell the size and root of a list of leaf hashes, keeping none of them.

    Formula: MTH over the leaves, a run of 4,096 at a time.
    Shape: an iterable of 32 bytes each.
    Errors: ProofRefused `hash_length`.
    Source: RFC 9162 section 2.1.2.
    """
    return over_runs(runs_of(leaves))


def root_over(entries: Iterable[bytes]) -> TreeHead:
    """Tell the size and root of a list of entries, keeping none of them.

    Formula: MTH over the entries, a run of 4,096 at a time.
    Shape: an iterable of the entries' bytes.
    Source: RFC 9162 sections 2.1.1 and 2.1.2.
    """
    waiting = iter(entries)
    return over_runs(iter(lambda: leaf_hashes(islice(waiting, RUN)), []))


def runs_of(leaves: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Yield leaf hashes 4,096 at a time; only the last run can be shorter.

    Errors: ProofRefused `hash_length`.
    """
    waiting = iter(leaves)
    while run := list(islice(waiting, RUN)):
        if set(map(len, run)) != {HASH_BYTES}:
            run = [whole(leaf) for leaf in run]
        yield run


def over_runs(runs: Iterable[list[bytes]]) -> TreeHead:
    """Tell the size and root over runs of leaf hashes, of which only the last can be short.

    Source: RFC 9162 section 2.1.2.
    """
    size, edge = 0, list[bytes]()
    for run in runs:
        before = size // RUN if len(run) == RUN else 0  # a short run has no neighbour to pair with
        size += len(run)
        digest = top(run)
        while before & 1:
            digest, before = node_hash(edge.pop(), digest), before >> 1
        edge.append(digest)
    return TreeHead(size, folded(edge))


def top(run: list[bytes]) -> bytes:
    """Tell the root over a run of leaf hashes held at once.

    Formula: neighbours are paired level by level; one left over moves up as it is.
    Source: RFC 9162 section 2.1.1.
    """
    while len(run) > 1:
        run = parents(run) + (run[-1:] if len(run) & 1 else [])
    return run[0] if run else EMPTY_ROOT


def parents(row: Sequence[bytes]) -> list[bytes]:
    """Tell the hashes one level up of a row of neighbours; one left over has no parent yet.

    Shape: n hashes -> n // 2 hashes.
    Source: RFC 9162 section 2.1.1.
    """
    copied, found = NODE.copy, []
    for left, right in zip(row[0::2], row[1::2], strict=False):
        digest = copied()
        digest.update(left + right)
        found.append(digest.digest())
    return found


def folded(found: Sequence[bytes]) -> bytes:
    """Tell the root over subtrees that stand side by side, the largest first.

    Source: RFC 9162 section 2.1.2, step 5 of its algorithm.
    """
    if not found:
        return EMPTY_ROOT
    digest = found[-1]
    for left in reversed(found[:-1]):
        digest = node_hash(left, digest)
    return digest


def whole(digest: bytes) -> bytes:
    """Give back a hash that is exactly 32 bytes long.

    Errors: ProofRefused `hash_length`: two hashes of other lengths could stand for the same bytes.
    """
    if len(digest) != HASH_BYTES:
        raise ProofRefused("hash_length", {"found": len(digest), "expected": HASH_BYTES})
    return digest
