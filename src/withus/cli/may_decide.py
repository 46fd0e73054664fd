"""`withus may-decide MEETING ITEM`: whether a board may decide on an item now, and why not."""

from __future__ import annotations

import argparse
import json
import textwrap
from typing import Any

from withus.cli.installation import now, open_installation, refused
from withus.core.errors import Refusal
from withus.saying.deciding.answers import document

WIDTH = 80


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "may-decide",
        help="whether a board may decide on an item now, why not, and what would mend it",
        description="Tells what the meeting’s page tells. It exits with 0 if the board may decide "
        "now, and with 1 if it may not.",
    )
    parser.add_argument("meeting", metavar="MEETING", help="the meeting’s id, from its address")
    parser.add_argument("item", metavar="ITEM", help="the id of an item, or of a motion on one")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Say whether the board may decide; 1 where it may not."""
    try:
        open_installation()
        told = answer(asked.meeting, asked.item)
    except Refusal as refusal:
        return refused(refusal)
    if asked.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for each in (told["sentence"], told["remedy"]):
            print(textwrap.fill(str(each), WIDTH, break_long_words=False))
    return 0 if told["may"] else 1


def answer(meeting: str, item: str) -> dict[str, Any]:
    """Return the answer as it is told to programs; refuse what is no meeting or no item of it."""
    from withus.questions import deciding_now as ask

    found = ask.find_meeting(meeting)
    if found is None:
        raise Refusal("no_such_meeting")
    here = ask.meeting_now(found[0], meeting, now=now())
    motion = ask.motion_on(here, item)
    if motion is None:
        raise Refusal("no_such_motion")
    return document(lambda: ask.may_decide(here, motion))
