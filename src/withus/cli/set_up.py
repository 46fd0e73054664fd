"""`withus set-up WHO`: let the host's first officer set a partnership up on screens."""

from __future__ import annotations

import argparse
import json
from typing import Any

from withus.cli.installation import now, open_installation, refused
from withus.core.errors import Refusal


def add_to(commands: Any) -> None:
    """Add this command to the others."""
    parser = commands.add_parser(
        "set-up",
        help="let somebody set a partnership up, and print their letter",
        description="Makes a code that works once, for 28 days, and prints the letter to hand "
        "over. Whoever types it sets a partnership up on screens, and is the host's officer in "
        "it. It begins as a practice run.",
    )
    parser.add_argument("who", metavar="WHO", help="the name they go by")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Print the letter; the code stands nowhere else."""
    try:
        open_installation()
        code, text = _let_start(asked.who.strip())
    except Refusal as refusal:
        return refused(refusal)
    told = {"who": asked.who, "code": code}
    print(json.dumps(told, indent=1) if asked.json else text, end="\n" if asked.json else "")
    return 0


def _let_start(who: str) -> tuple[str, str]:
    from django.conf import settings
    from django.urls import reverse

    from withus.actions.setting_up import let_start
    from withus.saying.setting_up.letters import letter

    code = let_start(who, now=now())
    address = settings.WITHUS_PUBLIC_URL.rstrip("/") + reverse("setting_up:start")
    return code, letter(who, address=address, code=code)
