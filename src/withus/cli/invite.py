"""`withus invite RECORD WHO`: invite from the machine itself, such as the first officer."""

from __future__ import annotations

import argparse
import json
from typing import Any

from withus.cli.installation import now, open_installation, refused
from withus.core.errors import Refusal
from withus.core.words import Duty


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "invite",
        help="invite somebody to a duty or a place, and print their letter",
        description="Makes an invitation whose code works once, for 28 days, and prints the "
        "letter to hand over. Meant for the first people of a partnership; they invite the "
        "others on its pages.",
    )
    parser.add_argument("record", metavar="RECORD", help="such as withus.example/thornmere")
    parser.add_argument("who", metavar="WHO", help="a name, or the id of somebody known already")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--duty", choices=[each.value for each in Duty], help="the duty")
    what.add_argument("--place", metavar="ID", help="the place, by its id")
    parser.add_argument("--board", metavar="ID", help="of the duty; without it, of the whole")
    parser.add_argument("--ring", metavar="NUMBER", default="", help="a number to ring")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Invite them and print the letter; the code stands nowhere else."""
    try:
        open_installation()
        invitation, code, text = _invited(asked)
    except Refusal as refusal:
        return refused(refusal)
    told = {"record": asked.record, "invitation": invitation, "code": code}
    print(json.dumps(told, indent=1) if asked.json else text, end="\n" if asked.json else "")
    return 0


def _invited(asked: argparse.Namespace) -> tuple[str, str, str]:
    from django.conf import settings

    from withus.actions.inviting import Wanted, invite
    from withus.questions import inviting as ask
    from withus.saying.inviting.letters import Asked, body
    from withus.stores.inviting.invitations import Route

    at = now()
    known = ask.known(asked.record, asked.who, now=at)
    wanted = Wanted(
        route=Route.IN_PERSON,
        name=asked.who,
        person=known.person if known else None,
        place=asked.place,
        duty=Duty(asked.duty) if asked.duty else None,
        board=asked.board,
        phone=asked.ring,
    )
    invitation, code = invite(
        wanted, record=asked.record, by=None, now=at, letter=lambda _row, _code: ("", "")
    )
    offer = ask.invitation(asked.record, invitation, now=at)
    assert offer is not None
    letter = Asked(**offer.told(), address=f"{settings.WITHUS_PUBLIC_URL.rstrip('/')}/in/")
    return invitation, code, body(letter, code)
