"""Which runs are kept words, and which are the same by chance."""

from __future__ import annotations

from collections.abc import Sequence

from withus.core.wording.anchors import Run

SHORT = 2  # words: a run of at most so many may be chance
FEWEST = 5  # a part of a block that runs of more than SHORT must cover: a fifth
NEAR = 4  # words between a short run and the next that still count as the same sentence


def without_islands(found: Sequence[Run], *, old: int, new: int) -> list[Run]:
    """Leave out runs of one or two words that say nothing: both stand far from any longer run.

    Formula: runs of up to two words count only where longer ones cover a fifth of the shorter
        side, and where at most four changed words, in the old and in the new, lie between them
        and a run that counts.
    """
    covered = sum(run.length for run in found if run.length > SHORT)
    if covered * FEWEST < min(old, new):
        return [run for run in found if run.length > SHORT]
    kept = [run.length > SHORT for run in found]
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for at in order:
            if not kept[at] and kept[at + step]:
                kept[at] = _near(*sorted((found[at], found[at + step])))
    return [run for run, good in zip(found, kept, strict=True) if good]


def _near(first: Run, second: Run) -> bool:
    gone = second.old - first.old - first.length
    come = second.new - first.new - first.length
    return max(gone, come) <= NEAR
