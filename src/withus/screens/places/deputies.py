"""The deputies that a member chooses for their own place: choosing one, and ending one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_POST

from withus.actions import places as act
from withus.core.deciding.faults import NotARule
from withus.core.errors import Refusal
from withus.core.facts.joining import PlaceMade
from withus.core.rules.rights import Act
from withus.core.words import Capacity
from withus.questions import changing_places as ask
from withus.saying import words
from withus.screens.frame.allowed import faults, for_those_who_may, rendered
from withus.screens.frame.me import Me
from withus.screens.frame.typed import Typed
from withus.screens.places.about import about, wrong

for_those_in_a_place = for_those_who_may(Act.OWN_PLACE)


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_in_a_place
def mine(request: HttpRequest, here: Me, *, board: str) -> HttpResponse:
    """Show the deputies I have chosen, and a form; then whom I choose, to check; then choose."""
    found = ask.deputies_here(here.origin, board, person=here.person)
    typed, step = Typed.of(request.POST), request.POST.get("step", "")
    page = _page(found, typed)
    if request.method != "POST" or step == "change":
        return rendered(request, "places/deputies.html", page)
    wanted = _wanted(typed, found)
    if wanted is None:
        told = page | wrong(typed.faults)
        return rendered(request, "places/deputies.html", told, status=422)
    if step != "choose":
        context = page | _checked(wanted, found.mine[wanted.place])
        return rendered(request, "places/deputy_check.html", context)
    try:
        act.name_deputy(wanted, record=here.origin, by=here.person, now=now())
    except Refusal as refusal:
        return rendered(request, "places/deputies.html", page | faults(refusal), status=422)
    return redirect("places:deputies", here.origin, board)


@require_POST
@for_those_in_a_place
def end(request: HttpRequest, here: Me, *, board: str) -> HttpResponse:
    """Show which deputy of mine is to end, to check; then end them."""
    found = ask.deputies_here(here.origin, board, person=here.person)
    chosen = request.POST.get("deputy", "")
    one = next((each for each in found.deputies if each.id == chosen), None)
    if one is None:
        told = wrong([NotARule("deputy_missing", {"field": ""})])
        page = _page(found, Typed({})) | told
        return rendered(request, "places/deputies.html", page, status=422)
    if request.POST.get("step") != "end":
        context = about(found.here) | {"one": _line(one)}
        return rendered(request, "places/deputy_end.html", context)
    act.end_deputy(record=here.origin, deputy=one.id, by=here.person, now=now())
    return redirect("places:deputies", here.origin, board)


def _page(found: ask.Deputies, typed: Typed) -> dict[str, Any]:
    mine = list(found.mine.values())
    own = mine[0].capacity.value if len(mine) == 1 else ""
    return about(found.here) | {
        "deputies": [_line(one) for one in found.deputies],
        "places": [(made.place, _called(made)) for made in mine],
        "one": mine[0].place if len(mine) == 1 else "",
        "capacities": [(code.value, words.capacity(code)) for code in words.ORDER],
        "typed": {
            "name": typed.one("name"),
            "place": typed.one("place"),
            "capacity": typed.one("capacity") or own,
        },
        "today": words.day(localdate()),
    }


def _called(made: PlaceMade) -> str:
    return words.capacity(made.capacity)


def _line(one: ask.DeputyHere) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "capacity": words.capacity(one.capacity),
        "since": words.day(one.since),
        "counts": one.counts,
    }


def _wanted(typed: Typed, found: ask.Deputies) -> act.ToName | None:
    mine = list(found.mine)
    only = mine[0] if len(mine) == 1 else ""
    place = only or typed.chosen("place", mine, otherwise="place_missing")
    capacity = typed.chosen("capacity", list(Capacity), otherwise="capacity_missing")
    if not typed.one("name"):
        typed.wrong("deputy_without_name", "name")
    if typed.faults:
        return None
    return act.ToName(typed.one("name"), place, Capacity(capacity))


def _checked(wanted: act.ToName, made: PlaceMade) -> dict[str, Any]:
    return {
        "who": wanted.name,
        "sent": [
            ("name", wanted.name),
            ("place", wanted.place),
            ("capacity", wanted.capacity.value),
        ],
        "comes_as": words.capacity(wanted.capacity),
        "counts": wanted.capacity is made.capacity,
        "place": _called(made),
    }
