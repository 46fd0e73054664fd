"""`withus erase`: erase a person or a text as the data contact has ordered, or hold erasures."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from withus.cli.installation import now, open_installation, refused
from withus.core.errors import Refusal
from withus.core.words import ErasedGround
from withus.saying.keeping import erasing


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
    what.add_argument("--find", metavar="NAME", help="tell who has that name; - asks for it")
    what.add_argument("--person", metavar="ID", help="everything of one person: --person=ID")
    what.add_argument("--text", metavar="ENTRY/FIELD", help="one text, such as 11/report")
    what.add_argument("--finish", action="store_true", help="finish what was broken off")
    what.add_argument("--hold", metavar="GROUND", help="let nothing be erased for now")
    what.add_argument("--release", action="store_true", help="let erasures go on")
    grounds = [str(each) for each in ErasedGround]
    parser.add_argument("--ground", choices=grounds, default="asked", help="why it is erased")
    parser.add_argument("--yes", action="store_true", help="do it")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Say what would go, or erase it; 1 where nobody is found, or traces are left for now."""
    try:
        open_installation()
        told = _told(asked)
    except Refusal as refusal:
        return refused(refusal)
    print(json.dumps(told, indent=1) if asked.json else erasing.told(told))
    return 1 if told.get("people") == [] or told.get("finished") is False else 0


def _told(asked: argparse.Namespace) -> dict[str, Any]:
    if asked.find is not None:
        return _found(asked)
    if asked.hold or asked.release:
        return _held(asked)
    return _finished(asked) if asked.finish else _erased(asked)


def _found(asked: argparse.Namespace) -> dict[str, Any]:
    from withus.actions.keeping import find_people

    name = _typed() if asked.find == "-" else asked.find
    if not name.strip():
        raise Refusal("no_name_given")
    found = find_people(record=asked.record, name=name)
    people = [{"name": each.name, "id": each.person, "places": each.places} for each in found]
    return {"record": asked.record, "people": people}


def _typed() -> str:
    """Read a name that shall stand in no list of commands."""
    if sys.stdin.isatty():
        print("Name: ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline()


def _held(asked: argparse.Namespace) -> dict[str, Any]:
    from withus.stores.people.holds import hold, release
    from withus.stores.record.read import find_log

    find_log(asked.record)
    if asked.hold:
        hold(asked.record, ground=asked.hold[:120], since=now().date())
        return {"record": asked.record, "held": asked.hold[:120]}
    return {"record": asked.record, "released": release(asked.record)}


def _finished(asked: argparse.Namespace) -> dict[str, Any]:
    from withus.actions.keeping import finish_erasing
    from withus.stores.record.read import find_log

    find_log(asked.record)
    return {"record": asked.record, "finished": finish_erasing()}


def _erased(asked: argparse.Namespace) -> dict[str, Any]:
    from withus.actions import keeping

    told = {"record": asked.record, "done": asked.yes}
    told["openings"] = _of_person(asked) if asked.person else _of_text(asked)
    return told | {"finished": keeping.is_finished()} if asked.yes else told


def _of_person(asked: argparse.Namespace) -> int:
    from withus.actions import keeping

    if not asked.yes:
        return keeping.would_erase(asked.record, asked.person)
    ground = ErasedGround(asked.ground)
    return keeping.erase_person(record=asked.record, person=asked.person, ground=ground, now=now())


def _of_text(asked: argparse.Namespace) -> int:
    from withus.actions import keeping

    entry, _slash, path = asked.text.partition("/")
    if not (entry.isdecimal() and path):
        raise Refusal("not_a_text", {"found": asked.text[:60]})
    if not asked.yes:
        return keeping.would_erase_text(asked.record, int(entry), path)
    ground = ErasedGround(asked.ground)
    return keeping.erase_text(
        record=asked.record, entry=int(entry), path=path, ground=ground, now=now()
    )
