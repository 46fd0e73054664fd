"""What stands open on the home of a partnership: to anybody, and to whoever is in it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from withus.core.rules.rights import Act, may
from withus.core.words import AFFECTED
from withus.questions.joining import BoardLine
from withus.saying.joining import board as saying
from withus.saying.language import _
from withus.screens.frame.me import Me


def room(one: BoardLine) -> dict[str, Any]:
    """Tell the places of a board for the people it is about that nobody holds."""
    tallies = one.count.by_capacity
    vacant = {code: each.vacant for code, each in tallies.items() if code in AFFECTED}
    return {"id": one.id, "name": one.name, "vacant": saying.waiting(vacant)}


def yours(here: Me, *, practice: bool = False) -> list[tuple[str, str]]:
    """Tell whoever is in a partnership where to go, by what their duties let them do."""
    duties = here.duties()
    ways = {
        "mine:here": (_("My page"), True),
        "inviting:people": (_("People and places"), may(Act.SEE_PEOPLE, duties)),
        "inviting:invitations": (_("Invitations"), may(Act.INVITE, duties)),
        "pack:index": (_("The officer’s pack"), may(Act.PRINT_PACK, duties)),
        "practising:about": (
            _("Go live, or throw it away"),
            practice and may(Act.END_PRACTICE, duties),
        ),
        "looking:begin": (_("See it as a member sees it"), may(Act.LOOK_AS_MEMBER, duties)),
    }
    return [
        (reverse(name, args=[here.origin]), said) for name, (said, open_) in ways.items() if open_
    ]
