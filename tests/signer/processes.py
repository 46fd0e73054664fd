"""The signer, and who writes in the record, as processes of their own on a database in a file."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.core.facts.story import ORIGIN
from tests.house.script import run
from tests.house.tree import ROOT
from withus.core.proofs.checkpoint import Checkpoint, open_checkpoint
from withus.signer.own import Own

PATIENCE = 30.0
MADE: list[tempfile.TemporaryDirectory[str]] = []


@dataclass(frozen=True)
class Place:
    """A folder with a database in it, made ready as `./run` does."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        plain = {name: told for name, told in os.environ.items() if not _a_choice(name)}
        path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        return {
            **plain,
            "PYTHONPATH": path,
            "DJANGO_SETTINGS_MODULE": "withus.settings",
            "WITHUS_VAR": str(self.folder),
        }

    def make_ready(self) -> None:
        """Make the tables, as `./run` does; they are made once and then copied."""
        made = tables()
        shutil.copytree(made.folder, self.folder, dirs_exist_ok=True)

    def start(self, *words: str, **named: Any) -> subprocess.Popen[str]:
        """Start Python with some words."""
        given = {"env": self.environment, "text": True, "cwd": self.folder, **named}
        return subprocess.Popen([sys.executable, *words], **given)

    @contextmanager
    def started(self, *words: str, **named: Any) -> Iterator[subprocess.Popen[str]]:
        """Start Python with some words, and see to it that it ends."""
        process = self.start(*words, **named)
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    def rows(self, sql: str) -> list[Any]:
        """Read in the database as it is now."""
        address = f"file:{self.folder / 'withus.sqlite3'}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=20)) as database:
            return database.execute(sql).fetchall()

    def spoil(self, *statements: str) -> None:
        """Change the database as only somebody with the file in hand can: without its guards."""
        with closing(sqlite3.connect(self.folder / "withus.sqlite3", timeout=20)) as database:
            rows = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for statement in [*(f"DROP TRIGGER {name}" for (name,) in rows), *statements]:
                database.execute(statement)
            database.commit()

    def size(self) -> int:
        """Tell how many entries the record has."""
        return int(self.rows("SELECT size FROM record_log")[0][0])

    def signed(self) -> int:
        """Tell how many of them the last signed head covers."""
        return int(self.rows("SELECT coalesce(max(size), 0) FROM record_signedhead")[0][0])

    @property
    def mirror(self) -> Path:
        """Tell where the copy of the record is."""
        return self.folder / "mirror" / "withus.example%2Fthornmere"

    def copied(self) -> int:
        """Tell how many bytes of entries are in the copy."""
        path = self.mirror / "entries.jsonl"
        return path.stat().st_size if path.exists() else 0

    def entries(self) -> list[bytes]:
        rows = self.rows('SELECT content FROM record_leaf ORDER BY "index"')
        return [bytes(content) for (content,) in rows]

    def heads(self) -> list[Checkpoint]:
        """Return the signed heads, each opened with the signer's key."""
        key = Own(self.folder / "signing", ORIGIN).key().verifier()
        rows = self.rows("SELECT note FROM record_signedhead ORDER BY size")
        return [open_checkpoint(bytes(note), keys=[key]).checkpoint for (note,) in rows]


@cache
def tables() -> Place:
    """Make a database with its tables, by the very lines that `./run` uses."""
    folder = tempfile.TemporaryDirectory()  # it goes when the last test of this process has run
    MADE.append(folder)
    made = Place(Path(folder.name))
    words = [sys.executable, "-c", run().MIGRATE]
    subprocess.run(words, env=made.environment, check=True, timeout=PATIENCE)
    return made


class Writer:
    """A process that adds entries when it is told to."""

    def __init__(self, place: Place) -> None:
        pipe = subprocess.PIPE
        self.process = place.start("-m", "tests.signer.writer", stdin=pipe, stdout=pipe)

    def add(self, count: int) -> float:
        """Add entries in one act; tell when it was acknowledged."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{count}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == f"{count}\n"
        return time.monotonic()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


def wait_for(wanted: Callable[[], bool], *, every: float = 0.02) -> float:
    """Wait until something is so; tell when it was."""
    until = time.monotonic() + PATIENCE
    while not wanted():
        assert time.monotonic() < until, "it did not come about"
        time.sleep(every)
    return time.monotonic()


def _a_choice(name: str) -> bool:
    return name.startswith("WITHUS_") or name == "DATABASE_URL"
