"""`withus check`: hold everything that is kept against what follows from the entries."""

from __future__ import annotations

import argparse
import json
from typing import Any

from withus.cli.installation import open_installation, progress, refused
from withus.core.errors import Refusal
from withus.saying.keeping import checked


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "check",
        help="whether everything kept follows from the record's entries",
        description="Folds each record anew from its first entry and compares: tables, kept "
        "states, hashes, signed heads, openings. Names each difference; changes nothing.",
    )
    parser.add_argument("records", nargs="*", metavar="RECORD", help="all if none is named")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Print the differences; 1 if there are any."""
    try:
        open_installation()
        found = {origin: _differences(origin) for origin in asked.records or _origins()}
    except Refusal as refusal:
        return refused(refusal)
    if asked.json:
        told = {origin: [_plain(each) for each in faults] for origin, faults in found.items()}
        print(json.dumps({"differences": told}, indent=1))
    else:
        print(checked.report({o: [_plain(each) for each in f] for o, f in found.items()}))
    return 1 if any(found.values()) else 0


def _origins() -> list[str]:
    from withus.stores.record.read import origins

    return origins()


def _differences(origin: str) -> list[Any]:
    from withus.stores.record.check import check
    from withus.stores.record.read import find_log

    return list(check(find_log(origin), progress=progress(origin)))


def _plain(difference: Any) -> dict[str, str]:
    return {"table": difference.table, "key": difference.key, "column": difference.column}
