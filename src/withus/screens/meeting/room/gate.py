"""Who is let into the pages of a meeting’s room, and what those pages have in common."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate, now

from withus.actions.in_the_room import AtMeeting
from withus.core.rules.rights import Act, check_may
from withus.core.rules.situation import NotAllowed
from withus.core.words import MeetingStage
from withus.questions.finding import NotHere
from withus.questions.in_the_room import RoomHere, room_here
from withus.saying import words
from withus.saying.meeting.happened import HERE
from withus.screens.frame.allowed import not_theirs
from withus.screens.frame.me import Me, signed_in, who_is_here
from withus.stores.record.read import NoSuchRecord

Open = Callable[..., HttpResponse]
runs_our_script = cast(
    Callable[[Open], Open], csp_update({"script-src": [SELF], "connect-src": [SELF]})
)


def for_those_in_it(view: Open) -> Open:
    """Let in whoever belongs to the board of a meeting, or runs it, with the meeting as it is."""

    @wraps(view)
    def only(request: HttpRequest, *, origin: str, meeting: str, **named: Any) -> HttpResponse:
        here = who_is_here(request, origin)
        try:
            found = room_here(
                origin, meeting, person=here.person, on=localdate(), looking=here.looking
            )
            return view(request, here, found, **named)
        except (NotHere, NoSuchRecord) as nothing:
            raise Http404 from nothing
        except NotAllowed as refusal:
            return not_theirs(request, refusal)

    return signed_in(only)


def at(here: Me, found: RoomHere) -> AtMeeting:
    """Return who acts, at which meeting, and when."""
    return AtMeeting(here.origin, found.id, here.person, now())


def check_role(act: Act, found: RoomHere) -> None:
    """Refuse whoever has no right to something at this meeting. Errors: as `check_may`."""
    check_may(act, found.roles)


def about(found: RoomHere) -> dict[str, Any]:
    """Tell what every page of a room tells."""
    opened, whole = found.board.opened, found.partnership.opened
    assert opened is not None
    assert whole is not None
    return {
        "origin": found.origin,
        "meeting": found.id,
        "board": found.board_id,
        "partnership": whole.fact.name,
        "name": opened.fact.name,
        "day": words.day(found.when.starts.astimezone(HERE).date()),
        "called": found.stage is MeetingStage.CALLED,
        "open": found.stage is MeetingStage.OPEN,
        "over": found.stage in (MeetingStage.CLOSED, MeetingStage.CANCELLED),
    }
