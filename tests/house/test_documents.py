"""What the documents tell people to type exists, and their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.script import run
from tests.house.tree import ROOT, listed, shown, walk

COMMAND = re.compile(r"(?:^|[\s`(])\./run(?:[ ]+([^\s`]+))?")
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)


def documents() -> list[Path]:
    """Return every document of the repository."""
    return [path for path in walk(ROOT) if path.suffix == ".md"]


def commands_of_run() -> set[str]:
    """Return the words that `./run` lists in its own help."""
    return set(re.findall(r"^\./run ([a-z]+)", run().USAGE, re.MULTILINE))


def unknown_commands(text: str) -> list[str]:
    """Name the words a document gives to `./run` that it doesn't know."""
    typed = [word for code in CODE.findall(text) for word in COMMAND.findall(code)]
    words = [word for word in typed if word and word[0] not in "-#…[<>|&;.\\"]
    return [word for word in words if word not in commands_of_run()]


def anchors(text: str) -> set[str]:
    """Return the names by which a document's headings can be reached."""
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in HEADING.findall(text))
    return {words.strip().replace(" ", "-") for words in plain}


def broken_links(path: Path, text: str) -> list[str]:
    """Name the links of a document that lead to no file or heading of ours."""
    broken = []
    for target in LINK.findall(CODE.sub("", text)):
        if re.match(r"[a-z]+:", target):
            continue  # another host's page; no test of ours goes there
        file, _, anchor = target.partition("#")
        there = path.parent / file if file else path
        found = there == path or there.exists()
        if found and anchor and there.suffix == ".md":
            found = anchor in anchors(text if there == path else there.read_text(encoding="utf-8"))
        if not found:
            broken.append(f"{shown(path)}: {target}")
    return broken


def test_the_readme_is_there_and_starts_the_program() -> None:
    assert "./run" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_commands_in_documents_exist() -> None:
    faults = [
        f"{shown(path)}: ./run {word}"
        for path in documents()
        for word in unknown_commands(path.read_text(encoding="utf-8"))
    ]
    assert not faults, listed(faults)


def test_the_links_in_documents_lead_somewhere() -> None:
    faults = [
        fault
        for path in documents()
        for fault in broken_links(path, path.read_text(encoding="utf-8"))
    ]
    assert not faults, listed(faults)


def test_every_command_in_the_help_is_one() -> None:
    assert commands_of_run() == {"test", "drills", "lint", "bench", "withus", "help"}


def test_a_planted_command_is_caught() -> None:
    text = (
        "Type `./run tets`, or:\n```\n$ ./run\n./run --port 8001\n./run deploy\n```\nor ./run on."
    )
    assert unknown_commands(text) == ["tets", "deploy"]


@pytest.mark.parametrize("target", ["gone.md", "b.md#gone", "#gone"])
def test_a_planted_broken_link_is_caught(tmp_path: Path, target: str) -> None:
    (tmp_path / "b.md").write_text("# What it can't do\n")
    text = f"# Here\n[x]({target}) [b](b.md#what-it-cant-do) [c](#here)"
    assert broken_links(tmp_path / "a.md", text) == [f"a.md: {target}"]
