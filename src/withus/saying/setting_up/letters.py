"""The letter with which whoever runs this place lets somebody set a partnership up."""

from __future__ import annotations

import textwrap

from withus.saying.language import _

WIDTH = 72


def letter(name: str, *, address: str, code: str) -> str:
    """Tell the letter as plain text."""
    parts = [
        _("Dear %(name)s,") % {"name": name},
        _("You can set up a partnership: a board, its members and its rules."),
        _("Open this page: %(address)s") % {"address": address},
        _("There, type this code: %(code)s") % {"code": code},
        _("The code works once, for 28 days. Keep it to yourself."),
        _(
            "Have the list of members at hand. It takes about an hour and a half, and is saved "
            "at every step. It begins as a practice run: nothing in it is public."
        ),
        _("You will be the host’s officer: whoever says who has which duty."),
    ]
    return "\n\n".join(textwrap.fill(part, WIDTH, break_on_hyphens=False) for part in parts) + "\n"
