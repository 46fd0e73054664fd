"""Typing for a member: whom they chose as their deputy, and that they reported back."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods

from withus.actions import places as act
from withus.core.errors import Refusal
from withus.core.facts.joining import MandateReported
from withus.core.rules.rights import Act
from withus.core.rules.situation import NotAllowed
from withus.core.words import Capacity, ReportRoute
from withus.questions import changing_places as ask
from withus.saying import words
from withus.saying.deciding.forms import choose
from withus.saying.joining.terms import term
from withus.saying.mine import duties
from withus.screens.frame.allowed import faults, for_those_who_may, rendered
from withus.screens.frame.me import Me
from withus.screens.places.about import about

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])
for_those_who_type = for_those_who_may(Act.TYPE_FOR_OTHERS)
LONGEST = 2_000


@READ_OR_SENT
@for_those_who_type
def deputy(request: HttpRequest, here: Me, *, board: str) -> HttpResponse:
    """Show a form for whom a member chose as their deputy, and enter it for them."""
    found = ask.places_here(here.origin, board, on=localdate())
    people = [_member(one) for one in ask.all_by_name(found)]
    typed = {name: request.POST.get(name, "").strip() for name in ("who", "name", "capacity")}
    context = about(found.here) | {
        "people": [("", choose()), *people],
        "capacities": [(code.value, words.capacity(code)) for code in words.ORDER],
        "typed": typed,
    }
    if request.method != "POST":
        return rendered(request, "places/deputy_type.html", context)
    try:
        if typed["who"] not in dict(people):
            raise NotAllowed("nobody_typed_for")
        if typed["capacity"] not in set(Capacity):
            raise NotAllowed("no_capacity_chosen")
        wanted = act.ToName(typed["name"], typed["who"], Capacity(typed["capacity"]))
        act.type_deputy(wanted, record=here.origin, by=here.person, now=now())
    except Refusal as refusal:
        return rendered(request, "places/deputy_type.html", context | faults(refusal), status=422)
    return redirect("places:every", here.origin, board)


def _member(one: ask.PlaceHere) -> tuple[str, str]:
    made = one.made.fact
    return made.place, f"{one.name} ({words.capacity(made.capacity)})"


@READ_OR_SENT
@for_those_who_type
def report(request: HttpRequest, here: Me, *, board: str, place: str) -> HttpResponse:
    """Show a form for how a member told those who chose them, and enter it for them."""
    found = ask.places_here(here.origin, board, on=localdate())
    one = found.place(place)
    if one is None or one.mandate is None:
        raise Http404
    one = ask.by_name(found, one)
    routes = request.POST.getlist("routes")
    told = "\n".join(request.POST.get("report", "").strip()[:LONGEST].splitlines())
    missing = [duties.missing(each) for each in ask.unguarded(found.here, on=localdate())]
    context: dict[str, Any] = about(found.here) | {
        "place": place,
        "who": one.name,
        "ways": [(code.value, term(code)) for code in ReportRoute],
        "typed": {"routes": routes, "report": told},
        "missing": missing,
    }
    if request.method != "POST":
        return rendered(request, "places/mandate_report.html", context)
    try:
        if not routes or not set(routes) <= set(ReportRoute):
            raise NotAllowed("no_route_told")
        if not told:
            raise Refusal("nothing_written")
        assert one.mandate is not None
        fact = MandateReported(
            mandate=one.mandate.granted.fact.mandate,
            routes=frozenset(map(ReportRoute, routes)),
            report=told,
        )
        act.type_report(fact, place=place, record=here.origin, by=here.person, now=now())
    except Refusal as refusal:
        wrong = context | faults(refusal, box="report")
        return rendered(request, "places/mandate_report.html", wrong, status=422)
    return redirect("places:mandates", here.origin, board)
