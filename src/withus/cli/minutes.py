"""`withus minutes FILE...`: who was in the room, from minutes a board has published."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from withus.cli.plain import report
from withus.core.errors import Refusal
from withus.core.minutes.checkfile import MOST_MEETINGS, Check, for_roles
from withus.core.minutes.corrections import Correction
from withus.core.minutes.reading import NotMinutes, split_meetings
from withus.core.minutes.series import read_series
from withus.core.minutes.text import Line
from withus.reading import Offered, read_file
from withus.reading.limits import FILE_BYTES, FILES
from withus.saying.checking import refusals
from withus.saying.checking.document import check_document, document

_SLOW = 3  # files: from here on it is worth saying what is being read


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "minutes",
        help="who was in the room, from published minutes",
        description="Reads minutes as text, HTML, .docx, text PDF or a ModernGov meeting, and "
        "tells who was in the room: members, by capacity, never by name.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="minutes; - for standard input")
    parser.add_argument("--board", default="", help="the board's name, if the minutes hide it")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--roles", metavar="FILE", help="a saved check, whose corrections are kept")
    parser.add_argument("--save", metavar="FILE", help="write the check as withus-check-1")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Read the files and print what they show; 2 and one line where one cannot be used."""
    try:
        check = _check(asked)
        if asked.save:
            _save(Path(asked.save), check)
    except Refusal as refusal:
        print(refusals.line(refusal), file=sys.stderr)
        return 2
    if asked.json:
        print(json.dumps(document(check.series), ensure_ascii=False, indent=1))
    else:
        print(report(check.series))
    return 0


def _check(asked: argparse.Namespace) -> Check:
    kept: Sequence[Correction] = _roles(Path(asked.roles)) if asked.roles else ()
    if len(asked.files) > FILES:
        raise Refusal("too_many_files", _facts("input", f"{len(asked.files)} files", "at most 12"))
    meetings: list[tuple[Line, ...]] = []
    for name in asked.files:
        if len(asked.files) >= _SLOW and sys.stderr.isatty():
            print(f"Reading {Path(name).name}", file=sys.stderr)
        meetings.extend(_meetings(name))
    if len(meetings) > MOST_MEETINGS:
        found, expected = f"{len(meetings)} meetings", f"at most {MOST_MEETINGS}"
        raise Refusal("too_many_meetings", _facts("input", found, expected))
    return Check(read_series(meetings, board=asked.board), tuple(kept))


def _meetings(name: str) -> list[tuple[Line, ...]]:
    """Part one file into its meetings; a file with no list of people is refused by its name."""
    read = read_file(Offered(name, _content(name)))
    lines = tuple(Line(number, text) for number, text in enumerate(read.lines, 1))
    meetings = split_meetings(lines)
    try:
        read_series(meetings)
    except NotMinutes as refusal:
        raise NotMinutes(refusal.code, {**refusal.parameters, "file": name}) from None
    return meetings


def _content(name: str) -> bytes:
    """Read one byte more than a file may have: enough to refuse it."""
    if name == "-":
        return sys.stdin.buffer.read(FILE_BYTES + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(FILE_BYTES + 1)
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        found = "no such file" if missing else "a file that does not open"
        raise Refusal("no_such_file", _facts(name, found, "a file to read")) from None


def _facts(file: str, found: str, expected: str) -> dict[str, str | int]:
    return {"file": file, "found": found, "expected": expected}


def _roles(path: Path) -> Sequence[Correction]:
    try:
        return for_roles(json.loads(_content(str(path)).decode()))
    except (ValueError, RecursionError):
        expected = "a withus-check-1 file"
        raise Refusal("not_json", _facts(str(path), "no JSON", expected)) from None
    except Refusal as refusal:
        raise Refusal(refusal.code, {"file": str(path), **refusal.parameters}) from None


def _save(path: Path, check: Check) -> None:
    """Write the whole file or none of it."""
    text = json.dumps(check_document(check), ensure_ascii=False, indent=1) + "\n"
    part = path.parent / f".{path.name}.{os.getpid()}.part"
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        found, expected = "a place that cannot be written", "a folder of your own"
        raise Refusal("cannot_write", _facts(str(path), found, expected)) from None
