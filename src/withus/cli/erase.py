"""`withus erase`: erase a person or a text as the data contact has ordered, or hold erasures."""

from __future__ import annotations

import argparse
import json
from typing import Any

from withus.cli.installation import now, open_installation, refused
from withus.core.errors import Refusal
from withus.core.words import ErasedGround
from withus.saying.keeping import kept_safe


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "erase",
        help="erase who somebody is and their words, or one text",
        description="Deletes the keys that open who somebody is and what they entered, and writes "
        "the files anew without them. The entries stand, and every figure stays as it was. This "
        "cannot be undone: without --yes it only says what would go.",
    )
    parser.add_argument("record", metavar="RECORD", help="such as withus.example/thornmere")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--person", metavar="ID", help="everything of one person")
    what.add_argument("--text", metavar="ENTRY/FIELD", help="one text, such as 11/report")
    what.add_argument("--hold", metavar="GROUND", help="let nothing be erased for now")
    what.add_argument("--release", action="store_true", help="let erasures go on")
    grounds = [str(each) for each in ErasedGround]
    parser.add_argument("--ground", choices=grounds, default="asked", help="why it is erased")
    parser.add_argument("--yes", action="store_true", help="do it")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Say what would go, or erase it."""
    try:
        open_installation()
        told = _held(asked) if asked.hold or asked.release else _erased(asked)
    except Refusal as refusal:
        return refused(refusal)
    print(json.dumps(told, indent=1) if asked.json else kept_safe.erased(told))
    return 0


def _held(asked: argparse.Namespace) -> dict[str, Any]:
    from withus.stores.people.holds import hold, release
    from withus.stores.record.read import find_log

    find_log(asked.record)
    if asked.hold:
        hold(asked.record, ground=asked.hold[:120], since=now().date())
        return {"record": asked.record, "held": asked.hold[:120]}
    return {"record": asked.record, "released": release(asked.record)}


def _erased(asked: argparse.Namespace) -> dict[str, Any]:
    from withus.actions import keeping

    ground, told = ErasedGround(asked.ground), {"record": asked.record, "done": asked.yes}
    if asked.person:
        if not asked.yes:
            return told | {"openings": keeping.would_erase(asked.record, asked.person)}
        gone = keeping.erase_person(
            record=asked.record, person=asked.person, ground=ground, now=now()
        )
        return told | {"openings": gone}
    entry, _slash, path = asked.text.partition("/")
    if not (entry.isdecimal() and path):
        raise Refusal("not_a_text", {"found": asked.text[:60]})
    if not asked.yes:
        return told | {"openings": keeping.would_erase_text(asked.record, int(entry), path)}
    gone = keeping.erase_text(
        record=asked.record, entry=int(entry), path=path, ground=ground, now=now()
    )
    return told | {"openings": gone}
