from __future__ import annotations

import gc
import io
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.copies import Copy, checked, comparable, whole_copy
from withus.core.errors import Refusal
from withus.core.verifying.openings import check_openings
from withus.core.verifying.trust import Trust
from withus.core.verifying.verdict import Verdict
from withus.reading import side_by_side
from withus.reading.side_by_side import answer, is_long, openings_aside, started, verified

COPY = whole_copy()
LIES = replace(COPY.openings[3][1], value="Other.")
COPIES = {
    "honest": COPY,
    "a wrong opening": replace(COPY, openings=((COPY.openings[3][0], LIES),)),
    "openings out of order": replace(COPY, openings=COPY.openings[::-1]),
    "no entry": replace(COPY, entries=(*COPY.entries[:3], b'{"v":1}'), published={}),
    "no leaf": replace(COPY, entries=(*COPY.entries[:3], b"7 "), published={}),
    "figures of another": replace(COPY, published={}),
}
KEPT = Trust(heads=(COPY.code(5),))


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Have two cores, and copies long enough; return the second processes, which come later."""
    came: list[subprocess.Popen[bytes]] = []
    monkeypatch.setattr(side_by_side, "cores", lambda: 2)
    monkeypatch.setattr(side_by_side, "FEWEST_BYTES", 1)

    def kept(name: str) -> subprocess.Popen[bytes] | None:
        process = started(name)
        assert process is not None
        came.append(process)
        return process

    monkeypatch.setattr(side_by_side, "started", kept)
    return came


def written(folder: Path, copy: Copy) -> Path:
    path = folder / "thornmere.bundle"
    path.write_bytes(copy.content())
    return path


def found(path: Path) -> Verdict | Refusal:
    """Return what checking a file comes to, or why it cannot be checked."""
    try:
        with path.open("rb") as file:
            return verified(file, trust=KEPT, progress=lambda *_: None)
    except Refusal as fault:
        return fault


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES.keys())
def test_two_processes_come_to_what_one_comes_to(
    copy: Copy, tmp_path: Path, two: list[subprocess.Popen[bytes]]
) -> None:
    told = comparable(checked(copy.content(), KEPT))
    assert comparable(found(written(tmp_path, copy))) == told
    assert len(two) == 1
    assert two[0].returncode is not None
    assert gc.isenabled()


def test_the_second_process_tells_what_the_openings_come_to(tmp_path: Path) -> None:
    path = written(tmp_path, COPY)
    process = started(str(path))
    assert process is not None
    with process:
        assert answer(process) == check_openings(io.BytesIO(COPY.content()))


@pytest.mark.parametrize("does", ["raise SystemExit(1)", "import os; os._exit(3)", "0"])
def test_where_the_second_process_comes_to_nothing_the_first_does_it_all(
    does: str,
    tmp_path: Path,
    two: list[subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(side_by_side, "START", does)
    assert found(written(tmp_path, COPY)) == COPY.verified(KEPT)
    assert len(two) == 1


def test_the_second_process_is_ended_where_the_first_stops_early(
    tmp_path: Path, two: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(side_by_side, "START", "import time; time.sleep(30)")
    path = written(tmp_path, COPIES["no entry"])
    assert isinstance(found(path), Verdict)
    with (
        pytest.raises(KeyboardInterrupt),
        path.open("rb") as file,
        openings_aside(file),
    ):
        raise KeyboardInterrupt
    assert [each.returncode for each in two] == [-signal.SIGKILL] * 2


def test_the_second_process_ends_by_itself_when_the_first_is_gone(tmp_path: Path) -> None:
    never = tmp_path / "never"
    os.mkfifo(never)  # whoever opens it waits for somebody to write
    process = started(str(never))
    assert process is not None
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()  # as the system does when the first process ends, however it ends
    assert process.wait(timeout=60) == 1
    assert process.stdout.read() == b""
    process.stdout.close()


def test_one_core_has_one_process(
    tmp_path: Path, two: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(side_by_side, "cores", lambda: 1)
    assert found(written(tmp_path, COPY)) == COPY.verified(KEPT)
    assert two == []


def test_only_cores_that_this_process_may_use_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {3}, raising=False)
    assert side_by_side.cores() == 1
    monkeypatch.delattr(os, "sched_getaffinity")
    assert side_by_side.cores() == 8


def test_a_copy_soon_checked_has_one_process(
    tmp_path: Path, two: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, COPY)
    monkeypatch.setattr(side_by_side, "FEWEST_BYTES", path.stat().st_size + 1)
    assert found(path) == COPY.verified(KEPT)
    assert two == []


def test_what_cannot_be_opened_again_by_its_name_has_one_process(
    tmp_path: Path, two: list[subprocess.Popen[bytes]]
) -> None:
    path = written(tmp_path, COPY)
    with path.open("rb") as file, os.fdopen(os.dup(file.fileno()), "rb") as given:
        assert is_long(file)
        assert not is_long(given)
        path.rename(path.with_suffix(".moved"))
        assert not is_long(file)
        written(tmp_path, COPIES["a wrong opening"])
        assert not is_long(file)
    assert not is_long(io.BytesIO(COPY.content()))


def test_a_machine_that_can_start_no_process_checks_in_one(
    tmp_path: Path, two: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(side_by_side, "started", started)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    assert found(written(tmp_path, COPY)) == COPY.verified(KEPT)


def test_modules_are_not_looked_for_beside_the_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "pickle", "withus"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    process = started(str(written(tmp_path, COPY)))
    assert process is not None
    with process:
        assert answer(process).opened == len(COPY.openings)
