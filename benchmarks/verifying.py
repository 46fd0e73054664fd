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


def measure() -> Iterator[str]:
    """Yield a line for each figure."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.bundle"
        began = time.perf_counter()
        head = write(path, ENTRIES)
        took = time.perf_counter() - began
        megabytes = path.stat().st_size / 1e6
        yield f"{ENTRIES:,} entries written: {took:.0f} s, {megabytes:.0f} MB"
        yield from checking(path, head)
        yield from tree_alone(path)


def checking(path: Path, head: str) -> Iterator[str]:
    """Yield how long the command takes, and how much memory."""
    command = [sys.executable, "-m", "withus", "verify", str(path), "--head", head]
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    took = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError("an honest copy was refused")
    cpu, most = used.ru_utime + used.ru_stime, used.ru_maxrss / 1_024
    yield f"checked whole on one core: {took:.1f} s, {cpu:.1f} s of CPU (budget 60)"
    yield f"memory at most: {most:.0f} MB (budget 500)"


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
