"""Where the words of one new revision come from: earlier text, or whoever writes now."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from withus.core.wording.alike import completed, side_by_side
from withus.core.wording.anchors import runs
from withus.core.wording.seen import NEW, NOWHERE, Seen

WHOLE = 4  # words of a passage that is known wherever it stands

Origins = list[
    Sequence[int] | None
]  # for each new passage which words it has; None is not yet known


class Stretch(NamedTuple):
    """Passages of the old text, and the texts of those that stand in their place."""

    old: Sequence[int]
    new: Sequence[str]


class Part:
    """One stretch while it is worked on."""

    def __init__(self, seen: Seen, stretch: Stretch) -> None:
        """Find the passages that stayed in their order."""
        self.old = stretch.old
        self.ours = [seen.phrase(text) for text in stretch.new]
        self.found: Origins = [None] * len(self.ours)
        self.used = [False] * len(self.old)
        theirs = [seen.passages[one].phrase for one in self.old]
        for a, b, length in runs(theirs, self.ours, sizes=(1,)):
            for n in range(length):
                self.found[b + n] = seen.passages[self.old[a + n]].identities
                self.used[a + n] = True
        self.gaps = list(_between(self.used, self.found))


def placed(seen: Seen, stretches: Sequence[Stretch]) -> list[list[Sequence[int]]]:
    """Tell for each new passage which words it is made of: NEW for each that was just written.

    Shape: for each stretch, for each of its new texts, an identity for each word.
    Formula: in this order: passages that stayed in their order; whole passages that moved, came
        back or were copied; what is alike between those that stayed; what was seen anywhere.
    """
    parts = [Part(seen, one) for one in stretches]
    _whole(seen, parts)
    gone = {
        number
        for part in parts
        for number, used in zip(part.old, part.used, strict=True)
        if not used
    }
    return [_inside(seen, part, gone) for part in parts]


def _inside(seen: Seen, part: Part, gone: Collection[int]) -> list[Sequence[int]]:
    """Find words within passages that are not known as a whole."""
    for theirs, gap in part.gaps:
        here = [n for n in gap if part.found[n] is None]
        left = [part.old[n] for n in theirs if not part.used[n]]
        words = side_by_side(seen, left, [part.ours[n] for n in here])
        for n, one in zip(here, words, strict=True):
            part.found[n] = completed(seen, seen.words_of[part.ours[n]], one, gone)
    return _going_on(seen, part.ours, part.found)


def _between(used: Sequence[bool], found: Origins) -> Iterator[tuple[range, range]]:
    """Yield the stretches, in the old and in the new, between passages that stayed."""
    a = b = 0
    ends = (
        [n for n, is_used in enumerate(used) if is_used],
        [n for n, one in enumerate(found) if one is not None],
    )
    for stop, end in zip([*ends[0], len(used)], [*ends[1], len(found)], strict=True):
        if b < end:
            yield range(a, stop), range(b, end)
        a, b = stop + 1, end + 1


def _whole(seen: Seen, parts: Sequence[Part]) -> None:
    """Find whole passages that moved, came back or were copied."""
    free: dict[int, deque[tuple[Part, int]]] = {}
    for part in parts:
        for at, number in enumerate(part.old):
            if not part.used[at]:
                free.setdefault(seen.passages[number].phrase, deque()).append((part, at))
    for part in parts:
        for n, phrase in enumerate(part.ours):
            if part.found[n] is not None or len(seen.words_of[phrase]) < WHOLE:
                continue
            number = seen.latest[phrase]
            if free.get(phrase):
                there, at = free[phrase].popleft()
                there.used[at], number = True, there.old[at]
            if number != NOWHERE:
                part.found[n] = seen.passages[number].identities


def _going_on(seen: Seen, ours: Sequence[int], found: Origins) -> list[Sequence[int]]:
    """Let short new passages go on from their neighbours, where those words first stood so."""
    answer = [one or [] for one in found]
    for n, part in enumerate(answer):
        if part and part[0] == NEW and all(one == NEW for one in part):
            words = seen.words_of[ours[n]]
            for begun in _beginnings(answer, n):
                which = range(begun, begun + len(part))
                if begun >= 0 and tuple(seen.spelt[begun : which.stop]) == words:
                    answer[n] = list(which)
                    break
    return answer


def _beginnings(answer: Sequence[Sequence[int]], n: int) -> Iterator[int]:
    """Yield which words a passage would begin with, if it went on from a neighbour."""
    if n and answer[n - 1] and answer[n - 1][-1] != NEW:
        yield answer[n - 1][-1] + 1
    if n + 1 < len(answer) and answer[n + 1] and answer[n + 1][0] != NEW:
        yield answer[n + 1][0] - len(answer[n])
