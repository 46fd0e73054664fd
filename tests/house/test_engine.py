"""The tests run on the database that was asked for; a missing one is a failure, never a skip."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests import counted, engine
from tests.house.script import run
from tests.house.tree import ROOT

PYTEST = [
    *(sys.executable, "-m", "pytest", "-c", "pyproject.toml", "-p", "no:cacheprovider"),
    "--no-migrations",  # what is planted asks nothing of the tables
]
PLANTED = """
import pytest

@pytest.mark.django_db
def test_one_on_any_engine():
    pass

def test_one_that_asks_for_it(db):
    pass

def test_one_without_it():
    pass
"""


def pytest_on(test: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run pytest on one planted file, in a process that is nobody's worker."""
    plain = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
    return subprocess.run(
        [*PYTEST, *words, str(test)],
        cwd=ROOT,
        env={**plain, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """Plant three tests, two of which use the database."""
    test = tmp_path / "test_planted.py"
    test.write_text(PLANTED)
    return test


def test_the_same_count_passes_and_another_fails_in_one_line(planted: Path) -> None:
    count = planted.with_name("count.json")
    assert pytest_on(planted, "--count-into", str(count)).returncode == 0
    assert count.read_text() == '{"passed": 2, "skipped": 0}'
    same = ["--only-database", "--same-count-as", str(count)]
    assert pytest_on(planted, *same).returncode == 0
    count.write_text('{"passed": 3, "skipped": 0}')
    ended = pytest_on(planted, *same)
    assert ended.returncode == 1
    assert "3 passed and 0 skipped on the engine before, 2 passed and 0 sk" in ended.stdout


def test_a_planted_skip_of_the_database_fails(planted: Path) -> None:
    count = planted.with_name("count.json")
    count.write_text('{"passed": 1, "skipped": 0}')
    planted.write_text(PLANTED.replace("    pass", "    raise pytest.skip.Exception", 1))
    ended = pytest_on(planted, "--only-database", "--same-count-as", str(count))
    assert ended.returncode == 1
    assert "1 passed and 1 skipped on sqlite" in ended.stdout


def test_words_that_choose_no_test_of_the_database_are_no_fault(planted: Path) -> None:
    count = planted.with_name("count.json")
    words = ["-k", "without_it", "-n", "1"]
    assert pytest_on(planted, "--count-into", str(count), *words).returncode == 0
    ended = pytest_on(planted, "--only-database", "--same-count-as", str(count), *words)
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize(("skipped", "fault"), [(0, False), (1, True)])
def test_a_skip_on_the_first_engine_is_a_fault_too(skipped: int, fault: bool) -> None:
    here, there = {"passed": 2, "skipped": 0}, {"passed": 2, "skipped": skipped}
    assert bool(counted.not_the_same(here, there, "postgresql")) is fault


def test_a_missing_engine_is_a_failure_that_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "keeper.py"
    broken.write_text("raise SystemExit('It is not there.')")
    monkeypatch.setattr(engine, "KEEPER", broken)
    with pytest.raises(pytest.UsageError, match=r"No PostgreSQL to test with\. It is not"):
        engine.start()


def test_what_is_chosen_is_chosen_on_both_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    stages: list[list[str]] = []

    def note(_: str, command: list[str]) -> int:
        stages.append(command)
        return 0

    monkeypatch.setattr(run(), "stage", note)
    assert run().on_both_engines(["-k", "tally"]) == 0
    first, second = stages
    assert first[-2:] == second[-2:] == ["-k", "tally"]
    (written,) = (word.removeprefix("--count-into=") for word in first if "count" in word)
    assert f"--same-count-as={written}" in second
    assert "--engine=postgresql" in second


def test_the_server_goes_when_whoever_started_it_is_killed() -> None:
    keeper = subprocess.Popen(
        [sys.executable, str(engine.KEEPER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert keeper.stdin
    assert keeper.stdout
    address = urlsplit(keeper.stdout.readline().decode().strip())
    folder = Path(parse_qs(address.query)["host"][0])
    try:
        assert (folder / ".s.PGSQL.5432").is_socket()
    finally:
        keeper.stdin.close()  # as the kernel does for a process that is killed
    assert keeper.wait(timeout=30) == 0
    assert not folder.exists()


def test_a_database_that_does_not_answer_is_told_without_a_traceback(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", run().MIGRATE],
        env={
            **os.environ,
            **run().environment(),
            "PYTHONPATH": os.pathsep.join(sys.path),
            "WITHUS_VAR": str(tmp_path),
            "DATABASE_URL": f"postgresql://kit:secret@/withus?host={tmp_path}",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert "The database cannot be used" in ended.stderr
    assert "use-postgresql.md" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "secret" not in ended.stderr
