"""Running a meeting: it is opened and closed, people are typed in and out, turns are counted."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from withus.actions import going_on, in_the_room
from withus.actions.going_on import Turn
from withus.actions.in_the_room import AtMeeting, Comes
from withus.core.errors import Refusal
from withus.core.meeting.standing import in_person, were_here
from withus.core.rules.rights import Act
from withus.core.rules.situation import NotAllowed
from withus.core.words import Way
from withus.questions import in_the_room as ask
from withus.questions.in_the_room import RoomHere
from withus.saying import words
from withus.saying.language import _
from withus.saying.meeting import room as saying
from withus.screens.frame.allowed import faults, rendered
from withus.screens.frame.me import Me
from withus.screens.frame.typed import Typed
from withus.screens.meeting.room import shown
from withus.screens.meeting.room.chair import called
from withus.screens.meeting.room.gate import about, at, check_role, for_those_in_it
from withus.stores.meeting.live import Turned

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])
LEAVES = "leaves"


@READ_OR_SENT
@for_those_in_it
def type_for(request: HttpRequest, me: Me, found: RoomHere) -> HttpResponse:
    """Show a form to enter that somebody came or left, and enter it for them."""
    check_role(Act.TYPE_FOR_OTHERS, found)
    typed = Typed.of(request.POST)
    context = about(found) | {
        "people": _people(found),
        "ways": _ways(),
        "typed": {"who": typed.one("who"), "way": typed.one("way")},
    }
    if request.method != "POST":
        return rendered(request, "meeting/room_type.html", context)
    try:
        _type(at(me, found), typed)
    except Refusal as refusal:
        return rendered(request, "meeting/room_type.html", context | faults(refusal), status=422)
    return redirect("in_the_room:here", found.origin, found.id)


def _type(where: AtMeeting, typed: Typed) -> None:
    holding, _space, deputy = typed.one("who").partition(" ")
    way = typed.one("way")
    if not holding:
        raise NotAllowed("nobody_chosen")
    if way == LEAVES:
        in_the_room.type_leave(where, holding)
    elif way in set(Way):
        in_the_room.type_come(where, Comes(holding, Way(way), deputy or None))
    else:
        raise NotAllowed("no_way_chosen")


def _ways() -> list[tuple[str, str]]:
    return [
        (Way.ROOM.value, _("They are in the room")),
        (Way.PHONE.value, _("They are there by phone")),
        (Way.LINK.value, _("They are there by video link")),
        (LEAVES, _("They leave")),
    ]


def _people(found: RoomHere) -> list[tuple[str, str]]:
    """Tell whom something may be entered for: not oneself; and the deputies they chose."""
    others = [one for one in shown.in_order(found.places) if one.holding and one not in found.own]
    known = ask.words_in(found, others, items=False)
    told = [("", _("Choose"))]
    for one in others:
        capacity = words.capacity(one.place.made.fact.capacity)
        name = known.names.get(one.holding, "") or capacity
        told.append((one.holding, f"{name} ({capacity})"))
        told += [
            (
                f"{one.holding} {each.deputy}",
                _("%(deputy)s, deputy of %(name)s")
                % {
                    "deputy": each.name,
                    "name": name,
                },
            )
            for each in known.deputies
            if each.holding == one.holding
        ]
    return told


@READ_OR_SENT
@for_those_in_it
def begin(request: HttpRequest, me: Me, found: RoomHere) -> HttpResponse:
    """Show who could chair, of those who are here; open the meeting."""
    check_role(Act.OPEN_MEETING, found)
    names = ask.words_in(found, items=False).names
    there = [one for one in shown.in_order(found.places) if in_person(found.meeting, one.holding)]
    lines = [shown.line(found, one, names) for one in there]
    usual = [each["holding"] for each in lines if each["chair"]]
    chosen = request.POST.getlist("chairs") if request.method == "POST" else usual
    context = about(found) | {
        "choices": [(each["holding"], called(each)) for each in lines],
        "chosen": chosen,
        "absent": bool(lines) and not usual,
        "stands": saying.how_it_stands(found.stage, found.when.starts, found.when.ends),
    }
    if request.method != "POST":
        return rendered(request, "meeting/room_begin.html", context)
    try:
        in_the_room.begin(at(me, found), chosen)
    except Refusal as refusal:
        return rendered(request, "meeting/room_begin.html", context | faults(refusal), status=422)
    return redirect("in_the_room:here", found.origin, found.id)


@READ_OR_SENT
@for_those_in_it
def end(request: HttpRequest, me: Me, found: RoomHere) -> HttpResponse:
    """Show what is entered at the close, and close the meeting."""
    found.check(Act.RUN_MEETING)
    context = about(found) | _at_the_end(found)
    if request.method != "POST":
        return rendered(request, "meeting/room_end.html", context)
    try:
        in_the_room.end(at(me, found))
    except Refusal as refusal:
        return rendered(request, "meeting/room_end.html", context | faults(refusal), status=422)
    return redirect("in_the_room:here", found.origin, found.id)


def _at_the_end(found: RoomHere) -> dict[str, Any]:
    were, known = were_here(found.meeting), ask.turns_in(found)
    took = sum(1 for each in known.values() if each.spoken or each.signed)
    noted = found.meeting.company
    return {
        "were": len(were),
        "turns": saying.turns(took, len(were)) if found.live.turns else "",
        "pauses": saying.pauses(len(found.meeting.pauses)),
        "company": noted.fact if noted else None,
    }


@READ_OR_SENT
@for_those_in_it
def turns(request: HttpRequest, me: Me, found: RoomHere) -> HttpResponse:
    """Show everybody in the room, with a button for a turn spoken and one for a turn signed."""
    found.check(Act.KEEP_MEETING)
    if request.method != "POST":
        return rendered(request, "meeting/room_turns.html", _counted(request, found))
    typed = Typed.of(request.POST)
    address = reverse("in_the_room:turns", args=[found.origin, found.id])
    try:
        if kept := typed.one("kept"):
            going_on.keep_turns(at(me, found), kept=kept == "yes")
            return redirect(address)
        signed, holding, back = _turn(typed)
        going_on.count_turn(at(me, found), Turn(holding, signed, by=-1 if back else 1))
    except Refusal as refusal:
        context = _counted(request, found) | faults(refusal)
        return rendered(request, "meeting/room_turns.html", context, status=422)
    last = "" if back else f"?last={'signed' if signed else 'spoken'}.{holding}"
    return redirect(f"{address}{last}")


def _turn(typed: Typed) -> tuple[bool, str, bool]:
    """Return whether it was signed, whose turn it was, and whether it is taken back."""
    told = typed.one("back") or typed.one("turn")
    kind, _dot, holding = told.partition(".")
    if kind not in ("spoken", "signed") or not holding:
        raise NotAllowed("nobody_chosen")
    return kind == "signed", holding, bool(typed.one("back"))


def _counted(request: HttpRequest, found: RoomHere) -> dict[str, Any]:
    names, known = ask.words_in(found, items=False).names, ask.turns_in(found)
    lines = []
    for one in shown.in_order(found.places):
        if one.here:
            so_far = known.get(one.holding, Turned())
            lines.append(shown.line(found, one, names) | {"counted": so_far})
    took = sum(1 for each in lines if each["counted"].spoken or each["counted"].signed)
    last = request.GET.get("last", "").partition(".")
    back = next((each["who"] for each in lines if each["holding"] == last[2]), "")
    return about(found) | {
        "lines": lines,
        "kept": found.live.turns,
        "sentence": saying.turns(took, len(lines)) if lines else "",
        "back": f"{last[0]}.{last[2]}" if back else "",
        "last": back,
        "last_signed": last[0] == "signed",
    }
