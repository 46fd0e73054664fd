"""The words of a text over all its revisions, one revision at a time."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from itertools import accumulate

from withus.core.wording.passages import changed, cut
from withus.core.wording.placing import placed
from withus.core.wording.seen import Seen

EVERY = 64  # revisions between two that are kept whole
STANDS = -1


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
        self.current: list[int] = []
        self.ends: list[int] = []
        self.firsts: list[int] = []  # the first identity of each revision
        self.known: dict[bytes, int] = {}
        self.whole: dict[int, array[int]] = {}
        self.steps: list[tuple[int, int, array[int]]] = []
        self.standing = array("I")
        self.taken = array("i")

    def add(self, text: str) -> None:
        """Take in the next revision."""
        revision = len(self.firsts)
        self.firsts.append(len(self.seen.spelt))
        mark = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        again = self.known.setdefault(mark, revision)
        if again != revision:
            self._replace(0, len(self.current), self.passages_of(again), revision)
        else:
            first, last, middle = changed(self.text, text, self.ends)
            texts = cut(middle)
            found = placed(self.seen, self.current[first:last], texts)
            new = [self.seen.keep(*one) for one in zip(texts, found, strict=True)]
            self._replace(first, last, new, revision)
        self.text = text

    def _replace(self, first: int, last: int, new: Sequence[int], revision: int) -> None:
        more = len(self.seen.spelt) - len(self.standing)
        self.standing.extend([0] * more)
        self.taken.extend([STANDS] * more)
        gone, come = Counter(self.current[first:last]), Counter(new)
        passages = self.seen.passages
        for number, count in (come - gone).items():
            for one in passages[number].identities:
                self.standing[one] += count
                self.taken[one] = STANDS
        for number, count in (gone - come).items():
            for one in passages[number].identities:
                self.standing[one] -= count
                if not self.standing[one]:
                    self.taken[one] = revision
        self.current[first:last] = new
        self.ends = list(accumulate(len(passages[number].text) for number in self.current))
        self.steps.append((first, last, array("I", new)))
        if revision % EVERY == 0:
            self.whole[revision] = array("I", self.current)

    def passages_of(self, revision: int) -> list[int]:
        """Tell the passages that a revision was made of, by number."""
        from_ = revision - revision % EVERY
        found = list(self.whole[from_])
        for first, last, new in self.steps[from_ + 1 : revision + 1]:
            found[first:last] = new
        return found

    def origin(self, identity: int) -> int:
        """Tell the revision in which a word was written."""
        return bisect_right(self.firsts, identity) - 1
