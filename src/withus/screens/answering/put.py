"""Putting a point: from one's own place; typed for somebody; and what a group agreed on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from withus.actions import answering as act
from withus.actions import typing_points as typing
from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.core.words import Capacity, PointWay, ToldRoute
from withus.questions import contributing as ask
from withus.saying.answering import points as saying
from withus.screens.answering.here import of_a_work
from withus.screens.answering.sent import file_of, form, shown_as, typed
from withus.screens.frame.allowed import faults, not_theirs, rendered
from withus.screens.framing.here import AtWork
from withus.stores.answering.reach import Route

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_SENT
@of_a_work(Act.OWN_PLACE)
def put(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show the form for a point of one's own; put it."""
    if not at.holdings:
        return not_theirs(request, Refusal("not_in_a_place"))
    told = typed(request) if request.method == "POST" else {"shown_as": "role"}
    context = form(at, told)
    if request.method != "POST":
        return rendered(request, "answering/put.html", context)
    try:
        wanted = act.ToPut(
            work=at.found.id,
            words=told["words"],
            shown_as=shown_as(told),
            holding=at.holdings[0],
            file=file_of(request),
        )
        point = act.put(wanted, by=at.by)
    except Refusal as refusal:
        again = context | faults(refusal, box="words")
        return rendered(request, "answering/put.html", again, status=422)
    return redirect("answering:point", at.found.origin, at.found.id, point)


@READ_OR_SENT
@of_a_work(Act.TYPE_FOR_OTHERS)
def type_for(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show the form for a point that somebody told; type it for them."""
    told = typed(request) if request.method == "POST" else {"shown_as": "counted", "way": "phone"}
    context = form(at, told, **_choices(at))
    if request.method != "POST":
        return rendered(request, "answering/type.html", context)
    try:
        whom = told["person"] if told["person"] in dict(context["people"]) else ""
        point = typing.type_point(_for_somebody(request, at, told, whom), by=at.by)
    except Refusal as refusal:
        again = context | faults(refusal, box="words")
        return rendered(request, "answering/type.html", again, status=422)
    return redirect("answering:codes", at.found.origin, at.found.id, point)


@READ_OR_SENT
@of_a_work(Act.TYPE_FOR_OTHERS)
def group(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show the form for what a group agreed on; enter it, and make a slip for each of them."""
    told = typed(request) if request.method == "POST" else {}
    context = form(at, told, **_choices(at))
    if request.method != "POST":
        return rendered(request, "answering/group.html", context)
    try:
        told |= {"shown_as": "counted", "way": PointWay.GROUP.value}
        point = typing.type_group(_for_somebody(request, at, told, ""), by=at.by)
    except Refusal as refusal:
        again = context | faults(refusal, box="words")
        return rendered(request, "answering/group.html", again, status=422)
    return redirect("answering:codes", at.found.origin, at.found.id, point)


def _choices(at: AtWork) -> dict[str, Any]:
    return {
        "people": ask.members(at.found),
        "ways": saying.ways(),
        "capacities": saying.capacities(),
        "routes": saying.routes(),
    }


def _for_somebody(
    request: HttpRequest, at: AtWork, told: dict[str, str], whom: str
) -> typing.ForSomebody:
    capacity = told["capacity"]
    way = told["way"]
    if way not in set(PointWay):
        raise Refusal("no_way_known")
    wanted = act.ToPut(
        work=at.found.id,
        words=told["words"],
        shown_as=shown_as(told),
        said_capacity=Capacity(capacity) if capacity in set(Capacity) else None,
        way=PointWay(way),
        group_of=int(told["group_of"]) if told["group_of"].isdecimal() else _one(way),
        file=file_of(request),
    )
    return typing.ForSomebody(
        wanted=wanted, person=whom or None, name=told["name"], route=_route(told)
    )


def _one(way: str) -> int:
    return 0 if way == PointWay.GROUP else 1


def _route(told: dict[str, str]) -> Route | None:
    if told["route"] not in set(ToldRoute):
        return None
    route = ToldRoute(told["route"])
    if route is not ToldRoute.SCREEN and not told["where"]:
        raise Refusal("nowhere_to_tell")
    return Route(route, told["where"] if route is not ToldRoute.SCREEN else "")
