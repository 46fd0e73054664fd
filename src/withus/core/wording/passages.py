"""A text in passages: about a sentence each, so that what did not change is not read again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

LONGEST = 400  # letters; a longer sentence is cut between two words
CLOSING = "\"'”’)\\]*_"
END = re.compile(
    rf"[.!?…][{CLOSING}]*\s+"  # the end of a sentence
    r"|\n[^\S\n]*\n\s*"  # an empty line
    r"|\n(?=[^\S\n]*(?:[-*+#>|•]|\d+[.)]))"  # a line that begins a list, a heading, a row
)
A_CUT = re.compile(r"\s+")


def cut(text: str) -> list[str]:
    """Cut a text into passages that, put together, are the text again.

    Shape: each but the last ends in a space or the end of a line, so no word is cut in two.
    Example: cut("One. Two.") is ["One. ", "Two."].
    """
    found: list[str] = []
    begun = 0
    for mark in END.finditer(text):
        _keep(found, text[begun : mark.end()])
        begun = mark.end()
    _keep(found, text[begun:])
    return found


def _keep(found: list[str], text: str) -> None:
    begun = 0
    while len(text) - begun > LONGEST:
        space = A_CUT.search(text, begun + LONGEST)
        if space is None:
            break
        found.append(text[begun : space.end()])
        begun = space.end()
    if begun < len(text):
        found.append(text[begun:])


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


def changed(old: str, new: str, ends: Sequence[int]) -> tuple[int, int, str]:
    """Tell which passages of a text may differ in another, and what stands there instead.

    Shape: `ends` is where each passage of the old text ends; the answer is the first passage, the
        one after the last, and the part of the new text between what both have in common.
    """
    most = min(len(old), len(new))
    front = same_at_start(old, new, most=most)
    back = same_at_end(old, new, most=most - front)
    first = bisect_right(ends, front)
    begun = ends[first - 1] if first else 0
    while first and not old[begun - 1].isspace():  # a word may go on there
        first -= 1
        begun = ends[first - 1] if first else 0
    last = bisect_left(ends, len(old) - back) + 1 if back < len(old) else 0
    last = max(last, first)
    shift = len(new) - len(old)
    stop = ends[last - 1] if last else 0
    while last < len(ends) and not _parted(old, new, stop, stop + shift):
        last += 1
        stop = ends[last - 1]
    return first, last, new[begun : stop + shift]


def _parted(old: str, new: str, at: int, there: int) -> bool:
    """Whether a passage begins at that place in both texts."""
    return (not at or old[at - 1].isspace()) and (not there or new[there - 1].isspace())
