"""Mandates of a board, for those who set it up: a list, typing one in by hand, and ending one."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import places as act
from withus.core.errors import Refusal
from withus.core.rules.rights import Act, may
from withus.core.words import Ended
from withus.questions import changing_places as ask
from withus.saying import words
from withus.saying.deciding.forms import choose
from withus.saying.joining import forms
from withus.saying.joining.terms import term
from withus.saying.mine import duties as duties_said
from withus.screens.frame.allowed import faults, for_those_who_may, rendered
from withus.screens.frame.me import Me
from withus.screens.frame.public import page_wanted
from withus.screens.frame.typed import Typed
from withus.screens.places.about import about, wrong
from withus.screens.places.form import read_mandate

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])
for_those_who_set_up = for_those_who_may(Act.SET_UP)
NAMES = ("constituency", "method", "roll", "voted", "from", "until", "report", "recall")


@require_safe
@for_those_who_set_up
def every(request: HttpRequest, here: Me, *, board: str) -> HttpResponse:
    """Show who on a board has a mandate, and who has none."""
    page = page_wanted(request) or 1
    found = ask.places_here(here.origin, board, on=localdate(), page=page, held=True)
    context = about(found.here) | {
        "types": may(Act.TYPE_FOR_OTHERS, here.duties(board)),
        "with_one": [_line(one) for one in found.places if one.mandate],
        "without": [_line(one) for one in found.places if not one.mandate],
        "page": found.page,
    }
    return rendered(request, "places/mandates.html", context)


def _line(one: ask.PlaceHere) -> dict[str, Any]:
    made = one.made.fact
    granted = one.mandate.granted.fact if one.mandate else None
    return {
        "place": made.place,
        "code": made.capacity.value,
        "capacity": words.capacity(made.capacity),
        "name": one.name,
        "kind": term(made.kind),
        "rows": forms.mandate(granted) if granted else [],
        "reports": len(one.mandate.reports) if one.mandate else 0,
    }


@READ_OR_SENT
@for_those_who_set_up
def add(request: HttpRequest, here: Me, *, board: str, place: str) -> HttpResponse:
    """Show the form for a mandate; then what will be entered, to check; then enter it."""
    found, one = _held(here, board, place, mandated=False)
    typed, step = Typed.of(request.POST), request.POST.get("step", "")
    missing = ask.unguarded(found.here, on=localdate())
    context = about(found.here) | {
        "one": _line(one),
        "methods": list(forms.chosen_ways().items()),
        "reports": [("", choose()), *forms.reports().items()],
        "typed": {name.replace("from", "since"): typed.one(name) for name in NAMES},
        "missing": [duties_said.missing(each) for each in missing],
    }
    if request.method != "POST" or step == "change" or missing:
        status = 422 if request.method == "POST" and missing else 200
        return rendered(request, "places/mandate.html", context, status=status)
    assert one.held is not None
    wanted = read_mandate(typed, one.held.taken.fact.holding)
    if wanted is None:
        told = context | wrong(typed.in_order(NAMES))
        return rendered(request, "places/mandate.html", told, status=422)
    if step != "enter":
        sent = [(name, typed.one(name)) for name in NAMES]
        context |= {"rows": forms.mandate(wanted), "said": wanted.constituency, "sent": sent}
        return rendered(request, "places/mandate_check.html", context)
    try:
        act.grant_mandate(wanted, record=here.origin, by=here.person, now=now())
    except Refusal as refusal:
        return rendered(request, "places/mandate.html", context | faults(refusal), status=422)
    return redirect("places:mandates", here.origin, board)


@READ_OR_SENT
@for_those_who_set_up
def end(request: HttpRequest, here: Me, *, board: str, place: str) -> HttpResponse:
    """Say what the end of a mandate does, and enter how it came to it."""
    found, one = _held(here, board, place, mandated=True)
    typed = Typed.of(request.POST)
    context = about(found.here) | {
        "one": _line(one),
        "endings": [(code.value, term(code)) for code in Ended],
        "how": typed.one("how"),
    }
    if request.method == "POST":
        how = typed.chosen("how", list(Ended), otherwise="ending_missing")
        if typed.faults:
            told = context | wrong(typed.faults)
            return rendered(request, "places/mandate_end.html", told, status=422)
        _end(here, one, Ended(how))
        return redirect("places:mandates", here.origin, board)
    return rendered(request, "places/mandate_end.html", context)


def _end(here: Me, one: ask.PlaceHere, how: Ended) -> None:
    assert one.mandate is not None
    mandate = one.mandate.granted.fact.mandate
    act.end_mandate(record=here.origin, mandate=mandate, how=how, by=here.person, now=now())


def _held(
    here: Me, board: str, place: str, *, mandated: bool
) -> tuple[ask.PlacesHere, ask.PlaceHere]:
    """Return a place that somebody holds, with or without a mandate; of others there is no page."""
    found = ask.places_here(here.origin, board, on=localdate())
    one = found.place(place)
    if one is None or one.held is None or (one.mandate is not None) is not mandated:
        raise Http404
    return found, ask.by_name(found, one)
