"""What a history comes to in numbers alone: enough for every figure, and not a word of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from withus.core.wording.history import STANDS, Words


@dataclass(frozen=True, slots=True)
class Figures:
    """How many words each revision wrote, how many stand, and which revision took out whose.

    Shape: `written`, `lasting` and `standing` have a number for each revision, in order. A word
        that stands twice, because it was copied, counts twice in `standing` and once in
        `lasting`. `taken` has for (the revision that took out, the revision that had written) how
        many words that no longer stand.
    """

    written: Sequence[int]
    lasting: Sequence[int]
    standing: Sequence[int]
    taken: Mapping[tuple[int, int], int]

    @property
    def words(self) -> int:
        """Tell how many words stand."""
        return sum(self.standing)


def count(words: Words) -> Figures:
    """Count the words of a history by the revision they were written in.

    Unit: words, numbers and marks: see tokens.
    """
    ends = [*words.firsts, len(words.standing)][1:]
    taken = Counter[tuple[int, int]]()
    written, lasting, standing = [], [], []
    for revision, (begun, end) in enumerate(zip(words.firsts, ends, strict=True)):
        here = words.standing[begun:end]
        written.append(end - begun)
        standing.append(sum(here))
        lasting.append(sum(1 for times in here if times))
        gone = Counter(words.taken[begun:end])
        taken.update({(by, revision): many for by, many in gone.items() if by != STANDS})
    return Figures(written, lasting, standing, dict(taken))


def figures_to_plain(figures: Figures) -> dict[str, Any]:
    """Write figures as what JSON can hold."""
    return {
        "written": list(figures.written),
        "lasting": list(figures.lasting),
        "standing": list(figures.standing),
        "taken": [[by, whose, many] for (by, whose), many in sorted(figures.taken.items())],
    }


def figures_from_plain(plain: Mapping[str, Any]) -> Figures:
    """Read figures that were written as JSON."""
    return Figures(
        plain["written"],
        plain["lasting"],
        plain["standing"],
        {(by, whose): many for by, whose, many in plain["taken"]},
    )
