"""`withus enter RECORD FILE`: enter what has happened from a file of acts, one a line."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from withus.cli.installation import now, open_installation, progress, refused
from withus.core.errors import Refusal
from withus.saying.keeping import entered

KEYS = {"type", "clear", "sealed"}
MAY_STAND = {*KEYS, "by", "claimed_at"}


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "enter",
        help="enter what has happened in a partnership, from a file",
        description="Reads acts, one JSON object a line, and enters all of them or none. The "
        "reference, under facts, shows the types and their fields.",
    )
    parser.add_argument("record", metavar="RECORD", help="such as withus.example/thornmere")
    parser.add_argument("file", metavar="FILE", help="acts, one a line; - for standard input")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Enter the acts and say where they stand."""
    try:
        open_installation()
        lines = list(_lines(asked.file))
        from withus.actions.acts import Act, enter_acts

        acts = [Act(**act, line=line) for line, act in lines]
        tell = progress(asked.record)
        found = enter_acts(
            acts, record=asked.record, now=now(), progress=lambda done: tell(done, len(acts))
        )
    except Refusal as refusal:
        return refused(refusal)
    told = {"record": asked.record, "entries": list(found.entries), "ids": dict(found.ids)}
    print(json.dumps(told, indent=1) if asked.json else entered.report(told))
    return 0


def _lines(name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise Refusal("no_such_file", {"file": name}) from None
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, _act(name, number, line)


def _act(name: str, number: int, line: str) -> dict[str, Any]:
    fault = Refusal("not_an_act", {"file": name, "line": number})
    try:
        act = json.loads(line)
        keys = set(act)
        claimed = act.get("claimed_at")
        act["claimed_at"] = datetime.fromisoformat(claimed) if claimed else None
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise fault from None
    told = isinstance(act.get("clear"), dict) and isinstance(act.get("sealed"), dict)
    words = told and all(isinstance(each, str) for each in act["sealed"].values())
    by = act.get("by") is None or isinstance(act["by"], str)
    if not (KEYS <= keys <= MAY_STAND and words and by and isinstance(act["type"], str)):
        raise fault
    return dict(act)
