"""The copy of each record's entries outside the database, as the signer leaves it; only read here.

Each record has a folder: `entries.jsonl`, an entry a line, and `checkpoint`, the last signed head.
`forgotten` lists keys that were erased, so that no older backup brings them back.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from withus.core.proofs.checkpoint import Checkpoint, read_checkpoint
from withus.core.proofs.refused import Malformed
from withus.core.proofs.signed_note import read_note

ENTRIES, CHECKPOINT, FORGOTTEN = "entries.jsonl", "checkpoint", "forgotten"


@dataclass(frozen=True, slots=True)
class Mirrored:
    """One record's copy: its last signed head, and where its entries are."""

    head: Checkpoint
    path: Path

    def entries(self, *, start: int) -> Iterator[bytes]:
        """Yield the entries that the head covers, from one on."""
        if not self.path.exists():
            return
        with self.path.open("rb") as file:
            for index, line in enumerate(file):
                if index >= self.head.size or not line.endswith(b"\n"):
                    return
                if index >= start:
                    yield line.removesuffix(b"\n")


def mirrored(folder: Path) -> dict[str, Mirrored]:
    """Return the copies in a folder by record; one with no readable head is left out."""
    found = {}
    for each in sorted(folder.iterdir()) if folder.is_dir() else []:
        try:
            head = read_checkpoint(read_note((each / CHECKPOINT).read_bytes()).text)
        except (OSError, Malformed):
            continue
        found[head.origin] = Mirrored(head, each / ENTRIES)
    return found


def note_forgotten(folder: Path, keys: Iterable[str]) -> None:
    """Add keys to the list of those that no backup may bring back, safe on the disk.

    Each begins a line of its own, so that one cut short by a power cut spoils no other.
    """
    told = "".join(f"\n{key}\n" for key in sorted(keys))
    if not told:
        return
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / FORGOTTEN).open("ab", buffering=0) as file:
        file.write(told.encode("ascii"))
        os.fsync(file.fileno())
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)  # the name of the file, too
    finally:
        os.close(place)


def forgotten(folder: Path) -> set[str]:
    """Return the keys that no backup may bring back."""
    path = folder / FORGOTTEN
    return set(path.read_text(encoding="ascii").split()) if path.exists() else set()
