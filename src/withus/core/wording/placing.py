"""Where the words of one new revision come from: earlier text, or whoever writes now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from withus.core.wording.anchors import runs
from withus.core.wording.islands import without_islands
from withus.core.wording.seen import GRAM, Seen

NEW = -1
LONG = 10  # words that need no other sign of where they come from
WHOLE = 4  # words: a whole sentence of so many


class Found(NamedTuple):
    """Words found elsewhere: from which place on, how many, and which they are."""

    at: int
    identities: tuple[int, ...]
    touching: bool


def placed(seen: Seen, old: Sequence[int], new: Sequence[str]) -> list[tuple[str, list[int]]]:
    """Tell for each new passage which words it is made of: NEW for each that was just written.

    Shape: `old` are the passages that stood there before, by number.
    """
    theirs = [seen.passages[number].phrase for number in old]
    ours = [seen.phrase(text) for text in new]
    answer: list[list[int] | None] = [None] * len(new)
    used = [False] * len(old)
    for a, b, length in runs(theirs, ours, sizes=(2, 1)):
        for n in range(length):
            answer[b + n] = list(seen.passages[old[a + n]].identities)
            used[a + n] = True
    bounds = _gaps(used, answer)
    _whole(seen, old, ours, answer, used)
    for (a, a_end), (b, b_end) in bounds:
        _inside(seen, [n for n in range(a, a_end) if not used[n]], (b, b_end), (old, ours, answer))
    return [(text, found or []) for text, found in zip(new, answer, strict=True)]


def _gaps(
    used: Sequence[bool], answer: Sequence[list[int] | None]
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Tell the stretches between passages that stayed in place."""
    bounds = []
    a = b = 0
    kept_old = [n for n, is_used in enumerate(used) if is_used]
    kept_new = [n for n, found in enumerate(answer) if found is not None]
    for stop_a, stop_b in zip([*kept_old, len(used)], [*kept_new, len(answer)], strict=True):
        if b < stop_b:
            bounds.append(((a, stop_a), (b, stop_b)))
        a, b = stop_a + 1, stop_b + 1
    return bounds


def _whole(
    seen: Seen,
    old: Sequence[int],
    ours: Sequence[int],
    answer: list[list[int] | None],
    used: list[bool],
) -> None:
    """Find whole passages that moved, came back or were copied."""
    free: dict[int, list[int]] = {}
    for at, number in enumerate(old):
        if not used[at]:
            free.setdefault(seen.passages[number].phrase, []).append(at)
    for at, phrase in enumerate(ours):
        if answer[at] is not None or len(seen.words_of[phrase]) < WHOLE:
            continue
        if free.get(phrase):
            place = free[phrase].pop(0)
            used[place] = True
            answer[at] = list(seen.passages[old[place]].identities)
        elif seen.with_phrase.get(phrase):
            answer[at] = list(seen.passages[seen.with_phrase[phrase][-1]].identities)


def _inside(
    seen: Seen,
    old: Sequence[int],
    new: tuple[int, int],
    whole: tuple[Sequence[int], Sequence[int], list[list[int] | None]],
) -> None:
    """Compare what is left of one stretch, word by word."""
    numbers, ours, answer = whole
    here = [n for n in range(*new) if answer[n] is None]
    words = [word for n in here for word in seen.words_of[ours[n]]]
    before = [word for n in old for word in seen.words(numbers[n])]
    which = [one for n in old for one in seen.passages[numbers[n]].identities]
    found = [NEW] * len(words)
    for a, b, length in without_islands(runs(before, words), old=len(before), new=len(words)):
        found[b : b + length] = which[a : a + length]
    begun = 0
    for n in here:
        end = begun + len(seen.words_of[ours[n]])
        part = found[begun:end]
        _elsewhere(seen, seen.words_of[ours[n]], part)
        answer[n] = part
        begun = end


def _elsewhere(seen: Seen, words: Sequence[int], found: list[int]) -> None:
    """Fill in words of a passage that were seen anywhere before."""
    at = 0
    while at <= len(words) - GRAM:
        if found[at] != NEW or found[at + 1] != NEW or found[at + 2] != NEW:
            at += 1
            continue
        best = max(
            (_extended(seen, words, found, (at, *place)) for place in seen.places(words, at)),
            key=lambda one: (one.touching, len(one.identities)),
            default=None,
        )
        if best is None:
            at += 1
            continue
        end = best.at + len(best.identities)
        if _enough(best, len(words)):
            found[best.at : end] = best.identities
        at = end if _enough(best, len(words)) else at + 1


def _extended(
    seen: Seen, words: Sequence[int], found: Sequence[int], start: tuple[int, int, int]
) -> Found:
    """Follow three words as far as they go on the same way in both directions."""
    at, number, place = start
    theirs, which = seen.words(number), seen.passages[number].identities
    end, there = at + GRAM, place + GRAM
    while (
        end < len(words)
        and there < len(theirs)
        and found[end] == NEW
        and words[end] == theirs[there]
    ):
        end, there = end + 1, there + 1
    while at and place and found[at - 1] == NEW and words[at - 1] == theirs[place - 1]:
        at, place = at - 1, place - 1
    touching = (at > 0 and place > 0 and found[at - 1] == which[place - 1]) or (
        end < len(words) and there < len(theirs) and found[end] == which[there]
    )
    return Found(at, which[place:there], touching)


def _enough(found: Found, length: int) -> bool:
    """Whether words found elsewhere are more than chance."""
    many = len(found.identities)
    return many >= LONG or found.touching or (many == length and many >= WHOLE)
