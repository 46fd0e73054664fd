"""`withus practice`: go live from a practice run, or throw it away."""

from __future__ import annotations

import argparse
import json
from typing import Any

from withus.cli.installation import now, open_installation, refused
from withus.core.errors import Refusal
from withus.saying.practising import runs


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "practice",
        help="go live from a practice run, or throw it away",
        description="A practice run is not public. Going live opens a record that names it, with "
        "its boards, places, rules and people. Throwing it away deletes it with its keys; the next "
        "live record still names it. Without --yes it only says what would be done.",
    )
    parser.add_argument("record", metavar="RECORD", help="such as withus.example/thornmere")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--go-live", action="store_true", help="open a live record from it")
    what.add_argument("--throw-away", action="store_true", help="delete all of it")
    parser.add_argument("--yes", action="store_true", help="do it")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Say what would be done, or do it; 1 where traces are left for now."""
    try:
        open_installation()
        told = _told(asked)
    except Refusal as refusal:
        return refused(refusal)
    print(json.dumps(told, indent=1) if asked.json else runs.by_command(told))
    return 1 if told.get("finished") is False else 0


def _told(asked: argparse.Namespace) -> dict[str, Any]:
    from withus.questions.finding import NotHere
    from withus.questions.practising import practice_run
    from withus.stores.practising.runs import live_name
    from withus.stores.record.read import find_log

    find_log(asked.record)
    try:
        found = practice_run(asked.record)
    except NotHere:
        raise Refusal("not_a_practice") from None
    told = {"record": asked.record, "size": found.log.size, "done": ""}
    if asked.go_live:
        told |= {"would": "live", "live": live_name(asked.record)}
    elif asked.throw_away:
        told |= {"would": "thrown away"}
    return told | _done(asked) if asked.yes else told


def _done(asked: argparse.Namespace) -> dict[str, Any]:
    from withus.actions.keeping import finish_erasing
    from withus.actions.practising import go_live, throw_away

    if asked.go_live:
        went = go_live(record=asked.record, by=None, now=now(), seen=None)
        return {"done": "live", "live": went.origin, "entries": went.entries}
    if asked.throw_away:
        throw_away(record=asked.record, by=None, now=now())
        return {"done": "thrown away", "finished": finish_erasing()}
    return {}
