"""What is installed is pinned by its hash and names no place to fetch it from."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.house.tree import ROOT

FOLDER = ROOT / "requirements"
PINNED = ("run.txt", "test.txt", "peers.txt")
ONE = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)((?:[^\n\\]|\\\n)*)", re.MULTILINE)
ELSEWHERE = re.compile(r"://|^\s*(?:-i|-f|--(?:extra-)?index|--find-links|-e)", re.MULTILINE)


def pins(text: str) -> dict[str, str]:
    """Return what is pinned, and at which version."""
    return {name: version for name, version, _ in ONE.findall(text)}


def without_a_hash(text: str) -> list[str]:
    """Name what is pinned without a hash."""
    return [name for name, _, rest in ONE.findall(text) if "--hash=sha256:" not in rest]


def asked_for(text: str) -> set[str]:
    """Return the lines of a list of wishes that are wishes."""
    return {line for line in text.splitlines() if line and line[0] not in "#-"}


def read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PINNED)
def test_everything_is_pinned_by_its_hash(name: str) -> None:
    assert pins(read(name))
    assert without_a_hash(read(name)) == []


@pytest.mark.parametrize("name", [*PINNED, "run.in", "test.in", "peers.in"])
def test_no_address_is_recorded(name: str) -> None:
    assert ELSEWHERE.findall(read(name)) == []


def test_the_tests_run_on_what_the_program_runs_on() -> None:
    assert pins(read("run.txt")).items() <= pins(read("test.txt")).items()


def test_the_project_asks_for_what_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(project["dependencies"]) == asked_for(read("run.in"))


def test_planted_faults_are_caught() -> None:
    text = "a==1 \\\n    --hash=sha256:00\nb==2\n"
    assert pins(text) == {"a": "1", "b": "2"}
    assert without_a_hash(text) == ["b"]
    assert ELSEWHERE.search("c @ https://host.example/c.whl")
    assert ELSEWHERE.search("--index-url somewhere")
