"""The room of a meeting as everybody in it sees it: who is here, stop, and one's own coming."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.timezone import localdate, now
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from withus.actions import going_on, in_the_room
from withus.actions.in_the_room import AtMeeting, Comes, Interest
from withus.core.errors import Refusal
from withus.core.meeting.room import InPlace
from withus.core.rules.meeting import opens_from
from withus.core.rules.rights import Act, may
from withus.core.rules.situation import NotAllowed
from withus.core.words import MeetingStage, Way
from withus.questions import in_the_room as ask
from withus.questions.in_the_room import RoomHere
from withus.saying import words
from withus.saying.meeting import room as saying
from withus.saying.mine import duties
from withus.screens.frame.allowed import faults, rendered
from withus.screens.frame.me import Me
from withus.screens.frame.typed import Typed
from withus.screens.meeting.room import shown
from withus.screens.meeting.room.gate import (
    about,
    at,
    check_role,
    for_those_in_it,
    runs_our_script,
)

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])
PART = "now"  # what a page asks for again and again: no more than what may have changed
MOST_MINUTES = 4  # figures


@READ_OR_SENT
@for_those_in_it
def here(request: HttpRequest, me: Me, found: RoomHere) -> HttpResponse:
    """Show who is in the room, or only what may have changed; take in what somebody does there."""
    if request.method == "POST":
        return _does(request, me, found)
    if request.GET.get("part") == PART:
        return part(request, me, found)
    return _whole(request, found, page(found, me))


def _whole(
    request: HttpRequest, found: RoomHere, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    over = found.stage in (MeetingStage.CLOSED, MeetingStage.CANCELLED)
    show = rendered if over else runs_our_script(rendered)  # of what is over nothing changes
    return show(request, "meeting/room.html", context, status)


def part(request: HttpRequest, me: Me, found: RoomHere) -> HttpResponse:
    """Answer with what may have changed; where nothing has, with no words at all."""
    etag = mark(found, me)
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    told = ask.words_in(found, items=bool(found.live.item))
    context = {"room": shown.room(found, told), **about(found)}
    response = render(request, "meeting/_room.html", context)
    response["ETag"] = etag
    return response


def mark(found: RoomHere, me: Me) -> str:
    """Return what tells a page whether anything has changed for whoever looks at it."""
    deciding = ask.deciding_in(found, at=now())
    roll = deciding.answer.roll if deciding and deciding.answer else ()
    told = f"{found.mark(now())} {roll!r} {me.person} {get_language()}"
    return f'"{sha256(told.encode()).hexdigest()[:20]}"'


def page(found: RoomHere, me: Me) -> dict[str, Any]:
    """Tell the whole page: the room, one's own places, and what one may do."""
    runs = found.runs and found.stage is MeetingStage.OPEN
    told = ask.words_in(found, found.own, items=runs or bool(found.live.item))
    room = shown.room(found, told)
    return about(found) | {
        "room": room,
        "mark": mark(found, me),
        "stands": room["stands"],
        "own": [_own(found, one) for one in found.own],
        "deputies": [(f"{each.holding} {each.deputy}", each) for each in told.deputies],
        "may_come": now() >= opens_from(found.meeting),
        "opens_from": saying.clock(opens_from(found.meeting)),
        "may_stop": may(Act.PAUSE_ITEM, found.roles),
        "may_open": may(Act.OPEN_MEETING, found.roles),
        "types": found.types,
        "lists": found.keeps,
        "runs": found.runs,
        "may_chair": found.may_chair,
        "no_chair": found.no_chair,
        "items": list(told.titles.items()) if runs else [],
        "live": found.live,
        "company": found.meeting.company.fact if found.meeting.company else None,
    }


def _own(found: RoomHere, one: InPlace) -> dict[str, Any]:
    came = one.noted[-1].fact if one.here else None
    return {
        "holding": one.holding,
        "capacity": words.capacity(one.place.made.fact.capacity),
        "here": one.here,
        "way": came.way.value if came else "",
        "deputy": bool(came and came.deputy),
        "stands": saying.presence(one, found.stage),
    }


def _does(request: HttpRequest, me: Me, found: RoomHere) -> HttpResponse:
    does = DOES.get(request.POST.get("do", ""))
    try:
        if does is None:
            raise Refusal("not_chosen")
        does(at(me, found), Typed.of(request.POST))
    except Refusal as refusal:
        context = page(found, me) | faults(refusal)
        return _whole(request, found, context, status=422)
    return redirect("in_the_room:here", found.origin, found.id)


def _come(where: AtMeeting, typed: Typed) -> None:
    holding, _, deputy = (typed.one("who") or typed.one("holding")).partition(" ")
    way = typed.one("way")
    if way not in set(Way):
        raise NotAllowed("no_way_chosen")
    in_the_room.come(where, Comes(holding, Way(way), deputy or None))


def _leave(where: AtMeeting, typed: Typed) -> None:
    in_the_room.leave(where, typed.one("holding"))


def _stop(where: AtMeeting, typed: Typed) -> None:
    going_on.stop(where)


def _go_on(where: AtMeeting, typed: Typed) -> None:
    going_on.go_on(where)


def _break(where: AtMeeting, typed: Typed) -> None:
    going_on.take_a_break(where, minutes=figure(typed.one("minutes")) or 0)


def _talk(where: AtMeeting, typed: Typed) -> None:
    going_on.talk_about(where, typed.one("item"))


def _company(where: AtMeeting, typed: Typed) -> None:
    supporters, interpreters = (figure(typed.one(name)) for name in ("supporters", "interpreters"))
    if supporters is None or interpreters is None:
        raise NotAllowed("not_a_count")
    in_the_room.note_company(where, supporters=supporters, interpreters=interpreters)


DOES = {
    "come": _come,
    "leave": _leave,
    "stop": _stop,
    "go_on": _go_on,
    "break": _break,
    "talk": _talk,
    "company": _company,
}


def figure(typed: str) -> int | None:
    """Return a number somebody typed in figures; nothing else."""
    fine = typed.isascii() and typed.isdecimal() and len(typed) < MOST_MINUTES
    return int(typed) if fine else None


@READ_OR_SENT
@for_those_in_it
def interest(request: HttpRequest, me: Me, found: RoomHere, *, item: str) -> HttpResponse:
    """Show the form for an interest in an item, and take it in."""
    titles = ask.words_in(found).titles
    if item not in titles:
        raise Http404
    check_role(Act.OWN_PLACE, found)
    typed = Typed.of(request.POST)
    context = about(found) | {
        "item": item,
        "title": titles[item],
        "places": [
            (one.holding, words.capacity(one.place.made.fact.capacity)) for one in found.own
        ],
        "missing": [duties.missing(each) for each in ask.unguarded(found, on=localdate())],
        "typed": {name: typed.one(name) for name in ("holding", "recused", "what")},
    }
    if request.method != "POST":
        return rendered(request, "meeting/room_interest.html", context)
    try:
        in_the_room.declare(at(me, found), _interest(typed, item, found))
    except Refusal as refusal:
        context |= faults(refusal)
        return rendered(request, "meeting/room_interest.html", context, status=422)
    return redirect("in_the_room:here", found.origin, found.id)


def _called(one: InPlace) -> tuple[str, str]:
    return one.holding, words.capacity(one.place.made.fact.capacity)


def _interest(typed: Typed, item: str, found: RoomHere) -> Interest:
    holding = found.own[0].holding if len(found.own) == 1 else typed.one("holding")
    if typed.one("recused") not in ("yes", "no"):
        raise NotAllowed("not_said_whether")
    return Interest(item, holding, typed.one("recused") == "yes", typed.one("what"))
