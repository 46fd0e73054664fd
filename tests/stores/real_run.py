"""A run of everything that keeps something, in a process of its own; it prints the files it saw.

`python -m tests.stores.real_run FOLDER`, with WITHUS_VAR in that folder.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import redirect_stdout, suppress
from pathlib import Path

import django

RECORD = "withus.example/thornmere"


def files(folder: Path) -> set[str]:
    """Return the names of all files below a folder."""
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}


def ended(run: Callable[[], object], *, after: float = 2.5) -> None:
    """Run what runs until it is asked to end, and ask."""
    asking = threading.Timer(after, os.kill, [os.getpid(), signal.SIGTERM])
    asking.start()
    with suppress(SystemExit):  # a worker that waits ends so
        run()
    asking.join()


def run(folder: Path) -> set[str]:
    """Do everything once, and return every file that was there after any of it."""
    from django.core.management import call_command
    from django.test import Client

    from tests.cli.test_record_commands import BOARD, OPENING, PLACE, TAKEN, acts
    from withus.cli import main

    for database in ("default", "keys"):
        call_command("migrate", database=database, interactive=False, verbosity=0)
    from withus.stores.people.models import Person

    acted = acts(folder / "kept", OPENING, BOARD, PLACE, TAKEN)
    seen: set[str] = set()
    for words in (["enter", RECORD, acted], ["signer"], ["worker"], ["rebuild"], ["check"]):
        if words[0] in ("signer", "worker"):
            ended(lambda words=words: main(words))  # type: ignore[misc]
        elif main(words):
            raise SystemExit(words[0])
        seen |= files(folder)
    sent = {"minutes": "Present\nJo Bloggs, Manager", "day": "2026-11-02"}
    Client(HTTP_HOST="localhost").post("/check/", sent)
    person = Person.objects.get().id
    copy = str(folder / "kept" / "copy.bundle")
    for words in (
        ["backup", str(folder / "kept")],
        ["erase", RECORD, f"--person={person}", "--yes"],
        ["bundle", RECORD, "--opened", "--to", copy],
    ):
        if main(words):
            raise SystemExit(words[0])
        seen |= files(folder)
    return seen


if __name__ == "__main__":
    with redirect_stdout(sys.stderr):
        django.setup()
        found = run(Path(sys.argv[1]))
    print(json.dumps(sorted(found)))
