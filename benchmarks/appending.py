"""How long an entry takes to be kept on a board of 40 places and 5,000 entries, by four at once.

Each engine is measured in processes of its own, on a database made for it, beside a bare fsync.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles

ROOT = Path(__file__).resolve().parents[1]
ORIGIN = "withus.example/measured"
START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
PLACES, ENTRIES, TURNS, WRITERS, SYNCS = 40, 5_000, 50, 4, 200
BUDGET = 50.0  # ms, or ten bare fsyncs


def measure() -> Iterator[str]:
    """Yield a line for each figure, on one engine and then on the other."""
    with tempfile.TemporaryDirectory() as folder:
        yield from on("SQLite", folder, address="")
    with tempfile.TemporaryDirectory() as folder, a_postgresql() as address:
        yield from on("PostgreSQL", folder, address=address)


def on(engine: str, folder: str, *, address: str) -> Iterator[str]:
    """Yield an engine's figures, measured in a process that knows no other database."""
    environment = {**os.environ, "WITHUS_VAR": folder, "DATABASE_URL": address}
    environment["DJANGO_SETTINGS_MODULE"] = "withus.settings"
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.appending"],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield from (f"{engine}: {line}" for line in told.stdout.splitlines())


@contextmanager
def a_postgresql() -> Iterator[str]:
    """Start the tests' PostgreSQL, and end it."""
    keeper = subprocess.Popen(
        [sys.executable, str(ROOT / "tests" / "postgresql.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert keeper.stdout
    try:
        yield keeper.stdout.readline().strip()
    finally:
        keeper.communicate()


def here() -> None:
    """Print the figures of the engine that the environment names."""
    begin()
    migrate()
    holdings = fill()
    with ProcessPoolExecutor(WRITERS, mp_context=get_context("spawn"), initializer=begin) as pool:
        bare = [took for part in pool.map(sync, range(WRITERS)) for took in part]
        alone = next(iter(pool.map(write, [(holdings, 0)])))
        each = [(holdings, number) for number in range(1, WRITERS + 1)]
        four = [took for part in pool.map(write, each) for took in part]
    for name, figures in (
        ("a bare fsync, four at once", bare),
        ("an entry, alone", alone),
        ("an entry, four at once", four),
    ):
        print(f"{name}: {spread(figures)}")
    most = max(BUDGET, 10 * at(bare, 95))
    print(f"within {most:.0f} ms at p95: {'yes' if at(four, 95) <= most else 'NO'}")


def begin() -> None:
    """Let Django read its settings."""
    import django

    django.setup()


def migrate() -> None:
    """Make the tables."""
    from django.core.management import call_command
    from django.db import connections

    for each in connections:
        call_command("migrate", database=each, interactive=False, verbosity=0)


def fill() -> list[str]:
    """Make a board of so many places and so many entries; return who holds a place."""
    from tests.core.facts import story
    from withus.actions.joining import enter, open_partnership
    from withus.core.facts.joining import BoardOpened, PartnershipOpened, PlaceLeft
    from withus.core.words import Capacity, Ended
    from withus.stores.people.identity import add_person
    from withus.stores.record.append import THE_HOST
    from withus.stores.record.read import find_log

    opening, board = (
        next(each for each in story.STORY if isinstance(each, kind))
        for kind in (PartnershipOpened, BoardOpened)
    )
    open_partnership(record=ORIGIN, by=THE_HOST, now=START, opening=opening)  # type: ignore[arg-type]
    enter(board, record=ORIGIN, by=THE_HOST, now=START)
    people = [add_person(ORIGIN, f"Person {n}").person for n in range(PLACES)]
    seats = [story.place_made(f"seat {n}", Capacity.SERVICES) for n in range(PLACES)]
    enter(*seats, record=ORIGIN, by=THE_HOST, now=START)
    turn = 0
    while find_log(ORIGIN).size < ENTRIES - PLACES:
        turn += 1
        taken = [
            replace(story.place_taken(f"seat {n}", f"holding {n} {turn}", ""), person=people[n])
            for n in range(PLACES)
        ]
        left = [PlaceLeft(holding=each.holding, how=Ended.RESIGNED, early=False) for each in taken]
        enter(*taken, *left, record=ORIGIN, by=THE_HOST, now=START + timedelta(days=turn))
    return people


def write(told: tuple[list[str], int]) -> list[float]:
    """Take a place and leave it, over and over; return how long each entry took."""
    from tests.core.facts import story
    from withus.actions.joining import enter
    from withus.core.facts.joining import PlaceLeft
    from withus.core.words import Ended
    from withus.stores.record.append import Actor

    people, number = told
    by, took = Actor(person=people[number], invited=True, commanded=True), []
    for turn in range(TURNS):
        taken = story.place_taken(f"seat {number}", f"held {number} {turn}", "")
        taken = replace(taken, person=people[number])
        left = PlaceLeft(holding=taken.holding, how=Ended.RESIGNED, early=False)
        for fact in (taken, left):
            began = time.perf_counter()
            enter(fact, record=ORIGIN, by=by, now=START + timedelta(days=400, seconds=turn))
            took.append(time.perf_counter() - began)
    return took


def sync(number: int) -> list[float]:
    """Write to a file and wait until it is on the disk, over and over; return how long it took."""
    took = []
    with (Path(os.environ["WITHUS_VAR"]) / f"synced {number}").open("wb") as file:
        for _ in range(SYNCS):
            began = time.perf_counter()
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
            took.append(time.perf_counter() - began)
    return took


def spread(took: list[float]) -> str:
    """Return the middle and the slow end of some times, in milliseconds."""
    return f"p50 {at(took, 50):.1f} ms, p95 {at(took, 95):.1f} ms of {len(took)}"


def at(took: list[float], percentile: int) -> float:
    """Return a percentile of some times, in milliseconds."""
    return quantiles(took, n=100)[percentile - 1] * 1_000


if __name__ == "__main__":
    here()
