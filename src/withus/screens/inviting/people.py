"""The places of a partnership with who holds them, and the list of invitations."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from withus.core.rules.rights import Act
from withus.questions import inviting as ask
from withus.questions.invited import Held, Invited, Line
from withus.saying import words
from withus.saying.inviting import letters, shown
from withus.saying.joining.board import how_shown
from withus.saying.joining.terms import term
from withus.screens.frame.allowed import for_those_who_may
from withus.screens.frame.me import Me
from withus.screens.frame.public import page_wanted

LONGEST_SEARCH = 100


@require_safe
@for_those_who_may(Act.SEE_PEOPLE)
def people(request: HttpRequest, here: Me) -> HttpResponse:
    """Show the places by board, or whoever is looked for by name."""
    search = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    if search:
        return _found(request, here, search)
    vacant = request.GET.get("show") == "vacant"
    seen = ask.people(here.origin, page=page_wanted(request), vacant=vacant, now=now())
    context = {
        "origin": here.origin,
        "name": seen.name,
        "lines": [_line(one) for one in seen.lines],
        "page": seen.page,
        "held": seen.held,
        "vacant": seen.vacant,
        "open": seen.open,
        "only_vacant": vacant,
        "query": urlencode({"show": "vacant"}) if vacant else "",
    }
    return render(request, "inviting/people.html", context)


def _found(request: HttpRequest, here: Me, search: str) -> HttpResponse:
    found = ask.find_people(here.origin, search, now=now())
    context = {
        "origin": here.origin,
        "name": found.name,
        "search": search,
        "count": found.count,
        "shown": len(found.people),
        "found": [
            {
                "person": one.person,
                "name": one.name,
                "holds": [_held(each) for each in one.holds],
                "invited": [invited_line(each) for each in one.invited],
            }
            for one in found.people
        ],
    }
    return render(request, "inviting/found.html", context)


@require_safe
@for_those_who_may(Act.SEE_PEOPLE)
def invitations(request: HttpRequest, here: Me) -> HttpResponse:
    """Show the invitations: those that wait for an answer, or all."""
    every = request.GET.get("show") == "all"
    listed, page = ask.invitations(here.origin, page=page_wanted(request), every=every, now=now())
    context = {
        "origin": here.origin,
        "name": ask.name_of(here.origin),
        "listed": [invited_line(one) for one in listed],
        "page": page,
        "every": every,
        "query": urlencode({"show": "all"}) if every else "",
    }
    return render(request, "inviting/invitations.html", context)


def _line(one: Line) -> dict[str, Any]:
    return {
        "ref": one.place.ref,
        "board": one.place.board_name,
        "code": one.place.capacity.value,
        "capacity": words.capacity(one.place.capacity),
        "chair": one.place.chair,
        "held": _held(one.held) if one.held else None,
        "invited": invited_line(one.invited) if one.invited else None,
    }


def _held(one: Held) -> dict[str, Any]:
    return {
        "person": one.person,
        "name": one.name,
        "board": one.place.board_name,
        "capacity": words.capacity(one.place.capacity),
        "shown": how_shown(one.shown_as, one.name),
        "since": words.day(one.since),
        "entry": one.entry,
    }


def invited_line(one: Invited) -> dict[str, Any]:
    """Tell an invitation for a list."""
    return {
        "id": one.id,
        "person": one.person,
        "name": one.name,
        "to": what_to(one),
        "route": one.route.value,
        "state": shown.state(one.state.value),
        "open": one.state == "open",
        "on_paper": one.state == "open" and one.route != "email",
        "sent": shown.sent(one.route.value, localdate(one.made_at), one.sent),
        "until": words.day(localdate(one.until)),
        "entry": one.entry,
    }


def what_to(one: Invited) -> str:
    """Tell what an invitation is to: a place by its board, or a duty."""
    if one.place is not None:
        return f"{one.board_name}: {words.capacity(one.place.capacity)}"
    if one.duty is None:
        return letters.heading_back()
    duty = term(one.duty)
    return f"{one.board_name}: {duty}" if one.board_name else duty
