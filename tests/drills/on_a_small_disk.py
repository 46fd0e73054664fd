"""A program that works until its disk is full, goes on against the full disk, and then has room.

python -m tests.drills.on_a_small_disk FOLDER TABLES KIND, with WITHUS_VAR the same folder. KIND is
`tmpfs`, where the folder is a small file system of its own, or `limit`, where the system lets no
file grow beyond a size. It prints what came of it as one JSON object.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Protocol

import django

from tests.core.facts.story import ORIGIN
from tests.drills.ledger import Ledger
from tests.signer.processes import PATIENCE, Place, wait_for

LARGEST = 40_000  # bytes of a file: less than an act adds to SQLite's log
AWAKE = """
import django
django.setup()
from withus.signer import process
from withus.cli import main
process.WAKE = 1.0
raise SystemExit(main(["signer"]))
"""
SIGNER = ("-c", AWAKE)  # it tries again sooner than after 20 seconds


class Disk(Protocol):
    """What can be filled, and emptied again."""

    def fill(self) -> None: ...
    def make_room(self, *processes: int) -> None: ...


class SmallDisk:
    """A file system with a few megabytes: a file takes all that is left."""

    def __init__(self, folder: Path) -> None:
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        with self._ballast.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                return

    def make_room(self, *processes: int) -> None:
        self._ballast.unlink()


class Limit:
    """The system's own limit on how large a file may grow, for us and all whom we start."""

    def fill(self) -> None:
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, most))

    def make_room(self, *processes: int) -> None:
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        for each in (0, *processes):
            resource.prlimit(each, resource.RLIMIT_FSIZE, (most, most))


class Story:
    """What happens, and what is told of it."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.place, self.disk = Place(folder), disk
        self.ledger = Ledger()
        self.told: dict[str, Any] = {}
        self.seed = 0

    def happen(self) -> None:
        from tests.drills.acting import open_record

        self.people = open_record(ORIGIN)
        self.told["before"] = self.write(30)
        self.sign()
        self.told["unsigned"] = self.write(5)
        self.disk.fill()
        self.told["full"] = self.write(12)
        self.told["copies while full"] = self.copies("full")
        self.told["signer while full"] = self.sign_against_a_full_disk()
        self.told["after"] = self.write(4)
        self.told["copies after"] = self.copies("after")
        folder = self.place.folder
        self.told["left"] = [path.name for path in folder.rglob("*") if ".part" in path.name]
        self.told["entries"] = self.ledger.entries

    def write(self, turns: int) -> dict[str, Any]:
        """Let four threads write, hold the record to its word, and count what they were told."""
        from tests.drills.acting import Load, write
        from tests.drills.looking import look

        seen: list[dict[str, Any]] = []
        self.seed += 1
        write(Load(ORIGIN, self.seed, turns), self.people, seen.append)
        for each in seen:
            self.ledger.take(each)
        count = Counter(
            key for each in seen for key in ("acked", "refused", "failed") if key in each
        )
        codes = sorted({each["code"] for each in seen if "code" in each})
        return {
            **{end: count[end] for end in count},
            "codes": codes,
            "faults": self.ledger.faults(look(ORIGIN)),
        }

    def sign(self) -> None:
        """Let a signer cover every entry, and end it."""
        with self.place.started(*SIGNER):
            wait_for(lambda: self.place.signed() == self.place.size())

    def sign_against_a_full_disk(self) -> str:
        """Let a signer meet the full disk, then give it room: the same process is to sign."""
        with self.place.started(*SIGNER, stderr=subprocess.PIPE) as signer:
            assert signer.stderr
            said = signer.stderr.readline()
            self.disk.make_room(signer.pid)
            wait_for(lambda: self.place.signed() == self.place.size())
            signer.terminate()
            return said + signer.communicate(timeout=PATIENCE)[1]

    def copies(self, name: str) -> dict[str, Any]:
        """Make a backup and a bundle; tell how each command ends and what it says."""
        there = self.place.folder / name
        commands = {
            "backup": ["backup", str(there)],
            "bundle": ["bundle", ORIGIN, "--to", str(self.place.folder / f"{name}.bundle")],
        }
        pipe = subprocess.PIPE
        at_work = {
            each: self.place.start("-m", "withus", *words, stdout=pipe, stderr=pipe)
            for each, words in commands.items()
        }
        told: dict[str, Any] = {}
        for each, process in at_work.items():
            said = process.communicate(timeout=PATIENCE)[1]
            told[each] = [process.returncode, said]
        return {**told, "files": len(list(there.glob("*"))) if there.exists() else 0}


def main(folder: Path, tables: Path, kind: str) -> None:
    """Let it happen, and print what came of it."""
    shutil.copytree(tables, folder, dirs_exist_ok=True)
    django.setup()
    story = Story(folder, SmallDisk(folder) if kind == "tmpfs" else Limit())
    story.happen()
    print(json.dumps(story.told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
