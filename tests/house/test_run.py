"""`./run` says what it does, says what is wrong, and leaves nothing half-done."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.script import run
from tests.house.tree import ROOT


def ask(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Ask `./run` something and wait for its answer."""
    return subprocess.run(
        [str(ROOT / "run"), *words],
        env={**os.environ, **more},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def taken() -> Iterator[int]:
    """Keep a port taken."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        yield door.getsockname()[1]


@pytest.fixture
def empty_venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let `./run` believe in a venv of its own that holds nothing."""
    monkeypatch.setattr(run(), "VENV", tmp_path)
    return tmp_path


def test_help_lists_the_commands() -> None:
    answer = ask("help")
    assert answer.returncode == 0
    assert answer.stdout == run().USAGE


def test_an_unknown_word_shows_how_to_ask() -> None:
    answer = ask("sevre")
    assert answer.returncode == 2
    assert "sevre" in answer.stderr
    assert run().USAGE in answer.stderr


def test_a_word_that_would_be_ignored_is_refused() -> None:
    assert ask("lint", "src").returncode == 2


@pytest.mark.parametrize("port", ["0", "65536", "eighty", "-1"])
def test_what_is_no_port_is_refused(port: str) -> None:
    answer = ask(f"--port={port}")
    assert answer.returncode == 2
    assert port in answer.stderr


def test_a_taken_port_is_told_with_the_remedy(taken: int) -> None:
    answer = ask(WITHUS_PORT=str(taken))
    assert answer.returncode == 1
    assert f"Port {taken} is taken" in answer.stderr
    assert f"./run --port {taken + 1}" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_host_that_is_not_ours_is_told_without_a_traceback() -> None:
    answer = ask("--host", "192.0.2.1")
    assert answer.returncode == 1
    assert "192.0.2.1" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_missing_part_of_debians_python_is_told_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run().importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SystemExit):
        run().make_venv()
    assert "apt-get install python3-venv" in capsys.readouterr().err


def test_an_install_that_fails_leaves_no_stamp_and_one_that_works_is_done_once(
    empty_venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pinned = empty_venv / "run.txt"
    pinned.write_text("")
    monkeypatch.setattr(run(), "PYTHON", "/bin/false")
    with pytest.raises(SystemExit):
        run().install(pinned)
    assert not (empty_venv / "installed-run").exists()
    monkeypatch.setattr(run(), "PYTHON", "/bin/true")
    run().install(pinned)
    monkeypatch.setattr(run(), "PYTHON", "/bin/false")
    run().install(pinned)


def test_a_changed_list_is_installed_again(
    empty_venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pinned = empty_venv / "run.txt"
    pinned.write_text("")
    monkeypatch.setattr(run(), "PYTHON", "/bin/true")
    run().install(pinned)
    pinned.write_text("# changed")
    monkeypatch.setattr(run(), "PYTHON", "/bin/false")
    with pytest.raises(SystemExit):
        run().install(pinned)


def test_the_first_stage_that_fails_is_named_and_the_last_to_run(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run(), "PYTHON", sys.executable)
    monkeypatch.setattr(run(), "set_up", lambda _: None)
    stages = {"one": ["-c", ""], "two": ["-c", "raise SystemExit(7)"], "three": ["-c", ""]}
    monkeypatch.setattr(run(), "CHECKERS", stages)
    assert run().test([]) == 7
    told = capfd.readouterr()
    assert told.out == "== one\n== two\n"
    assert told.err == "== two failed: stopped here (exit 7).\n"


def test_the_command_is_asked_from_the_folder_one_is_in(tmp_path: Path) -> None:
    answer = subprocess.run(
        [str(ROOT / "run"), "withus", "minutes", "not-there.txt"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 2
    assert "not-there.txt" in answer.stderr
    assert "Traceback" not in answer.stderr
