"""The application in processes of its own, which a drill lets work, ends and looks into."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.drills.ledger import Ledger
from tests.signer.processes import PATIENCE, Place

JUST_NOW = 0.001  # seconds


@dataclass
class Application:
    """A nursery at work; `tests.drills.nursery` says what it does when asked."""

    process: subprocess.Popen[str]
    last_pid: int = 0
    unread: list[dict[str, Any]] = field(default_factory=list)

    def read(self) -> dict[str, Any]:
        """Read one line."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, "the nursery has ended"
        return dict(json.loads(line))

    def read_until(self, key: str, *, keep: bool = False) -> dict[str, Any]:
        """Read up to a line of one kind; those before it are kept for whoever wants them."""
        while key not in (told := self.read()):
            self.unread.append(told)
        if keep:
            self.unread.append(told)
        return told

    def read_the_latest(self, key: str) -> None:
        """Read up to a line of one kind that was written just now."""
        while time.monotonic() - float(self.read_until(key, keep=True)["at"]) > JUST_NOW:
            pass

    def ask(self, **what: Any) -> None:
        """Let a fork begin."""
        assert self.process.stdin
        self.unread.clear()
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()
        self.last_pid = int(self.read_until("pid")["pid"])

    def answer(self, **what: Any) -> list[dict[str, Any]]:
        """Let a fork work to its end; return what it said."""
        self.ask(**what)
        assert self.read_until("ended")["ended"] == 0, "a fork met a fault: see above"
        return self.unread

    def kill(self) -> None:
        """End the fork that is at work, as a machine that has no memory left would."""
        os.kill(self.last_pid, signal.SIGKILL)

    def open(self, origin: str) -> list[str]:
        """Open a record; return the people that act in it."""
        told = self.answer(do="open", origin=origin)
        return [people for each in told for people in each.get("people", [])]

    def look(self, origin: str, **what: Any) -> dict[str, Any]:
        """Tell all that a record holds."""
        (told,) = (
            e["looked"] for e in self.answer(do="look", origin=origin, **what) if "looked" in e
        )
        return dict(told)

    def told_to(self, ledger: Ledger) -> None:
        """Hand what was said by the fork that has ended to a ledger."""
        for told in self.unread:
            ledger.take(told)


@contextmanager
def application(place: Place, **environment: str) -> Iterator[Application]:
    """Start a nursery, and end it with all that it forked."""
    pipe = subprocess.PIPE
    env = {**place.environment, **environment}
    process = place.start("-m", "tests.drills.nursery", stdin=pipe, stdout=pipe, env=env)
    started = Application(process)
    try:
        started.read_until("ready")
        yield started
    finally:
        assert process.stdin
        process.stdin.close()  # it ends at that, once the fork at work has ended
        try:
            process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            started.kill()
            process.wait(timeout=PATIENCE)
