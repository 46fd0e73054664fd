"""Which parts of a text may have changed, found without reading what did not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from withus.core.wording.anchors import runs

SEPARATORS = ("\n\n", "\n", ". ", " ")
COARSE = 2_000  # letters: pieces longer than this on the average are no help
SMALL = 1_500  # letters: so much is read as it is


class Hunk(NamedTuple):
    """Passages of the old text, half-open, and what the new text has in their place."""

    first: int
    last: int
    text: str


class Alike(NamedTuple):
    """So many letters are the same: from one place in the old text, and one in the new."""

    old: int
    new: int
    length: int


def changed(old: str, new: str, ends: Sequence[int]) -> list[Hunk]:
    """Tell which passages of a text may differ in another, and what stands there instead.

    Shape: `ends` is where each passage of the old text ends. Hunks are in order; what lies
        between them is the same in both texts, and whole passages.
    """
    hunks: list[Hunk] = []
    first = begun = 0
    whole = [_whole_passages(old, new, one, ends) for one in _alike(old, new)]
    for start, stop, off in (*filter(None, whole), (len(ends), len(ends), len(new) - len(old))):
        until = _end(ends, start) + off
        if first < start or begun < until:
            hunks.append(Hunk(first, start, new[begun:until]))
        first, begun = stop, _end(ends, stop) + off
    return hunks


def _whole_passages(
    old: str, new: str, alike: Alike, ends: Sequence[int]
) -> tuple[int, int, int] | None:
    """Tell which whole passages are in a part that is the same, and how far off they are now."""
    start = bisect_left(ends, alike.old) + 1 if alike.old else 0
    stop = bisect_right(ends, alike.old + alike.length)
    off = alike.new - alike.old
    while start < stop and not _parted(old, new, _end(ends, start), off):
        start += 1
    while start < stop and not _parted(old, new, _end(ends, stop), off):
        stop -= 1
    return (start, stop, off) if start < stop else None


def _end(ends: Sequence[int], passages: int) -> int:
    return ends[passages - 1] if passages else 0


def _parted(old: str, new: str, at: int, off: int) -> bool:
    """Whether no word goes on over a place, in both texts."""
    before, there = old[max(0, at - 1) : at], at + off
    return all(one.isspace() for one in (before, new[max(0, there - 1) : there]) if one)


def _alike(old: str, new: str) -> Iterator[Alike]:
    """Yield the parts that are the same, in order: the beginning, pieces between, the end."""
    most = min(len(old), len(new))
    front = same_at_start(old, new, most=most)
    back = same_at_end(old, new, most=most - front)
    yield Alike(0, 0, front)
    if min(len(old), len(new)) - front - back > SMALL:
        yield from _pieces(old, new, (front, back))
    yield Alike(len(old) - back, len(new) - back, back)


def _pieces(old: str, new: str, ends: tuple[int, int]) -> Iterator[Alike]:
    """Yield whole lines, or else sentences or words, that are the same between both ends."""
    front, back = ends
    theirs, ours = old[front : len(old) - back], new[front : len(new) - back]
    for separator in SEPARATORS:
        if theirs.count(separator) * COARSE >= len(theirs):
            break
    parts = theirs.split(separator), ours.split(separator)
    olds, news = (_starts(one, front, len(separator)) for one in parts)
    for a, b, length in runs(*parts, sizes=(2, 1)):
        yield Alike(olds[a], news[b], olds[a + length] - len(separator) - olds[a])


def _starts(parts: Sequence[str], front: int, separator: int) -> list[int]:
    return list(accumulate((len(one) + separator for one in parts), initial=front))


def same_at_start(old: str, new: str, *, most: int) -> int:
    """Count the letters that two texts have in common at their beginning, up to `most`."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def same_at_end(old: str, new: str, *, most: int) -> int:
    """Count the letters that two texts have in common at their end, up to `most`."""
    low, high = 0, most
    ends, others = len(old), len(new)
    while low < high:
        middle = (low + high + 1) // 2
        if old[ends - middle : ends - low] == new[others - middle : others - low]:
            low = middle
        else:
            high = middle - 1
    return low
