"""Which runs of one sequence stand in another, in the same order: recursive patience."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

CELLS = 6_000  # a block of at most so many pairs is compared in full


class Run(NamedTuple):
    """So many words in a row are the same: from one place in the old, and one in the new."""

    old: int
    new: int
    length: int


class Block(NamedTuple):
    """A part of the old and a part of the new, half-open, that are still to be compared."""

    old: int
    old_end: int
    new: int
    new_end: int


def runs(
    old: Sequence[Hashable], new: Sequence[Hashable], *, sizes: tuple[int, ...] = (3, 2, 1)
) -> list[Run]:
    """Tell which runs of words two sequences share, in order.

    Shape: runs that follow one another without a gap in either are one; none cross.
    Formula: what is equal at both ends; then, of the words in a row (three, two, one) that stand
        once in each, the longest order common to both; between them the same again; a small
        block with none of these by the longest common subsequence.
    Source: B. Cohen, patience diff (2003), with words in a row instead of lines.
    """
    found: list[Run] = []
    waiting = [Block(0, len(old), 0, len(new))]
    while waiting:
        block = waiting.pop()
        inner = _ends(old, new, block, found)
        if inner.old == inner.old_end or inner.new == inner.new_end:
            continue
        anchors = _anchors(old, new, inner, sizes)
        if anchors:
            waiting.extend(_between(inner, anchors, found))
        elif (
            anchors is not None
            and (inner.old_end - inner.old) * (inner.new_end - inner.new) <= CELLS
        ):
            found.extend(_in_full(old, new, inner))
    return joined(found)


def joined(found: list[Run]) -> list[Run]:
    """Put runs in order, and make one of those that follow each other without a gap."""
    out: list[Run] = []
    for run in sorted(found):
        if out:
            last = out[-1]
            if last.old + last.length == run.old and last.new + last.length == run.new:
                out[-1] = Run(last.old, last.new, last.length + run.length)
                continue
        out.append(run)
    return out


def _ends(
    old: Sequence[Hashable], new: Sequence[Hashable], block: Block, found: list[Run]
) -> Block:
    """Take off what is equal at both ends of a block."""
    a, b, c, d = block
    while a < b and c < d and old[a] == new[c]:
        a, c = a + 1, c + 1
    if a > block.old:
        found.append(Run(block.old, block.new, a - block.old))
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
    if b < block.old_end:
        found.append(Run(b, d, block.old_end - b))
    return Block(a, b, c, d)


def _anchors(
    old: Sequence[Hashable], new: Sequence[Hashable], block: Block, sizes: tuple[int, ...]
) -> list[Run] | None:
    """Find words in a row that stand once in each part, in their longest common order.

    Shape: nothing where the parts have no word in common.
    """
    common: set[Hashable] = set()
    for size in sizes:
        theirs = _in_a_row(old[block.old : block.old_end], size)
        ours = _in_a_row(new[block.new : block.new_end], size)
        common = set(theirs).intersection(ours)
        if not common:
            continue
        once, and_once = _once(theirs, common), _once(ours, common)
        pairs = sorted((at, and_once[gram]) for gram, at in once.items() if gram in and_once)
        if pairs:
            a, b = block.old, block.new
            return [Run(a + at, b + there, size) for at, there in _longest_order(pairs)]
    return [] if common else None


def _in_a_row(words: Sequence[Hashable], size: int) -> Sequence[Hashable]:
    """Tell each so many words in a row."""
    if size == 1:
        return words
    return list(zip(*(words[n:] for n in range(size)), strict=False))


def _once(grams: Sequence[Hashable], common: set[Hashable]) -> dict[Hashable, int]:
    """Tell where each stands that stands there once, of those that are in common."""
    first: dict[Hashable, int] = {}
    again: set[Hashable] = set()
    for at, gram in enumerate(grams):
        if gram in common:
            if gram in first:
                again.add(gram)
            else:
                first[gram] = at
    for gram in again:
        del first[gram]
    return first


def _longest_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pick the most pairs that rise in both: patience sorting."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for number, (_a, b) in enumerate(pairs):
        pile = bisect_left(tops, b)
        if pile == len(tops):
            tops.append(b)
            piles.append(number)
        else:
            tops[pile], piles[pile] = b, number
        before.append(piles[pile - 1] if pile else -1)
    chosen: list[tuple[int, int]] = []
    number = piles[-1]
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]


def _between(block: Block, anchors: list[Run], found: list[Run]) -> Iterator[Block]:
    """Keep the anchors and yield the blocks between them."""
    a, c = block.old, block.new
    for anchor in anchors:
        if anchor.old < a or anchor.new < c:  # three words in a row may overlap
            skip = max(a - anchor.old, c - anchor.new)
            anchor = Run(anchor.old + skip, anchor.new + skip, anchor.length - skip)
            if anchor.length <= 0:
                continue
        found.append(anchor)
        if a < anchor.old and c < anchor.new:
            yield Block(a, anchor.old, c, anchor.new)
        a, c = anchor.old + anchor.length, anchor.new + anchor.length
    if a < block.old_end and c < block.new_end:
        yield Block(a, block.old_end, c, block.new_end)


def _in_full(old: Sequence[Hashable], new: Sequence[Hashable], block: Block) -> Iterator[Run]:
    """Yield the longest common subsequence of a block, word by word."""
    ours, theirs = new[block.new : block.new_end], old[block.old : block.old_end]
    rows = [[0] * (len(ours) + 1)]
    for word in reversed(theirs):
        below, row, best = rows[-1], [0], 0
        for at, other in enumerate(reversed(ours)):
            if word == other:
                best = below[at] + 1
            elif below[at + 1] > best:
                best = below[at + 1]
            row.append(best)
        rows.append(row)
    a, b = 0, 0
    while a < len(theirs) and b < len(ours):
        here = rows[len(theirs) - a]
        if theirs[a] == ours[b]:
            yield Run(block.old + a, block.new + b, 1)
            a, b = a + 1, b + 1
        elif rows[len(theirs) - a - 1][len(ours) - b] >= here[len(ours) - b - 1]:
            a += 1
        else:
            b += 1
