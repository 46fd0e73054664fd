"""What the documents say that commands answer is what they answer.

A block that begins with one of these commands is run. A block under a line such as "It answers:"
must stand in its output; "It ends with 2 and answers:" gives an exit code that is not 0. On the
pages of findings, a sentence quoted with ">" must be said by the command above it.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

import pytest

from tests.house.tree import ROOT, listed, shown, walk
from withus.cli import main

COMMAND = "./run withus minutes "
COMMANDS = (COMMAND, *(f"./run withus {name} " for name in ("verify", "power", "words")))
BLOCK = re.compile(r"^ *```\w*\n(?P<fenced>.*?)^ *```$|(?P<quoted>(?:^> [^\n]*\n)+)", re.M | re.S)
ANSWERS = re.compile(r"(?:^|\n\n)It (?:ends with (\d) and )?answers[^.:]*:\Z")
DOCUMENTS = [ROOT / "README.md", *(one for one in walk(ROOT / "docs") if one.suffix == ".md")]


@dataclass
class Example:
    """A command in a document, and what the document says it answers."""

    command: str
    code: int = 0
    answers: list[str] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)


def examples(text: str, *, quotes: bool = False) -> list[Example]:
    """Return the commands of a document, in order."""
    found: list[Example] = []
    end = 0
    for block in BLOCK.finditer(text):
        said, fenced = ANSWERS.search(text[end : block.start()].rstrip()), block["fenced"]
        if fenced and fenced.lstrip().startswith(COMMANDS):
            found.append(Example(fenced))
        elif fenced and said:
            found[-1].code = int(said[1] or 0)
            found[-1].answers.append(fenced)
        elif quotes and block["quoted"]:
            found[-1].quotes.append(block["quoted"].replace("> ", ""))
        end = block.end()
    return found


def words_of(command: str, folder: Path) -> list[str]:
    """Return a command's words up to a pipe; files that it keeps or takes up are in the folder."""
    typed = takewhile(lambda word: word != "|", shlex.split(command.replace("\\\n", " ")))
    words: list[str] = []
    for word in list(typed)[2:]:
        if "*" in word:
            words += [str(path) for path in sorted(ROOT.glob(word))]
        else:
            ours = words and words[-1] in ("--save", "--roles")
            words.append(str(folder / word) if ours else word)
    return words


def faults(example: Example, code: int, output: str) -> list[str]:
    """Say where a command answers otherwise than its document says."""
    found = [f"it ended with {code}: {example.command}"] if code != example.code else []
    said = "\n".join(["", *(line.strip() for line in output.splitlines()), ""])
    for answer in example.answers:
        lines = [line.strip() for line in answer.strip().splitlines()]
        if "\n".join(["", *lines, ""]) not in said:
            found += [line for line in lines if f"\n{line}\n" not in said] or ["lines out of order"]
    quoted = (" ".join(quote.split()) for quote in example.quotes)
    return found + [quote for quote in quoted if quote not in " ".join(said.split())]


@pytest.mark.parametrize("path", DOCUMENTS, ids=shown)
def test_the_examples_answer_as_the_document_says(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    found, quotes = [], path.parent.name == "findings"
    for example in examples(path.read_text(encoding="utf-8"), quotes=quotes):
        code = main(words_of(example.command, tmp_path))
        found += faults(example, code, "".join(capsys.readouterr()))
    assert not found, listed(found)


def test_planted_wrong_lines_are_caught() -> None:
    text = f"```\n{COMMAND}a\n```\n\nIt ends with 2 and answers:\n\n```\none\ntwo\n```\n\n> A b.\n"
    (planted,) = examples(text, quotes=True)
    assert faults(planted, 2, "one\n  two\nA\n  b.") == []
    wrong = [f"it ended with 0: {COMMAND}a\n", "two", "A b."]
    assert faults(planted, 0, "one\nthree\nA c.") == wrong
    assert faults(planted, 2, "two\none\nA b.") == ["lines out of order"]
