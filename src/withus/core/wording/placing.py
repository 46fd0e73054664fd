"""Where the words of one new revision come from: earlier text, or whoever writes now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from withus.core.wording.alike import completed, side_by_side
from withus.core.wording.anchors import runs
from withus.core.wording.seen import NEW, Seen

WHOLE = 4  # words of a passage that is known wherever it stands

Origins = list[list[int] | None]  # for each new passage which words it has; None is not yet known


def placed(seen: Seen, old: Sequence[int], new: Sequence[str]) -> list[list[int]]:
    """Tell for each new passage which words it is made of: NEW for each that was just written.

    Shape: `old` are the passages that stood there before, by number.
    Formula: in this order: passages that stayed in their order; whole passages that moved, came
        back or were copied; what is alike between those that stayed; what was seen anywhere.
    """
    ours = [seen.phrase(text) for text in new]
    found: Origins = [None] * len(new)
    used = [False] * len(old)
    for a, b, length in runs([seen.passages[one].phrase for one in old], ours, sizes=(2, 1)):
        for n in range(length):
            found[b + n] = list(seen.passages[old[a + n]].identities)
            used[a + n] = True
    stretches = list(_between(used, found))
    _whole(seen, old, used, (ours, found))
    for theirs, gap in stretches:
        here = [n for n in gap if found[n] is None]
        left = [old[n] for n in theirs if not used[n]]
        parts = side_by_side(seen, left, [ours[n] for n in here])
        for n, part in zip(here, parts, strict=True):
            found[n] = completed(seen, seen.words_of[ours[n]], part)
    return _going_on(seen, ours, found)


def _between(used: Sequence[bool], found: Origins) -> Iterator[tuple[range, range]]:
    """Yield the stretches, in the old and in the new, between passages that stayed."""
    a = b = 0
    ends = [n for n, is_used in enumerate(used) if is_used], [
        n for n, one in enumerate(found) if one is not None
    ]
    for stop, end in zip([*ends[0], len(used)], [*ends[1], len(found)], strict=True):
        if b < end:
            yield range(a, stop), range(b, end)
        a, b = stop + 1, end + 1


def _whole(
    seen: Seen, old: Sequence[int], used: list[bool], new: tuple[Sequence[int], Origins]
) -> None:
    """Find whole passages that moved, came back or were copied."""
    ours, found = new
    free: dict[int, list[int]] = {}
    for at in range(len(old) - 1, -1, -1):
        if not used[at]:
            free.setdefault(seen.passages[old[at]].phrase, []).append(at)
    for n, phrase in enumerate(ours):
        if found[n] is not None or len(seen.words_of[phrase]) < WHOLE:
            continue
        number = seen.latest(phrase)
        if free.get(phrase):
            at = free[phrase].pop()
            used[at], number = True, old[at]
        if number is not None:
            found[n] = list(seen.passages[number].identities)


def _going_on(seen: Seen, ours: Sequence[int], found: Origins) -> list[list[int]]:
    """Let short new passages go on from their neighbours, where those words first stood so."""
    answer = [one or [] for one in found]
    for n, part in enumerate(answer):
        if part and part == [NEW] * len(part):
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
