"""What differs between two texts, by paragraphs and then by words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from withus.core.drafting.paragraphs import paragraphs

A_WORD = re.compile(r"\S+\s*|\s+")
MOST_WORDS = 1_500  # of a passage; of a longer one we say that it is another, and not how
ALIKE = 0.3  # how much of two passages must be the same for one to be the other, changed
SAME, OUT, IN = "same", "out", "in"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row: in both texts, only in the first (out), or only in the second (in)."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph of two texts: its runs, and its place in the second, or in the first if out."""

    kind: str  # same, out, in, or "changed"
    runs: tuple[Run, ...]
    place: int


@dataclass(frozen=True, slots=True)
class Amount:
    """How many words were put in and taken out."""

    put_in: int
    taken_out: int


def compare(first: str, second: str) -> tuple[Change, ...]:
    """Tell what differs between two texts, paragraph by paragraph, in the order of the second.

    Formula: the longest runs of equal paragraphs by `difflib`; what lies between them by words.
    Not: that words which moved are the same words; core/wording tells that.
    """
    before, after = paragraphs(first), paragraphs(second)
    found: list[Change] = []
    for tag, b1, b2, a1, a2 in _matched(before, after):
        if tag == "equal":
            found += [Change(SAME, (Run(SAME, after[at]),), at) for at in range(a1, a2)]
        else:
            found += _between(before, after, (b1, b2), (a1, a2))
    return tuple(found)


def by_words(first: str, second: str) -> tuple[Run, ...]:
    """Tell what differs between two passages, word by word.

    Not: passages of more than 1,500 words, which are told as wholes.
    Example: "one more bus" and "one late bus" differ by more, out, and late, in.
    """
    before, after = A_WORD.findall(first), A_WORD.findall(second)
    if max(len(before), len(after)) > MOST_WORDS:
        return tuple(Run(kind, words) for kind, words in ((OUT, first), (IN, second)) if words)
    plain = [each.strip() for each in before], [each.strip() for each in after]
    found: list[Run] = []
    for tag, b1, b2, a1, a2 in _matched(*plain):
        if tag == "equal":
            found.append(Run(SAME, "".join(after[a1:a2])))
        else:
            gone, new = "".join(before[b1:b2]), "".join(after[a1:a2])
            found += [Run(kind, words) for kind, words in ((OUT, gone), (IN, new)) if words]
    return tuple(found)


def amount(changes: Sequence[Change]) -> Amount:
    """Tell how many words were put in and taken out.

    Unit: words, as blanks divide them.
    """
    runs = [run for change in changes for run in change.runs]
    count = {kind: sum(len(r.words.split()) for r in runs if r.kind == kind) for kind in (IN, OUT)}
    return Amount(count[IN], count[OUT])


def _matched(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[str, int, int, int, int]]:
    yield from SequenceMatcher(None, before, after, autojunk=False).get_opcodes()


def _between(
    before: Sequence[str], after: Sequence[str], out: tuple[int, int], new: tuple[int, int]
) -> Iterator[Change]:
    """Yield what lies between equal paragraphs: each new one beside the old one most like it."""
    at = out[0]
    for place in range(*new):
        match = _first_alike(before[at : out[1]], after[place])
        if match is None:
            yield Change(IN, (Run(IN, after[place]),), place)
            continue
        for gone in range(at, at + match):
            yield Change(OUT, (Run(OUT, before[gone]),), gone)
        yield Change("changed", by_words(before[at + match], after[place]), place)
        at += match + 1
    for gone in range(at, out[1]):
        yield Change(OUT, (Run(OUT, before[gone]),), gone)


def _first_alike(some: Sequence[str], one: str) -> int | None:
    words = set(one.casefold().split())
    for place, each in enumerate(some):
        other = set(each.casefold().split())
        if words and other and len(words & other) >= ALIKE * max(len(words), len(other)):
            return place
    return None
