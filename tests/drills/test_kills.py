"""Whoever writes is killed, or the database server is: nothing acknowledged is lost.

What this shows is that a commit is one: no entry without its row, its hash and its opening, and
none acknowledged before it stands. Not: a power cut, in which what the kernel still holds goes
too; for that, see test_power_cut.py.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.drills.application import Application, application
from tests.drills.ledger import Ledger
from tests.house.script import run
from tests.postgresql import Server
from tests.serving.kin import family, runs
from tests.signer.processes import PATIENCE, Place, wait_for
from withus.serving import _ends_with

SOONEST, LATEST = 0.02, 0.4  # seconds to the kill
AFTER = 0.3  # seconds that are written on after the server is back
TO_A_RECORD = 10  # kills, so that looking at it stays quick
drill = pytest.mark.drill


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path)
    made.make_ready()
    return made


class OursAlone(Server):
    """A server that ends when these tests do, be it that they are killed."""

    def as_told(self) -> dict[str, Any]:
        return {**super().as_told(), "preexec_fn": _ends_with(os.getpid())}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Start a PostgreSQL of our own with our tables in it."""
    folder = Path(tempfile.mkdtemp(prefix="withus-drill-"))
    made = OursAlone(folder)
    try:
        made.make()
        made.start()
        with tempfile.TemporaryDirectory() as var:
            there = {**Place(Path(var)).environment, "DATABASE_URL": made.address}
            words = [sys.executable, "-c", run().MIGRATE]
            subprocess.run(words, env=there, check=True, timeout=PATIENCE)
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def working(app: Application, ledger: Ledger, **load: object) -> Iterator[None]:
    """Let four threads write; whatever happens within, they are killed after it."""
    people = load.pop("people")
    app.ask(do="write", load=load, people=people)
    try:
        yield
    finally:
        app.kill()
        assert app.read_until("ended")["ended"] == -signal.SIGKILL
        app.told_to(ledger)


def wait_for_the_moment(app: Application, dice: random.Random, number: int) -> None:
    """Wait for the moment to kill: some time after the start, or after an entry was acknowledged.

    Every second kill comes the instant that something is acknowledged.
    """
    if number % 4:
        app.read_until("acked", keep=True)
    time.sleep(dice.uniform(SOONEST, LATEST))
    if number % 2:
        app.read_the_latest("acked")


@dataclass
class Kills:
    """What came of killing whoever writes, again and again."""

    kills: int = 0
    busy: int = 0  # of them, those that met somebody at work
    ledgers: list[Ledger] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def again_and_again(self, app: Application, kills: int, name: str, **how: object) -> None:
        """Kill whoever writes at random moments; after each kill, look at all there is."""
        dice, began = random.Random(kills), time.monotonic()  # noqa: S311  # the same each time
        origin, ledger, people = "", Ledger(), list[str]()
        for number in range(kills):
            if number % TO_A_RECORD == 0:
                origin, ledger = f"withus.example/{name}-{kills}-{number}", Ledger()
                people = app.open(origin)
                self.ledgers.append(ledger)
            with working(app, ledger, origin=origin, seed=number, people=people, **how):
                wait_for_the_moment(app, dice, number)
            self.kills += 1
            self.busy += ledger.killed() > 0
            self.faults += ledger.faults(app.look(origin))
            if self.faults:
                break
        print(f"\n{name}: {self.told()}, {time.monotonic() - began:.1f} s")

    def told(self) -> str:
        each = self.ledgers
        return (
            f"{self.kills} kills, {self.busy} of them with an act in flight; "
            f"{sum(len(e.acked) for e in each)} acts and {sum(e.entries for e in each)} entries "
            f"acknowledged; {sum(e.in_flight for e in each)} acts in flight, "
            f"{sum(e.stood_unsaid for e in each)} of them in the record; faults: {self.faults}"
        )

    def hold(self, kills: int) -> None:
        """Fail unless there was a load, and nothing of it was lost."""
        assert self.faults == []
        assert self.kills == kills
        assert sum(len(each.acked) for each in self.ledgers) > kills / 2, "next to no load"
        assert self.busy > kills / 2, "most kills hit nobody at work"


@pytest.mark.parametrize("kills", [4, pytest.param(200, marks=drill)])
def test_whoever_writes_in_sqlite_is_killed_and_nothing_acknowledged_is_lost(
    place: Place, kills: int
) -> None:
    with application(place) as app:
        done = Kills()
        done.again_and_again(app, kills, "sqlite")
    done.hold(kills)


@pytest.mark.parametrize("kills", [4, pytest.param(200, marks=drill)])
def test_whoever_writes_in_postgresql_is_killed_and_nothing_acknowledged_is_lost(
    place: Place, server: Server, kills: int
) -> None:
    with application(place, DATABASE_URL=server.address) as app:
        done = Kills()
        done.again_and_again(app, kills, "postgresql")
    done.hold(kills)


def test_what_is_acknowledged_before_the_commit_is_lost_and_seen_to_be(place: Place) -> None:
    with application(place) as app:
        done = Kills()
        done.again_and_again(app, 50, "too-soon", too_soon=True)
    assert any("lost" in each for each in done.faults)


def kill_all_of(server: Server) -> int:
    """Kill a server's first process and then all its others; return how many they were."""
    assert server.process
    kin = family(server.process.pid)
    for each in (server.process.pid, *kin):
        try:
            os.kill(each, signal.SIGKILL)
        except ProcessLookupError:
            continue  # it ended with the first
    server.process.wait()
    wait_for(lambda: not any(runs(each) for each in kin))
    return 1 + len(kin)


@pytest.mark.parametrize("kills", [1, pytest.param(10, marks=drill)])
def test_the_server_is_killed_and_those_who_write_go_on_with_nothing_lost(
    place: Place, server: Server, kills: int
) -> None:
    dice = random.Random(kills)  # noqa: S311  # the same moments each time
    origin, ledger, began = f"withus.example/server-{kills}", Ledger(), time.monotonic()
    gone = 0
    with application(place, DATABASE_URL=server.address) as app:
        people = app.open(origin)
        for each in range(kills):
            with working(app, ledger, origin=origin, seed=each, people=people):
                time.sleep(dice.uniform(0.3, 0.6))
                gone += kill_all_of(server)
                server.start()
                back = time.monotonic()
                while "acked" not in (told := app.read()) or told["at"] < back + AFTER:
                    ledger.take(told)
                ledger.take(told)
            ledger.killed()
            assert ledger.faults(app.look(origin)) == []
    seconds, failed = time.monotonic() - began, len(ledger.failed)
    print(
        f"\n{kills} kills of the server ({gone} processes): {ledger.entries} entries acknowledged, "
        f"0 lost; {failed} acts told that it was gone; {seconds:.1f} s"
    )
    assert failed, "nobody was at work when the server went"
