"""How long the first page takes: from start, then asked again and again by several at once."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles

RUN = Path(__file__).resolve().parents[1] / "run"
TIMES, AT_ONCE, PATIENCE = 400, 4, 90.0


def measure() -> Iterator[str]:
    """Yield a line for each figure."""
    with tempfile.TemporaryDirectory() as var:
        base = f"http://localhost:{a_free_port()}"
        began = time.perf_counter()
        process = subprocess.Popen(
            [str(RUN), "--port", base.rpartition(":")[2]],
            env={**os.environ, "WITHUS_VAR": var},
            stdout=subprocess.DEVNULL,
        )
        try:
            wait_for(base, process)
            yield f"from ./run to the first page: {time.perf_counter() - began:.2f} s"
            yield from ask_often(base)
        finally:
            process.terminate()
            process.wait()


def a_free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def wait_for(base: str, process: subprocess.Popen[bytes]) -> None:
    """Return at the first page; raise if the program ends or gives none."""
    until = time.perf_counter() + PATIENCE
    while process.poll() is None and time.perf_counter() < until:
        try:
            seconds_for(base)
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("the program gave no page")


def seconds_for(base: str) -> float:
    """Ask for the first page, read all of it, and return how long that took."""
    began = time.perf_counter()
    with urllib.request.urlopen(base + "/", timeout=30) as answer:
        answer.read()
    return time.perf_counter() - began


def ask_often(base: str) -> Iterator[str]:
    """Yield how fast the first page is when several ask at once."""
    began = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as people:
        waited = list(people.map(lambda _: seconds_for(base), range(TIMES)))
    took = time.perf_counter() - began
    slow = quantiles(waited, n=20)[-1]
    yield f"first page, {TIMES} times, {AT_ONCE} at once: {TIMES / took:.0f} a second"
    yield f"each: median {median(waited) * 1000:.1f} ms, 95 % within {slow * 1000:.1f} ms"
