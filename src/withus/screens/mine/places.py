"""A place of my own: how it is shown, and leaving it; and my name, on all of them at once."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods

from withus.actions import mine as act
from withus.core.words import ShownAs
from withus.questions import mine as ask
from withus.saying import words
from withus.saying.language import _
from withus.saying.mine import shown as saying
from withus.screens.frame.allowed import for_people, rendered
from withus.screens.frame.me import Me

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_SENT
@for_people
def shown(request: HttpRequest, here: Me, *, entry: int) -> HttpResponse:
    """Choose how a place of mine is shown."""
    found, one = _mine(here, entry)
    wanted = request.POST.get("shown_as", "")
    if request.method == "POST" and wanted in set(ShownAs):
        chosen = ShownAs(wanted)
        act.show_as(record=here.origin, person=here.person, entry=entry, shown_as=chosen, now=now())
        return redirect("mine:here", here.origin)
    context = _about(found, one) | {"options": saying.choices(), "value": one.shown_as.value}
    if request.method == "POST":
        sentence = _("Choose how you want to be shown.")
        context |= {"errors": [{"sentence": sentence, "field": "shown"}], "error": sentence}
    return rendered(request, "mine/shown.html", context, status=422 if "errors" in context else 200)


@READ_OR_SENT
@for_people
def leave(request: HttpRequest, here: Me, *, entry: int) -> HttpResponse:
    """Say what leaving a place of mine does, and do it."""
    found, one = _mine(here, entry)
    if request.method == "POST":
        act.leave(record=here.origin, person=here.person, entry=entry, on=localdate(), now=now())
        return redirect("mine:here", here.origin)
    return rendered(request, "mine/leave.html", _about(found, one))


@READ_OR_SENT
@for_people
def name(request: HttpRequest, here: Me) -> HttpResponse:
    """Take my name off all my places in one go; put it back on the same page."""
    if request.method == "POST":
        do = act.put_name_back if "back" in request.POST else act.take_name_off
        do(record=here.origin, person=here.person, now=now())
        return redirect("mine:name", here.origin)
    found = ask.name_on_places(here.origin, here.person)
    context = {
        "origin": here.origin,
        "partnership": found.partnership,
        "name": found.name,
        "named": [_line(one) for one in found.named],
        "before": [_line(one) for one in found.before],
        "others": [_line(one) for one in found.others],
    }
    return rendered(request, "mine/name.html", context)


def _mine(here: Me, entry: int) -> tuple[ask.Mine, ask.PlaceHeld]:
    """Return a place of mine that I hold; of others there is no page."""
    found = ask.mine(here.origin, here.person, others=(), page=1)
    for one in found.places:
        if one.entry == entry and one.left is None:
            return found, one
    raise Http404


def _about(found: ask.Mine, one: ask.PlaceHeld) -> dict[str, Any]:
    return {
        "origin": found.origin,
        "partnership": found.partnership,
        "name": found.name,
        "place": _line(one),
    }


def _line(one: ask.PlaceHeld) -> dict[str, Any]:
    return {
        "entry": one.entry,
        "board": one.name,
        "id": one.board,
        "capacity": words.capacity(one.capacity),
        "code": one.capacity.value,
        "since": words.day(one.since),
        "shown": saying.now_shown(one.shown_as),
    }
