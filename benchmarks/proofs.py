"""How long leaves take to write and read, and the tree to grow, prove and be checked."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from statistics import median

from withus.core.proofs.canonical import Json, canonical, read_leaf
from withus.core.proofs.merkle import TreeHead, leaf_hash, root_over, verify_inclusion
from withus.core.proofs.tree import Tree

ENTRIES, PROOFS, TIMES = 1_000_000, 2_000, 5
# What an entry takes on the average of all types in tests/data/leaves, and the shortest of them.
ENTRY_BYTES = (440, 285)
LEAF: dict[str, Json] = {
    "at": "2026-11-23T10:00:00Z",
    "by": "abcdefghijklmnopqrstuv",
    "claimed_at": None,
    "clear": {f"field_{n}": "a few words" for n in range(8)},
    "nonce": "abcdefghijklmnopqrstuv",
    "origin": "withus.example/thornmere",
    "sealed": {"post": "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq"},
    "type": "place.made.v1",
    "typed_by": None,
    "v": 1,
}


def measure() -> Iterator[str]:
    """Yield a line for each figure."""
    yield from writing_and_reading()
    for length in ENTRY_BYTES:
        entries = [str(n).zfill(length).encode() for n in range(ENTRIES)]
        leaves = [leaf_hash(entry) for entry in entries]
        tree = one_by_one(leaves)
        if length == ENTRY_BYTES[0]:
            yield from growing(leaves)
            yield from proving(tree, leaves)
        yield from checking(entries, tree.root())


def writing_and_reading() -> Iterator[str]:
    """Yield how long a leaf takes to be written as its bytes, and read from them."""
    content = canonical(LEAF)
    figures: dict[str, Callable[[], object]] = {
        "writing": lambda: [canonical(LEAF) for _ in range(PROOFS)],
        "reading": lambda: [read_leaf(content) for _ in range(PROOFS)],
    }
    for name, work in figures.items():
        each = median(seconds(work)) / PROOFS
        yield f"{name} a leaf of {len(content)} bytes: median {each * 1e6:.1f} µs"


def growing(leaves: list[bytes]) -> Iterator[str]:
    """Yield how long the tree takes to grow, leaf by leaf and in runs."""
    single, together = seconds(lambda: one_by_one(leaves)), seconds(lambda: Tree().extend(leaves))
    yield f"{ENTRIES:,} appends, one by one: median {median(single):.2f} s of {TIMES}"
    yield f"{ENTRIES:,} appends, in runs: median {median(together):.2f} s of {TIMES}"


def one_by_one(leaves: list[bytes]) -> Tree:
    """Grow a tree by single appends."""
    tree = Tree()
    for leaf in leaves:
        tree.append(leaf)
    return tree


def proving(tree: Tree, leaves: list[bytes]) -> Iterator[str]:
    """Yield how long a proof takes to make from kept hashes, and to check."""
    head = TreeHead(tree.size, tree.root())
    places = [n * 7_919 % tree.size for n in range(PROOFS)]
    into = [tree.inclusion(index) for index in places]

    def check() -> None:
        for index, proof in zip(places, into, strict=True):
            verify_inclusion(leaves[index], index=index, head=head, proof=proof)

    figures: dict[str, Callable[[], object]] = {
        "an inclusion proof": lambda: [tree.inclusion(index) for index in places],
        "a consistency proof": lambda: [tree.consistency(index + 1) for index in places],
        "checking an inclusion proof": check,
    }
    for name, work in figures.items():
        each = median(seconds(work)) / PROOFS
        yield f"{name}: median {each * 1_000:.4f} ms"


def checking(entries: list[bytes], root: bytes) -> Iterator[str]:
    """Yield how long the whole tree takes to be checked, beside hashing its entries and no more."""

    def hash_only() -> None:
        for entry in entries:
            sha256(entry).digest()

    def whole() -> None:
        if root_over(entries) != TreeHead(len(entries), root):
            raise RuntimeError("the root differs")

    pairs = [(seconds(hash_only, times=1)[0], seconds(whole, times=1)[0]) for _ in range(TIMES)]
    ratio = median(tree / bare for bare, tree in pairs)
    hashed, checked = (median(took) for took in zip(*pairs, strict=True))
    yield f"hashing {len(entries):,} entries of {len(entries[0])} bytes: median {hashed:.2f} s"
    yield f"checking their tree: median {checked:.2f} s, {ratio:.2f} times as long"


def seconds(work: Callable[[], object], *, times: int = TIMES) -> list[float]:
    """Return how long some work took, each time."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return took
