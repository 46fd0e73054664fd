"""How long a copy of a long record takes to be checked, beside hashing its entries and no more."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from statistics import median

from benchmarks.long_record import write
from withus.core.bundle import Bundle
from withus.core.proofs.merkle import root_over

ENTRIES, TIMES = 1_000_000, 5
BUDGETS = {1: 60, 2: 35}  # cores, and seconds
EACH = 0.1  # seconds from one look at the memory to the next


def measure() -> Iterator[str]:
    """Yield a line for each figure."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.bundle"
        began = time.perf_counter()
        head = write(path, ENTRIES)
        took = time.perf_counter() - began
        size = path.stat().st_size / 1e6
        yield f"{ENTRIES:,} entries written: {took:.0f} s, {size:.0f} MB"
        yield from checking(path, head)
        yield from tree_alone(path)


def checking(path: Path, head: str) -> Iterator[str]:
    """Yield how long the command takes on one core and on two, and how much memory."""
    command = [sys.executable, "-m", "withus", "verify", str(path), "--head", head]
    every = sorted(os.sched_getaffinity(0))
    for number, budget in BUDGETS.items():
        if len(every) < number:
            yield f"checked whole on {number} cores: not measured, there are {len(every)}"
            continue
        os.sched_setaffinity(0, every[:number])  # whoever is started from here on may use no other
        try:
            yield from run(command, f"{number} of {len(every)} cores", budget)
        finally:
            os.sched_setaffinity(0, every)


def run(command: list[str], where: str, budget: int) -> Iterator[str]:
    """Yield how long a command takes, and how much memory it and what it starts have at once."""
    began, most = time.perf_counter(), 0.0
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while not (ended := os.wait4(child.pid, os.WNOHANG))[0]:
        most = max(most, sum(map(megabytes, [child.pid, *started_by(child.pid)])))
        time.sleep(EACH)
    took, (_, status, used) = time.perf_counter() - began, ended
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError("an honest copy was refused")
    cpu = used.ru_utime + used.ru_stime
    yield f"checked whole on {where}: {took:.1f} s, {cpu:.1f} s of CPU (budget {budget})"
    yield f"memory at most: {most:.0f} MB (budget 500)"


def started_by(process: int) -> list[int]:
    """Tell which processes a process has started that have not ended."""
    return [int(each) for each in told(f"/proc/{process}/task/{process}/children").split()]


def megabytes(process: int) -> float:
    """Tell the memory that a process has; of what it shares with others, its part (PSS)."""
    parts = told(f"/proc/{process}/smaps_rollup").partition("\nPss:")[2].split()
    return int(parts[0]) / 1_024 if parts else 0.0


def told(path: str) -> str:
    """Read what the system tells of a process; nothing once it has ended."""
    try:
        return Path(path).read_text()
    except OSError:
        return ""


def tree_alone(path: Path) -> Iterator[str]:
    """Yield how long reading, hashing and the tree take, without a look at what entries say.

    Each is taken in turn, several times over: a machine is slower at one moment than at the next.
    """
    took: dict[str, list[float]] = {}
    for _ in range(TIMES):
        for name, passing in PASSING.items():
            with path.open("rb") as file:
                bundle = Bundle(file)
                bundle.header()
                began = time.process_time()
                passing(bundle.leaves())
                took.setdefault(name, []).append(time.process_time() - began)
    for name, seconds in took.items():
        yield f"{name}: {median(seconds):.2f} s of CPU, the median of {TIMES}"
    each = zip(*took.values(), strict=True)
    ratios = sorted((tree - read) / (hashed - read) for read, hashed, tree in each)
    told = f"{median(ratios):.2f} times bare hashing, {ratios[0]:.2f} to {ratios[-1]:.2f}"
    yield f"the tree alone is {told}"


def read_through(leaves: Iterable[bytes]) -> None:
    """Read entries and do nothing with them."""
    for _ in leaves:
        pass


def hash_each(leaves: Iterable[bytes]) -> None:
    """Hash each entry by itself."""
    for leaf in leaves:
        sha256(leaf).digest()


PASSING: dict[str, Callable[[Iterator[bytes]], object]] = {
    "reading": read_through,
    "reading and bare hashing": hash_each,
    "reading and the tree": root_over,
}
