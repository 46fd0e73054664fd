"""Taking the chair of a meeting under way: from nobody, or from whoever hands it on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from withus.actions import in_the_room
from withus.core.errors import Refusal
from withus.core.meeting.standing import in_person
from withus.core.rules.rights import Act, Role
from withus.core.rules.situation import NotAllowed
from withus.questions import in_the_room as ask
from withus.questions.in_the_room import RoomHere
from withus.screens.frame.allowed import faults, not_theirs, rendered
from withus.screens.frame.me import Me
from withus.screens.meeting.room import shown
from withus.screens.meeting.room.gate import about, at, for_those_in_it

CHAIRS = NotAllowed("not_yours_to_do", {"act": Act.RUN_MEETING, "needs": Role.CHAIR})


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_in_it
def chair(request: HttpRequest, me: Me, found: RoomHere) -> HttpResponse:
    """Show who is here and could chair, and say who does from now on."""
    if not found.may_chair:
        return not_theirs(request, CHAIRS)
    chosen = request.POST.getlist("chairs")
    context = about(found) | {"choices": choices(found), "chosen": chosen, "nobody": found.no_chair}
    if request.method != "POST":
        return rendered(request, "meeting/room_chair.html", context)
    try:
        in_the_room.take_chair(at(me, found), chosen)
    except Refusal as refusal:
        return rendered(request, "meeting/room_chair.html", context | faults(refusal), status=422)
    return redirect("in_the_room:here", found.origin, found.id)


def choices(found: RoomHere) -> list[tuple[str, str]]:
    """Tell who is in the room themselves, and could chair."""
    names = ask.words_in(found, items=False).names
    here = [one for one in shown.in_order(found.places) if in_person(found.meeting, one.holding)]
    return [(one.holding, called(shown.line(found, one, names))) for one in here]


def called(line: dict[str, Any]) -> str:
    """Tell somebody in the room, with their capacity."""
    return f"{line['who']} ({line['capacity']})" if line["capacity"] else str(line["who"])
