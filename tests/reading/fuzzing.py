"""Spoil good files in seeded ways, read what is left, and tell what came of it.

Run as a program it measures: `python -m tests.reading.fuzzing SEED COUNT` prints one JSON line.
The measuring process stays small, since a child's peak is never told lower than its parent's.
"""

from __future__ import annotations

import io
import json
import random
import resource
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator

from tests.reading import samples
from withus.reading import Offered, Unreadable, read_file

KILOBYTE = 1024


def good_files() -> dict[str, bytes]:
    """Give a good file of each kind."""
    return {
        "text": samples.TEXT,
        "page": samples.PAGE,
        "printed page": samples.stored("attendance-page.html"),
        "word": samples.word_file(),
        "pdf": samples.sample_pdf(),
        "printed pdf": samples.stored("attendance-page.pdf"),
        "meeting": samples.stored("moderngov-meeting.xml"),
        "attendance page": samples.stored("moderngov-attendance.html"),
    }


def flipped(dice: random.Random, content: bytes) -> bytes:
    """Change a few bytes."""
    spoilt = bytearray(content)
    for _ in range(dice.randint(1, 30)):
        spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
    return bytes(spoilt)


def cut(dice: random.Random, content: bytes) -> bytes:
    """Keep a piece: the start, or a stretch from the middle."""
    start = dice.choice((0, 0, dice.randrange(len(content))))
    return content[start : dice.randint(start, len(content))]


def spliced(dice: random.Random, content: bytes, other: bytes) -> bytes:
    """Put a stretch of one file, perhaps many times over, into another."""
    start = dice.randrange(len(other))
    stretch = other[start : start + dice.randint(1, 400)] * dice.choice((1, 2, 50))
    at = dice.randrange(len(content) + 1)
    return content[:at] + stretch + content[at + dice.choice((0, len(stretch))) :]


def spoilt(dice: random.Random, content: bytes, other: bytes) -> bytes:
    """Spoil a file in one of the three ways."""
    way = dice.randrange(3)
    if way == 0:
        return flipped(dice, content)
    return cut(dice, content) if way == 1 else spliced(dice, content, other)


def spoilt_inside(dice: random.Random, package: bytes, other: bytes) -> bytes:
    """Spoil the main text of a Word document and zip it again, so that it opens."""
    with zipfile.ZipFile(io.BytesIO(package)) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts["word/document.xml"] = spoilt(dice, parts["word/document.xml"], other)
    return samples.zipped(parts)


def spoilt_files(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """Give spoilt files, always the same ones for a seed."""
    dice = random.Random(seed)  # noqa: S311
    good = good_files()
    for _ in range(count):
        kind, other = dice.choice([*good]), dice.choice([*good])
        way = spoilt_inside if kind == "word" and dice.random() < 0.5 else spoilt
        yield kind, way(dice, good[kind], good[other])


def outcome(content: bytes) -> str:
    """Read a file: "read", or the code of the refusal; anything else is a fault and is raised."""
    try:
        read_file(Offered("spoilt", content))
    except Unreadable as refusal:
        return refusal.code
    return "read"


def measured(seed: int, count: int) -> dict[str, object]:
    """Read spoilt files; count outcomes, and tell the slowest and the hungriest."""
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    for _, content in spoilt_files(seed, count):
        started = time.monotonic()
        outcomes[outcome(content)] += 1
        slowest = max(slowest, time.monotonic() - started)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * KILOBYTE
    return {"files": count, "slowest": slowest, "peak": peak, "outcomes": dict(outcomes)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measured(*map(int, sys.argv[1:]))) + "\n")
