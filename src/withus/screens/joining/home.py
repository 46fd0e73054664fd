"""What stands open on the home of a partnership: to anybody, and to whoever is in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from withus.core.rules.rights import Act, may
from withus.core.words import AFFECTED
from withus.questions.joining import BoardLine, BoardSeen
from withus.questions.open_now import Coming
from withus.saying.joining import board as saying
from withus.saying.language import _
from withus.saying.meeting import calling
from withus.screens.frame.me import Me


def room(one: BoardLine) -> dict[str, Any]:
    """Tell the places of a board for the people it is about that nobody holds."""
    tallies = one.count.by_capacity
    vacant = {code: each.vacant for code, each in tallies.items() if code in AFFECTED}
    return {"id": one.id, "name": one.name, "vacant": saying.waiting(vacant)}


def meeting(one: Coming) -> dict[str, Any]:
    """Tell a meeting to come, as anybody may see it."""
    return {
        "id": one.meeting,
        "board": one.board,
        "when": calling.time(one.starts, one.ends),
        "now": calling.stage(one.stage, past=False),
    }


Ways = Mapping[str, tuple[str, bool]]  # by the name of a page: what it is, and whether it opens


def yours(here: Me, *, practice: bool = False) -> list[tuple[str, str]]:
    """Tell whoever is in a partnership where to go, by what their duties let them do."""
    duties = here.duties()
    ways: Ways = {
        "mine:here": (_("My page"), True),
        "places:boards": (_("Boards to set up"), may(Act.SET_UP, duties)),
        "inviting:people": (_("People and places"), may(Act.SEE_PEOPLE, duties)),
        "inviting:invitations": (_("Invitations"), may(Act.INVITE, duties)),
        "pack:index": (_("The officer’s pack"), may(Act.PRINT_PACK, duties)),
        "practising:about": (
            _("Go live, or throw it away"),
            practice and may(Act.END_PRACTICE, duties),
        ),
        "looking:begin": (_("See it as a member sees it"), may(Act.LOOK_AS_MEMBER, duties)),
    }
    return opened(ways, here.origin)


def yours_on(here: Me, found: BoardSeen) -> list[tuple[str, str]]:
    """Tell whoever is in a partnership what they may do on a board, by duties and places there."""
    if found.closed:
        return []
    board = found.opened.fact.board
    roles = here.roles(board)
    sets_up = may(Act.SET_UP, roles)
    ways: Ways = {
        "deciding:rules": (
            _("Set its rules"),
            may(found.to_set_rules, roles),
        ),
        "meeting:call": (_("Call a meeting"), may(Act.CALL_MEETING, roles)),
        "places:every": (_("Make and end places"), sets_up),
        "places:mandates": (_("Mandates"), sets_up),
        "places:deputies": (_("Who may come in my place"), may(Act.OWN_PLACE, roles)),
    }
    return opened(ways, here.origin, board)


def opened(ways: Ways, *where: str) -> list[tuple[str, str]]:
    """Tell the addresses of the pages that open, with what each is."""
    return [(reverse(name, args=where), said) for name, (said, opens) in ways.items() if opens]
