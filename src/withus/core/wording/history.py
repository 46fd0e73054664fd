"""The words of a text over all its revisions, one revision at a time."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from hashlib import blake2b
from itertools import accumulate
from typing import NamedTuple

from withus.core.wording.hunks import changed
from withus.core.wording.passages import cut
from withus.core.wording.placing import Stretch, placed
from withus.core.wording.seen import Seen

EVERY = 64  # revisions from one that is kept whole to the next
STANDS = -1


class Step(NamedTuple):
    """Passages, half-open, and those that came in their place."""

    first: int
    last: int
    new: array[int]


class Words:
    """Which word of a text was written in which revision. Whoever made it owns it, and adds to it.

    Shape: revisions are counted from 0 in the order they were added. Each word written has a
        number of its own, its identity; identities are given in order, so that the revision a
        word was written in is found by its number.
    """

    def __init__(self) -> None:
        """Begin before the first revision."""
        self.seen = Seen()
        self.text = ""
        self.current: list[int] = []  # passages
        self.lengths: list[int] = []  # of their texts
        self.ends: list[int] = []  # of their texts
        self.firsts: list[int] = []  # the first identity that each revision may give
        self.known: dict[bytes, int] = {}  # a text's digest to the first revision that had it
        self.kept: dict[int, array[int]] = {}  # the passages of some revisions
        self.steps: list[list[Step]] = []  # from each revision to the next, the last part first
        self.standing = array("I")  # how often each word stands in the text now
        self.taken = array("i")  # the revision that took it out, or STANDS

    def add(self, text: str) -> None:
        """Take in the next revision."""
        self.firsts.append(len(self.seen.spelt))
        mark = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        again = self.known.setdefault(mark, self.last)
        steps = self._compared(text) if again == self.last else self._back(again)
        self.replace(steps)
        self.text = text

    @property
    def last(self) -> int:
        """Tell the number of the last revision."""
        return len(self.firsts) - 1

    def _compared(self, text: str) -> list[Step]:
        """Tell the steps to a text that was never there before."""
        hunks = changed(self.text, text, self.ends)
        stretches = [Stretch(self.current[one.first : one.last], cut(one.text)) for one in hunks]
        return [
            Step(hunk.first, hunk.last, array("I", map(self.seen.keep, stretch.new, found)))
            for hunk, stretch, found in zip(
                hunks, stretches, placed(self.seen, stretches), strict=True
            )
        ]

    def _back(self, revision: int) -> list[Step]:
        """Tell the step back to an earlier revision."""
        now, then = self.current, self.passages_of(revision)
        most, front, back = min(len(now), len(then)), 0, 0
        while front < most and now[front] == then[front]:
            front += 1
        while back < most - front and now[-1 - back] == then[-1 - back]:
            back += 1
        return [Step(front, len(now) - back, array("I", then[front : len(then) - back]))]

    def replace(self, steps: Sequence[Step]) -> None:
        """Put passages in the place of others: the step to the revision begun last."""
        self._count(steps)
        for first, last, new in reversed(steps):
            self.current[first:last] = new
            self.lengths[first:last] = [len(self.seen.passages[number].text) for number in new]
        if steps:
            first = steps[0].first
            begun = self.ends[first - 1] if first else 0
            ends = accumulate(self.lengths[first:], initial=begun)
            next(ends)
            self.ends[first:] = ends
        self.steps.append(list(steps))
        if self.last % EVERY == 0:
            self.kept[self.last] = array("I", self.current)

    def _count(self, steps: Sequence[Step]) -> None:
        """Keep how often each word stands, and who took it out."""
        more = len(self.seen.spelt) - len(self.standing)
        self.standing.extend([0] * more)
        self.taken.extend([STANDS] * more)
        change: dict[int, int] = {}
        for first, last, new in steps:
            for number in self.current[first:last]:
                change[number] = change.get(number, 0) - 1
            for number in new:
                change[number] = change.get(number, 0) + 1
        for number, count in change.items():
            if count > 0:
                self._put_in(number, count)
        for number, count in change.items():
            if count < 0:
                self._take_out(number, -count)

    def _put_in(self, number: int, count: int) -> None:
        for one in self.seen.passages[number].identities:
            self.standing[one] += count
            self.taken[one] = STANDS

    def _take_out(self, number: int, count: int) -> None:
        for one in self.seen.passages[number].identities:
            self.standing[one] -= count
            if not self.standing[one]:
                self.taken[one] = self.last

    def passages_of(self, revision: int) -> list[int]:
        """Tell the passages that a revision was made of, by number."""
        nearest = revision - revision % EVERY
        found = list(self.kept[nearest])
        for steps in self.steps[nearest + 1 : revision + 1]:
            for first, last, new in reversed(steps):
                found[first:last] = new
        return found

    def origin(self, identity: int) -> int:
        """Tell the revision in which a word was written."""
        return bisect_right(self.firsts, identity) - 1
