"""`withus restore BACKUP`: bring records back, or go on under another name and say so."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from withus.cli.installation import now, open_installation, refused
from withus.core.errors import Refusal
from withus.saying.keeping import kept_safe


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "restore",
        help="bring records back from a backup and the mirror",
        description="Restores a backup into an installation that is empty, then the entries "
        "mirrored since. Where entries that a signed head covers are in neither, it says so; "
        "with --continue the record then goes on under another name whose first entry names "
        "the gap.",
    )
    parser.add_argument("backup", metavar="BACKUP", help="a file that withus backup wrote")
    parser.add_argument("--keys", metavar="FILE", help="the keys that were copied with it")
    parser.add_argument("--mirror", metavar="FOLDER", help="the folder that the signer mirrors to")
    parser.add_argument(
        "--continue",
        dest="go_on",
        action="store_true",
        help="go on under another name where entries are lost",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Restore and tell record by record; 1 where one is short of its signed head."""
    try:
        open_installation()
        told = [_told(each, asked) for each in _brought_back(asked)]
    except Refusal as refusal:
        return refused(refusal)
    print(json.dumps({"records": told}, indent=1) if asked.json else kept_safe.restored(told))
    return 1 if any(each["differences"] or each["lost"] for each in told) else 0


def _brought_back(asked: argparse.Namespace) -> list[Any]:
    from withus.actions.restoring import bring_back

    for name in filter(None, (asked.backup, asked.keys)):
        if not Path(name).is_file():
            raise Refusal("no_such_file", {"file": name})
    if asked.mirror and not Path(asked.mirror).is_dir():
        raise Refusal("no_such_file", {"file": asked.mirror})

    def lines() -> Iterator[bytes]:
        with Path(asked.backup).open("rb") as file:
            yield from file

    return bring_back(
        lines,
        keys=Path(asked.keys) if asked.keys else None,
        mirror=Path(asked.mirror) if asked.mirror else None,
    )


def _told(back: Any, asked: argparse.Namespace) -> dict[str, Any]:
    from withus.actions.continuing import continue_record

    short = back.short_of
    done = continue_record(lost=short, now=now()) if short and asked.go_on else None
    size = back.restored.from_backup + back.restored.from_mirror
    return {
        "record": back.restored.origin,
        "from_backup": back.restored.from_backup,
        "from_mirror": back.restored.from_mirror,
        "differences": len(back.differences),
        "lost": short.size - size if short else 0,
        "continued_as": done.origin if done else None,
        "mirror_given": bool(asked.mirror),
        "left_out": done.left_out if done else 0,
    }
