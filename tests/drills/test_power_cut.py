"""The power is cut while four write: nothing acknowledged is lost, nothing is half there.

What it proves: the application as it is, with Django, Python's own `sqlite3`, the very SQLite
library it uses here and the shipped settings, enters what four threads have to enter. All that
SQLite asks of the disk is noted in order, the acknowledgements among it. Then, for moments drawn
by chance, the disk is made as a power cut then would leave it: what was synced is there; what was
not is lost, or kept in part, down to single sectors. A process started on that disk finds every
entry that was acknowledged, byte for byte, with its row, its hash and its opening, in the main
file and in the keys' own. The control does the same with less syncing, and must lose something:
else this drill would see nothing.

Not: a disk that says "synced" and lies, a file system with faults of its own, a sector half
written, bytes that rot; nor PostgreSQL, which has its own such tests. What the application writes
beside SQLite (the signer's files, the mirror) is cut short in tests/signer.
"""

from __future__ import annotations

import pickle
import random
import shutil
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.core.facts.story import ORIGIN
from tests.drills.application import Application, application
from tests.drills.ledger import Ledger
from tests.drills.power import SECTOR, Disk, Rest
from tests.signer.processes import Place

TURNS = 25  # of each thread in one run
CUTS_IN_A_RUN = 12
drill = pytest.mark.drill


def a_run(app: Application, place: Place, seed: int, synchronous: str) -> tuple[Disk, list[Any]]:
    """Let a load run to its end; return the disk as it was before, and the notes."""
    people = app.open(ORIGIN)
    disk = Disk(place.folder)
    load = {"origin": ORIGIN, "seed": seed, "turns": TURNS}
    told = {"folder": str(place.folder), "synchronous": synchronous, "people": people}
    app.answer(do="note", load=load, **told)
    return disk, pickle.loads((place.folder / "noted").read_bytes())  # noqa: S301  # our own


def after_a_cut(app: Application, disk: Disk, folder: Path, dice: random.Random) -> dict[str, Any]:
    """Cut the power, start on what is left, and tell what is in the record."""
    folder.mkdir()
    try:
        disk.cut(folder, dice.choice(list(Rest)), dice)
        left = {"default": "withus.sqlite3", "keys": "keys/openings.sqlite3"}
        databases = {alias: str(folder / name) for alias, name in left.items()}
        return app.look(ORIGIN, databases=databases)
    finally:
        shutil.rmtree(folder)


def moments_of(notes: list[Any], dice: random.Random) -> set[int]:
    """Draw moments: any, just after something was acknowledged, just after something was synced."""
    said = [n for n, note in enumerate(notes) if note[0] == "told" and "acked" in note[1]]
    safe = [n for n, note in enumerate(notes) if note[0] == "sync"]
    moments: set[int] = set()
    for some in (range(len(notes)), said, safe or said):
        moments |= {*dice.sample([n for n in some if n not in moments], CUTS_IN_A_RUN // 3)}
    return moments


@dataclass
class Cuts:
    """What came of cutting the power again and again."""

    cuts: int = 0
    held: int = 0  # acknowledged entries that ought to be there, over all cuts
    in_flight: int = 0
    harmed: list[list[str]] = field(default_factory=list)  # cuts after which something was amiss
    notes: Counter[str] = field(default_factory=Counter)

    def run(self, app: Application, place: Place, run: int, synchronous: str) -> None:
        """Cut at random moments of one run."""
        disk, notes = a_run(app, place, run, synchronous)
        dice, ledger = random.Random(run), Ledger()  # noqa: S311  # the same each time
        moments = moments_of(notes, dice)
        for number, note in enumerate(notes):
            self.notes[note[0]] += 1
            if note[0] == "told":
                ledger.take(note[1])
            else:
                disk.take(note)
            if number in moments:
                found = after_a_cut(app, disk, place.folder.parent / "cut", dice)
                self.cuts += 1
                self.held += ledger.entries
                self.in_flight += len(ledger.begun) - len(ledger.acked)
                faults = ledger.faults(found)
                self.harmed += [faults] if faults else []


def cut_again_and_again(folder: Path, *, runs: int, synchronous: str) -> Cuts:
    """Cut the power at random moments of several runs, and print what came of it."""
    began, done = time.monotonic(), Cuts()
    for run in range(runs):
        place = Place(folder / str(run) / "place")
        place.make_ready()
        with application(place) as app:
            done.run(app, place, run, synchronous)
        shutil.rmtree(place.folder)
    lost = sum(any("lost" in each for each in faults) for faults in done.harmed)
    print(
        f"\nsynchronous={synchronous}: {done.cuts} cuts in {dict(done.notes)}; {done.held} "
        f"acknowledged entries held against what was left, {done.in_flight} acts in flight; "
        f"{len(done.harmed)} cuts did harm, {lost} of them to what was acknowledged; "
        f"{time.monotonic() - began:.1f} s"
    )
    return done


@pytest.mark.parametrize("runs", [1, pytest.param(9, marks=drill)])
def test_with_the_shipped_settings_a_power_cut_loses_nothing_acknowledged(
    tmp_path: Path, runs: int
) -> None:
    done = cut_again_and_again(tmp_path, runs=runs, synchronous="FULL")
    assert done.harmed == []
    assert done.cuts == runs * CUTS_IN_A_RUN
    assert done.held > 5 * done.cuts, "there was next to nothing to lose"


@pytest.mark.parametrize("synchronous", ["OFF", pytest.param("NORMAL", marks=drill)])
def test_without_syncing_the_same_cuts_do_lose_something(tmp_path: Path, synchronous: str) -> None:
    done = cut_again_and_again(tmp_path, runs=1, synchronous=synchronous)
    assert any("lost" in each for faults in done.harmed for each in faults)


def test_of_what_was_not_synced_sectors_are_kept_and_lost_by_chance(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite3").write_bytes(b"0" * 4 * SECTOR)
    disk = Disk(tmp_path)
    name = str(tmp_path / "a.sqlite3")
    disk.take(("write", name, 0, b"1" * SECTOR))
    disk.take(("sync", name))
    disk.take(("write", name, SECTOR, b"2" * 20 * SECTOR))
    found = set()
    for seed in range(20):
        disk.cut(tmp_path / "cut", Rest.TORN, random.Random(seed))  # noqa: S311
        left = (tmp_path / "cut" / "a.sqlite3").read_bytes()
        assert left.startswith(b"1" * SECTOR)
        found.add(left)
    assert len(found) > 10
    disk.cut(tmp_path / "cut", Rest.LOST, random.Random(0))  # noqa: S311
    assert (tmp_path / "cut" / "a.sqlite3").read_bytes() == b"1" * SECTOR + b"0" * 3 * SECTOR
