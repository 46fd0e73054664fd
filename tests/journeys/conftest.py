"""The program as a person meets it: `./run` as a process of its own, at an address of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys import insiders

CODES = "check-codes.txt"
RUN = Path(__file__).resolve().parents[2] / "run"
PATIENCE = 90.0


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve Withus for the length of the tests and give its address, without a last slash."""
    folder = tmp_path_factory.mktemp("served")
    said = folder / "said.txt"
    port = a_free_port()
    base = f"http://localhost:{port}"
    insiders.served.update(as_installed(folder))
    (folder / CODES).write_text(with_a_record(folder), encoding="utf-8")
    with said.open("w") as channel:
        process = subprocess.Popen(
            [str(RUN), "--port", str(port)],
            stdout=channel,
            stderr=subprocess.STDOUT,
            env=as_installed(folder),
        )
    try:
        wait_until_it_answers(base, process=process, said=said)
        yield base
    finally:
        insiders.let_go()
        end(process)


def with_a_record(folder: Path) -> str:
    """Make the record that the journeys read, in a process of its own; return its check-codes."""
    settings = {"DJANGO_SETTINGS_MODULE": "withus.settings"}
    made = subprocess.run(
        [sys.executable, "-m", "tests.example_record"],
        cwd=RUN.parent,
        env={**as_installed(folder), **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        pytest.fail(f"no record could be made:\n{made.stderr}")
    return made.stdout


@pytest.fixture(scope="session")
def check_codes(served: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Return the check-codes of the record that is served: one kept long ago, and the latest."""
    (file,) = tmp_path_factory.getbasetemp().glob(f"served[0-9]*/{CODES}")
    old, latest = file.read_text(encoding="utf-8").splitlines()
    return old, latest


def as_installed(folder: Path) -> dict[str, str]:
    """Return the environment without a host's own choices, keeping what is made in a folder."""
    chosen = ("WITHUS_", "DATABASE_URL")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(chosen)}
    return {**plain, "WITHUS_VAR": str(folder / "var")}


def a_free_port() -> int:
    """Return a port that nobody is at."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def wait_until_it_answers(base: str, *, process: subprocess.Popen[bytes], said: Path) -> None:
    """Return at the first answer; fail with what the program said if it gives none."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            pytest.fail(f"./run ended with {process.returncode}:\n{said.read_text()}")
        if answers(base):
            return
        time.sleep(0.1)
    pytest.fail(f"./run gave no answer in {PATIENCE:.0f} seconds:\n{said.read_text()}")


def answers(base: str) -> bool:
    """Return whether the server at an address gives any answer, a refusal included."""
    try:
        with urllib.request.urlopen(base + "/", timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def end(process: subprocess.Popen[bytes]) -> None:
    """End the process we started, by its own number: first asking, then not."""
    if process.poll() is None:
        os.kill(process.pid, signal.SIGTERM)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
