"""`withus witness FOLDER`: keep a record's heads on one's own machine, and sign what only grew."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from withus.cli.verify import Progress
from withus.cli.witnessing.keeping import Keeper
from withus.cli.witnessing.place import Place
from withus.core.errors import Refusal
from withus.core.proofs.keys import Kind, SigningKey, VerifierKey, check_name, read_verifier_key
from withus.core.proofs.refused import Malformed
from withus.core.verifying.keeping import Outcome, Taken
from withus.saying.keeping import witness as saying

WIDTH = 80
CODES = {Taken.REFUSED: 1, Taken.UNREADABLE: 2}


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "witness",
        help="keep a record’s heads on your own machine, and sign them",
        description="For somebody who keeps copies of a record. Checks each copy against what is "
        "kept in FOLDER, keeps its head and signs it; without COPY, every *.bundle in FOLDER/in. "
        "0 nothing differs; 1 something does: that copy is not signed, and the evidence is in "
        "FOLDER/refused; 2 something cannot be read. No server is needed.",
    )
    parser.add_argument("folder", metavar="FOLDER", help="your own; it is made at the first use")
    parser.add_argument("copies", metavar="COPY", nargs="*", help="a copy of a record")
    parser.add_argument("--name", help="the name you sign with; at the first use only")
    parser.add_argument(
        "--key",
        action="append",
        default=[],
        metavar="LINE",
        help="a record’s key, as a letter or another page than the host’s gives it",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Take in the copies, and tell what came of each."""
    place = Place(Path(asked.folder))
    try:
        given = tuple(_key(line) for line in asked.key)
        if asked.name is not None:
            _check_name(asked.name)
        with place.alone(taken=_waits):
            own, made = place.own_key(asked.name)
            files = [Path(copy) for copy in asked.copies] or sorted(place.brought.glob("*.bundle"))
            found = Keeper(place, own, given, now, Progress().tell).take_all(files)
    except OSError as problem:
        file = str(problem.filename or asked.folder)
        return _unusable(Refusal("cannot_write", {"file": file}), file)
    except Refusal as refusal:
        return _unusable(refusal, str(refusal.parameters.get("file", asked.folder)))
    _tell(found, own, made=made, asked=asked)
    return max((CODES.get(each.taken, 0) for each in found), key=_gravest, default=0)


def now() -> int:
    """Tell the time in whole seconds. Commands are where a clock is; nothing further in has one."""
    return int(datetime.now(UTC).timestamp())


def _gravest(code: int) -> int:
    return {0: 0, 2: 1, 1: 2}[code]


def _tell(found: list[Outcome], own: SigningKey, *, made: bool, asked: argparse.Namespace) -> None:
    line = own.verifier().text()
    for each in found:
        if each.refusal is not None:
            print(saying.line(each.refusal, file=each.file), file=sys.stderr)
    if asked.json:
        copies = [saying.document(each) for each in found]
        told = {"key": line, "made": made, "copies": copies}
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    parts = [saying.own_key(line)] if made or not found else []
    parts += [saying.nothing_brought(str(Path(asked.folder) / "in"))] if not found else []
    parts += [said for each in found if each.refusal is None for said in saying.report(each)]
    if parts:
        print("\n\n".join(_filled(told) for told in parts))


def _filled(told: str) -> str:
    """Fit a paragraph in the width, but for lines to be copied as they are.

    A copy's own words may move no cursor.
    """
    lines = ("".join(c if c.isprintable() else "\ufffd" for c in line) for line in told.split("\n"))
    fill = textwrap.TextWrapper(WIDTH, break_long_words=False, break_on_hyphens=False).fill
    filled = (line if line.startswith("  ") else fill(line) for line in lines)
    return "\n".join(filled)


def _unusable(refusal: Refusal, file: str) -> int:
    print(saying.line(refusal, file=file), file=sys.stderr)
    return 2


def _waits() -> None:
    print(saying.waits(), file=sys.stderr, flush=True)


def _key(line: str) -> VerifierKey:
    try:
        key = read_verifier_key(line.strip().removeprefix("key "))
    except Malformed as fault:
        raise Refusal(fault.code, {**fault.parameters, "file": "--key"}) from fault
    if key.kind is not Kind.HEAD:
        raise Refusal("key_kind", {"file": "--key"})
    return key


def _check_name(name: str) -> None:
    try:
        check_name(name)
    except Malformed as fault:
        raise Refusal("own_name", {"file": "--name"}) from fault
    if len(name) > 100:
        raise Refusal("own_name", {"file": "--name"})
