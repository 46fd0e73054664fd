"""The program as a process: it answers where it says, and goes when it is told to."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error

from tests.journeys.conftest import (
    RUN,
    a_free_port,
    answers,
    as_installed,
    end,
    wait_until_it_answers,
)

FROM_NOTHING = 60.0
WHAT_GIT_KEEPS = shutil.ignore_patterns(".venv", "var", ".git", "*_cache", "__pycache__")


def test_the_address_that_is_told_answers_by_every_name_of_this_machine(served: str) -> None:
    port = served.rpartition(":")[2]
    for name in ("localhost", "127.0.0.1", *(["[::1]"] if there_is_ipv6() else [])):
        assert answers(f"http://{name}:{port}"), name


@pytest.mark.browser
def test_the_browser_reaches_this_machine_and_nothing_else(browser: Browser, served: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        arrived = page.goto(served)
        assert arrived
        assert arrived.ok
        with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
            page.goto("http://elsewhere.example/")


@pytest.mark.parametrize(
    "asked", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.drill)]
)
def test_being_asked_to_end_reaches_the_server(tmp_path: Path, asked: signal.Signals) -> None:
    port, said = a_free_port(), tmp_path / "said.txt"
    process = start(RUN, port=port, said=said, folder=tmp_path)
    try:
        wait_until_it_answers(f"http://localhost:{port}", process=process, said=said)
        process.send_signal(asked)
        assert process.wait(timeout=20) == 0
    finally:
        end(process)
    assert nobody_is_at(port)
    assert said.read_text() == f"Withus is at http://localhost:{port} (Ctrl+C stops it)\n"


@pytest.mark.drill
def test_from_a_fresh_copy_to_the_first_page_takes_a_minute_at_most(tmp_path: Path) -> None:
    copy = tmp_path / "withus"
    shutil.copytree(RUN.parent, copy, ignore=WHAT_GIT_KEEPS)
    port, said = a_free_port(), tmp_path / "said.txt"
    began = time.monotonic()
    process = start(copy / "run", port=port, said=said, folder=tmp_path)
    try:
        wait_until_it_answers(f"http://localhost:{port}", process=process, said=said)
        took = time.monotonic() - began
        with urllib.request.urlopen(f"http://localhost:{port}/", timeout=10) as page:
            assert b"<h1" in page.read()
    finally:
        end(process)
    print(f"from a fresh copy to the first answer: {took:.1f} s")
    assert took <= FROM_NOTHING


@pytest.mark.drill
def test_after_a_kill_without_warning_it_starts_again_at_the_same_port(tmp_path: Path) -> None:
    port = a_free_port()
    for turn in range(3):
        said = tmp_path / f"said-{turn}.txt"
        process = start(RUN, port=port, said=said, folder=tmp_path)
        try:
            wait_until_it_answers(f"http://localhost:{port}", process=process, said=said)
        finally:
            process.kill()
            process.wait()
        assert nobody_is_at(port)


def start(run: Path, *, port: int, said: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Start `./run` at a port, writing down what it says."""
    with said.open("w") as channel:
        return subprocess.Popen(
            [str(run), "--port", str(port)],
            stdout=channel,
            stderr=subprocess.STDOUT,
            env=as_installed(folder),
        )


def there_is_ipv6() -> bool:
    """Tell whether this machine has the loopback address of IPv6."""
    try:
        with socket.socket(socket.AF_INET6) as door:
            door.bind(("::1", 0))
    except OSError:
        return False
    return True


def nobody_is_at(port: int) -> bool:
    """Wait a little for the last worker to go, and tell whether the port is free."""
    for _ in range(100):
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)):
                return True
        time.sleep(0.1)
    return False
