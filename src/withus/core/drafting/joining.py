"""Two texts from one: joined where they do not touch the same paragraphs, side by side where both
do. Nothing that either put in is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from withus.core.drafting.paragraphs import joined, paragraphs


@dataclass(frozen=True, slots=True)
class Clash:
    """The same passage changed in two ways."""

    theirs: str
    mine: str


@dataclass(frozen=True, slots=True)
class Joined:
    """A text that holds what both put in, and where they clash: there it holds one, then other."""

    text: str
    clashes: tuple[Clash, ...]


Edit = tuple[int, int, tuple[str, ...]]  # from and until which paragraphs, and what stands there


def join_texts(base: str, *, theirs: str, mine: str) -> Joined:
    """Tell one text for two that began from the same: what either put in, in its place.

    Shape: where both changed the same paragraphs, theirs and then mine, as a clash.
    Not: the last word: whoever saves it reads it first.
    """
    start = paragraphs(base)
    ours, other = _edits(start, paragraphs(mine)), _edits(start, paragraphs(theirs))
    found: list[str] = []
    clashes: list[Clash] = []
    at = 0
    while ours or other:
        group = _touching(ours, other)
        first = min(edit[0] for side in group for edit in side)
        until = max(edit[1] for side in group for edit in side)
        found += start[at:first]
        left, right = (_applied(start, side, first, until) for side in group)
        if not group[0] or not group[1] or left == right:
            found += left if group[0] else right
        else:
            found += [*right, *(each for each in left if each not in right)]
            clashes.append(Clash(joined(tuple(right)), joined(tuple(left))))
        at = until
    found += start[at:]
    return Joined(joined(tuple(found)), tuple(clashes))


def _edits(before: Sequence[str], after: Sequence[str]) -> list[Edit]:
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(b1, b2, tuple(after[a1:a2])) for tag, b1, b2, a1, a2 in codes if tag != "equal"]


def _touching(ours: list[Edit], other: list[Edit]) -> tuple[list[Edit], list[Edit]]:
    """Take off both lists the next edits that touch the same paragraphs, or put in at one place."""
    first, until = min(side[0][:2] for side in (ours, other) if side)
    taken: tuple[list[Edit], list[Edit]] = ([], [])
    grew = True
    while grew:
        grew = False
        for side, group in zip((ours, other), taken, strict=True):
            while side and (side[0][0] < until or side[0][:2] == (first, until)):
                group.append(side.pop(0))
                until, grew = max(until, group[-1][1]), True
    return taken


def _applied(start: Sequence[str], edits: Sequence[Edit], first: int, until: int) -> list[str]:
    found: list[str] = []
    at = first
    for begin, end, words in edits:
        found += [*start[at:begin], *words]
        at = end
    return [*found, *start[at:until]]
