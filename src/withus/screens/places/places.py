"""The places of a board, for those who set it up: a list, making some, and ending one."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import places as act
from withus.core.deciding.possible import unmeetable
from withus.core.deciding.voting import with_a_vote
from withus.core.deciding.who import Place
from withus.core.errors import Refusal
from withus.core.facts.joining import PlaceMade
from withus.core.rules.rights import Act, may
from withus.core.words import ChosenBy, PaidBy, PlaceKind
from withus.questions import changing_places as ask
from withus.questions.changing_rules import meaning_of, rules_set
from withus.saying import words
from withus.saying.deciding.mirror import reflected
from withus.saying.deciding.rules import sentence
from withus.saying.joining import board as saying
from withus.saying.joining import forms
from withus.saying.joining.terms import term
from withus.screens.frame.allowed import faults, for_those_who_may, rendered
from withus.screens.frame.me import Me
from withus.screens.frame.public import page_wanted
from withus.screens.frame.typed import Typed
from withus.screens.places.about import about, wrong
from withus.screens.places.form import read_place

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])
for_those_who_set_up = for_those_who_may(Act.SET_UP)


@require_safe
@for_those_who_set_up
def every(request: HttpRequest, here: Me, *, board: str) -> HttpResponse:
    """Show the places of a board in being."""
    page = page_wanted(request) or 1
    found = ask.places_here(here.origin, board, on=localdate(), page=page)
    context = about(found.here) | {
        "types": may(Act.TYPE_FOR_OTHERS, here.duties(board)),
        "places": [_line(one) for one in found.places],
        "page": found.page,
        "open": found.here.state.closed is None,
        "stands": "" if found.here.practice else ask.where_it_stands(found.here),
    }
    return rendered(request, "places/every.html", context)


def _line(one: ask.PlaceHere) -> dict[str, Any]:
    made = one.made.fact
    return {
        "place": made.place,
        "code": made.capacity.value,
        "capacity": words.capacity(made.capacity),
        "chair": made.chair,
        "held": one.held is not None,
        "name": one.name,
        "since": words.day(one.held.taken.day if one.held else one.made.day),
        "kind": term(made.kind),
        "chosen": term(made.chosen_by),
        "paid": term(made.paid_by),
        "marks": ", ".join(sorted(made.tags)),
        "vote": saying.vote(made.vote_from, made.vote_until),
        "until": saying.term_until(made.term_until),
        "mandate": one.mandate is not None,
    }


@READ_OR_SENT
@for_those_who_set_up
def add(request: HttpRequest, here: Me, *, board: str) -> HttpResponse:
    """Show the form for places; then what will be made, and what the rules mean then; make them."""
    found = ask.places_here(here.origin, board, on=localdate())
    typed, step = Typed.of(request.POST), request.POST.get("step", "")
    context = about(found.here) | _choices(found, typed)
    if request.method != "POST" or step == "change":
        return rendered(request, "places/add.html", context)
    read = read_place(typed, board)
    if read is None:
        told = context | wrong(typed.in_order(NAMES))
        return rendered(request, "places/add.html", told, status=422)
    made, many = read
    if step != "make":
        context |= {"rows": forms.place(made, many=many), "sent": _sent(typed)}
        votes = made.vote_from is None or made.vote_from <= localdate()
        context |= {"mirror": _meaning(found, plus=_sort(made), many=many if votes else 0)}
        return rendered(request, "places/add_check.html", context)
    try:
        act.make_places(made, many=many, record=here.origin, by=here.person, now=now())
    except Refusal as refusal:
        return rendered(request, "places/add.html", context | faults(refusal), status=422)
    return redirect("places:every", here.origin, board)


NAMES = (
    *("capacity", "many", "chair", "paid_by", "kind", "chosen_by", "marks", "post"),
    *("vote_from", "vote_until", "term_until"),
)


def _sent(typed: Typed) -> list[tuple[str, str]]:
    return [(name, typed.one(name)) for name in NAMES]


def _choices(found: ask.PlacesHere, typed: Typed) -> dict[str, Any]:
    chosen = dict(_sent(typed))
    marks = sorted({mark for one in found.places for mark in one.made.fact.tags})
    return {
        "capacities": [(code.value, words.capacity(code)) for code in words.ORDER],
        "kinds": [(code.value, term(code)) for code in PlaceKind],
        "choosers": [(code.value, term(code)) for code in ChosenBy],
        "payers": [(code.value, term(code)) for code in PaidBy],
        "typed": chosen | {"many": chosen["many"] or "1"},
        "known": ", ".join(marks),
    }


@READ_OR_SENT
@for_those_who_set_up
def end(request: HttpRequest, here: Me, *, board: str, place: str) -> HttpResponse:
    """Say what ending a place does to the rules, and end it."""
    found = ask.places_here(here.origin, board, on=localdate())
    one = found.place(place)
    if one is None:
        raise Http404
    gone = _sort(one.made.fact)
    context = about(found.here) | {
        "place": _line(one),
        "mirror": _meaning(found, plus=gone, many=-1),
        "unmet": _unmet(found, gone),
    }
    if request.method == "POST":
        try:
            act.end_place(record=here.origin, place=place, by=here.person, now=now())
            return redirect("places:every", here.origin, board)
        except Refusal as refusal:
            return rendered(request, "places/end.html", context | faults(refusal), status=422)
    return rendered(request, "places/end.html", context)


def _sort(made: PlaceMade) -> Place:
    return Place(made.capacity, made.kind, made.tags, made.chair)


def _meaning(found: ask.PlacesHere, *, plus: Place, many: int) -> dict[str, Any]:
    """Tell what the rules mean with some more places, or fewer."""
    on, told = localdate(), rules_set(found.here)
    after = Counter(told.sorts(on=on))
    after[plus] = max(0, after[plus] + many)
    members, answers = reflected(meaning_of(told.rules, after, on=on))
    return {"members": members, "answers": answers}


def _unmet(found: ask.PlacesHere, gone: Place) -> list[str]:
    """Tell the rules that nobody could meet once a place has ended."""
    on, told = localdate(), rules_set(found.here)
    after = Counter(told.sorts(on=on))
    after[gone] = max(0, after[gone] - 1)
    voting = with_a_vote(told.rules, after, on=on)
    holding = [rule for rule in told.rules if rule.holds_on(on)]
    return [sentence(rule) for rule in holding if unmeetable(rule, voting)]
