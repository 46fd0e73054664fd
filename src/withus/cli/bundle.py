"""`withus bundle RECORD`: one file to keep, which `withus verify` checks on any machine."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import Any

from withus.cli.installation import open_installation, refused, written_whole
from withus.core.errors import Refusal
from withus.saying.keeping import kept_safe


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "bundle",
        help="write a copy of a record that anyone can check",
        description="Writes a record up to its last signed head as one file. Who people are and "
        "what they wrote stays sealed in it, unless --opened is given: such a copy is only for "
        "somebody who may see all that.",
    )
    parser.add_argument("record", metavar="RECORD", help="such as withus.example/thornmere")
    parser.add_argument("--to", metavar="FILE", help="where to write it; else RECORD-SIZE.bundle")
    parser.add_argument("--opened", action="store_true", help="with names and words")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Write the copy whole, or not at all."""
    try:
        open_installation()
        told = _write(asked)
    except Refusal as refusal:
        return refused(refusal)
    print(json.dumps(told, indent=1) if asked.json else kept_safe.copied(told))
    return 0


def _write(asked: argparse.Namespace) -> dict[str, Any]:
    from withus.stores.record.copying import copy_lines
    from withus.stores.record.heads import last_head
    from withus.stores.record.read import find_log

    log = find_log(asked.record)
    lines, head = copy_lines(log, opened=asked.opened), last_head(log)
    size = head.size if head is not None else 0
    path = Path(asked.to or f"{asked.record.replace('/', '-')}-{size}.bundle")
    with written_whole(path) as part, part.open("wb") as file:
        part.chmod(0o600 if asked.opened else 0o644)
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())
    return {"record": asked.record, "size": size, "file": str(path), "opened": asked.opened}
