"""How long a copy of a long record takes to be checked, beside hashing its entries and no more."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from benchmarks.long_record import write
from withus.core.bundle import Bundle
from withus.core.proofs.merkle import root_over

ENTRIES = 1_000_000


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
    """Yield how long reading, hashing and the tree take, without a look at what entries say."""
    took = {}
    for name in ("reading", "reading and bare hashing", "reading and the tree"):
        with path.open("rb") as file:
            bundle = Bundle(file)
            bundle.header()
            began = time.process_time()
            if name == "reading and the tree":
                root_over(bundle.leaves())
            else:
                for leaf in bundle.leaves():
                    if name != "reading":
                        sha256(leaf).digest()
            took[name] = time.process_time() - began
    yield from (f"{name}: {seconds:.2f} s of CPU" for name, seconds in took.items())
    read, hashed, tree = took.values()
    yield f"the tree alone is {(tree - read) / (hashed - read):.2f} times bare hashing"
