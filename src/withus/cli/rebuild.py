"""`withus rebuild`: make everything that is derived from the entries anew."""

from __future__ import annotations

import argparse
import json
from typing import Any

from withus.cli.installation import open_installation, progress, refused
from withus.core.errors import Refusal
from withus.saying.keeping import rebuilt


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "rebuild",
        help="make the tables anew from the record's entries",
        description="Throws away what is derived from the entries of each record and makes it "
        "anew: all of it, or nothing if it is stopped.",
    )
    parser.add_argument("records", nargs="*", metavar="RECORD", help="all if none is named")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Rebuild and say how many entries were read."""
    try:
        open_installation()
        from withus.stores.record.read import origins
        from withus.stores.record.rebuild import rebuild

        named = asked.records or origins()
        done = {origin: rebuild(origin, progress=progress(origin)) for origin in named}
    except Refusal as refusal:
        return refused(refusal)
    print(json.dumps({"rebuilt": done}, indent=1) if asked.json else rebuilt.report(done))
    return 0
