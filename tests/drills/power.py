"""What a disk holds when the power is cut: what was synced, and of the rest what chance leaves.

A sector of 512 bytes is written whole or not at all; that is all that is asked of the disk.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any

SECTOR = 512


class Rest(StrEnum):
    """What becomes of the writes that were not synced."""

    LOST = "all lost"
    SOME = "some writes kept, others lost"
    TORN = "some sectors of them kept, others lost"


@dataclass
class Surface:
    """One file: what of it is safe, and what was written to it since."""

    safe: bytearray = field(default_factory=bytearray)
    there: bool = False  # whether its name is safe as well
    since: list[tuple[int, bytes | None]] = field(default_factory=list)  # None: cut off there

    def sync(self) -> None:
        for offset, content in self.since:
            _put(self.safe, offset, content)
        self.since.clear()
        self.there = True

    def after_the_cut(self, rest: Rest, dice: random.Random) -> bytes | None:
        """Tell what is left of it; None if not even its name."""
        left, kept = bytearray(self.safe), 0
        for offset, content in _parts(self.since, rest):
            if rest is not Rest.LOST and dice.random() < 0.5:
                _put(left, offset, content)
                kept += 1
        return bytes(left) if self.there or kept else None


class Disk:
    """The files of one folder, as the notes go on."""

    def __init__(self, folder: Path) -> None:
        """Take up what lies there: all of it is safe."""
        self._folder = folder
        self._files = {
            str(path.relative_to(folder)): Surface(bytearray(path.read_bytes()), there=True)
            for path in folder.rglob("*sqlite3*")
            if not path.name.endswith("-shm")
        }
        self._deleted: dict[str, Surface] = {}  # and nobody has synced the folder since

    def take(self, note: tuple[Any, ...]) -> None:
        """Do what was noted."""
        kind, path, *given = note
        name = str(Path(path).relative_to(self._folder))
        if kind == "delete":
            gone = self._files.pop(name, None)
            if gone is not None and not given[0]:
                self._deleted[name] = gone
            return
        if name not in self._files:
            self._files[name] = Surface()
            self._deleted.pop(name, None)
        file = self._files[name]
        if kind == "sync":
            file.sync()
        else:
            file.since.append((given[0], given[1] if kind == "write" else None))

    def cut(self, to: Path, rest: Rest, dice: random.Random) -> None:
        """Write into a folder what is left after a power cut."""
        back = {name: gone for name, gone in self._deleted.items() if dice.random() < 0.5}
        for name, file in sorted({**back, **self._files}.items()):
            left = file.after_the_cut(rest, dice)
            if left is not None:
                path = to / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(left)


def _parts(
    since: Iterable[tuple[int, bytes | None]], rest: Rest
) -> Iterable[tuple[int, bytes | None]]:
    """Tell in which parts writes come to the disk: whole, or a sector at a time."""
    for offset, content in since:
        if rest is not Rest.TORN or content is None:
            yield offset, content
            continue
        first = SECTOR - offset % SECTOR
        edges = [0, *range(first, len(content), SECTOR), len(content)]
        for start, end in pairwise(edges):
            yield offset + start, content[start:end]


def _put(content: bytearray, offset: int, words: bytes | None) -> None:
    if words is None:
        del content[offset:]
        return
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(words)] = words
