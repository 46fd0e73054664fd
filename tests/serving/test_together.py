"""The pages, the worker and the signer run together, are started again, and end together."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.serving.kin import children, family, runs
from tests.signer.processes import PATIENCE, Place, Writer, wait_for

NAMES = ("gunicorn", "worker", "signer")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path)
    made.make_ready()
    return made


def a_free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


@contextmanager
def serving(place: Place) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Serve as `./run` does, and leave nothing behind."""
    port = a_free_port()
    words = ("-m", "withus.serving", "--bind", f"127.0.0.1:{port}")
    with place.started(*words, stderr=subprocess.PIPE, start_new_session=True) as process:
        wait_for(lambda: answers(port))
        kin = family(process.pid)
        yield process, port
        kin |= family(process.pid)
    wait_for(lambda: not any(map(runs, kin)))


def one_called(name: str, of: int) -> int:
    """Return the process of a name that is a child of ours; 0 if there is none."""
    return next((child for child, line in children(of).items() if name in line), 0)


def test_one_command_starts_all_three_and_a_new_entry_is_signed(place: Place) -> None:
    writer = Writer(place)
    with serving(place) as (process, _):
        assert all(one_called(name, process.pid) for name in NAMES)
        added = writer.add(3)
        took = wait_for(lambda: place.signed() == place.size()) - added
        writer.end()
    assert took < 60


@pytest.mark.parametrize(
    "asked",
    [
        signal.SIGTERM,
        pytest.param(signal.SIGINT, marks=pytest.mark.drill),
        pytest.param(signal.SIGHUP, marks=pytest.mark.drill),
    ],
)
def test_asked_to_end_all_end_and_nothing_is_said(place: Place, asked: signal.Signals) -> None:
    with serving(place) as (process, _):
        kin = family(process.pid)
        os.killpg(process.pid, asked)  # as a terminal does
        _, said = process.communicate(timeout=PATIENCE)
        assert (process.returncode, said) == (0, "")
        assert not any(map(runs, kin))


def test_what_was_written_last_is_signed_before_all_end(place: Place) -> None:
    writer = Writer(place)
    with serving(place) as (process, _):
        wait_for(lambda: place.signed() == 1)
        writer.add(1)
        process.terminate()
        assert process.wait(PATIENCE) == 0
    writer.end()
    assert place.signed() == place.size() == 2


@pytest.mark.parametrize("name", ["worker", "signer"])
def test_a_worker_or_signer_that_is_killed_is_started_again(place: Place, name: str) -> None:
    with serving(place) as (process, port):
        first = one_called(name, process.pid)
        os.kill(first, signal.SIGKILL)
        wait_for(lambda: one_called(name, process.pid) not in (0, first))
        assert answers(port)
        assert process.stderr
        assert f"The {name} ended (-9). Starting it again in 1 s." in process.stderr.readline()


def test_when_the_pages_are_killed_all_end(place: Place) -> None:
    with serving(place) as (process, port):
        os.kill(one_called("gunicorn", process.pid), signal.SIGKILL)
        assert process.wait(PATIENCE) == 128 + signal.SIGKILL
        wait_for(lambda: not answers(port))


def test_when_whoever_started_them_is_killed_none_is_left(place: Place) -> None:
    with serving(place) as (process, port):
        kin = family(process.pid)
        assert len(kin) >= 5, "the pages, their two workers, the worker and the signer"
        process.kill()
        killed = time.monotonic()
        gone = wait_for(lambda: not any(map(runs, kin)) and not answers(port))
        print(f"none left after {gone - killed:.1f} s")


def test_pages_that_cannot_start_end_all_with_their_code(place: Place) -> None:
    with place.started("-m", "withus.serving", "--bind", "nowhere:at:all") as process:
        assert process.wait(PATIENCE) not in (0, None)
        assert family(process.pid) == {}
