"""`withus words HISTORY.jsonl`: whose words the last revision of a text is made of."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from withus.core.errors import Refusal
from withus.core.wording.history import Words
from withus.reading.history_file import Revision, revisions
from withus.saying.wording import refusals
from withus.saying.wording.told import Drafted, document, report

_SOON = 1.0  # seconds between two signs of progress


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "words",
        help="whose words the last revision of a text is made of",
        description="Reads the history of a text, one revision a line, and tells whose words its "
        "last revision is made of, what lasted, and who took out whose.",
    )
    parser.add_argument("history", metavar="HISTORY.jsonl", help="the file; - for standard input")
    parser.add_argument("--tokens", action="store_true", help="tell the origin of every word")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Take the history in and print whose words it ends with; 2 where it cannot be used."""
    try:
        with _opened(asked.history) as file:
            drafted = take_in(_noticed(revisions(file)))
    except Refusal as refusal:
        print(refusals.line(refusal, file=asked.history), file=sys.stderr)
        return 2
    if asked.json:
        found = document(drafted, tokens_too=asked.tokens)
        print(json.dumps(found, ensure_ascii=False, indent=None if asked.tokens else 1))
    else:
        print(report(drafted, tokens_too=asked.tokens))
    return 0


def take_in(history: Iterator[Revision]) -> Drafted:
    """Take in a history, revision by revision."""
    words = Words()
    numbers: list[int | str] = []
    speakers: list[str] = []
    sides: list[str] = []
    for revision in history:
        words.add(revision.text)
        numbers.append(revision.revision)
        speakers.append(revision.speaker)
        sides.append(revision.side)
    return Drafted(words, numbers, speakers, sides)


def _noticed(history: Iterator[Revision]) -> Iterator[Revision]:
    """Say about every second how far the reading has come, if somebody is looking."""
    soon = time.monotonic() + _SOON
    for count, revision in enumerate(history, 1):
        yield revision
        if sys.stderr.isatty() and time.monotonic() > soon:
            print(f"Read {count:,} revisions", file=sys.stderr)
            soon = time.monotonic() + _SOON


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115  # closed below; reading has faults of its own
    except OSError:
        raise Refusal("no_such_file") from None
    with file:
        yield file
