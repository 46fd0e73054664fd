"""Typing for somebody: what they said, a page to check it, and then it is entered."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from withus.actions import typing_for_others as act
from withus.actions.typing_for_others import Typing
from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.core.words import ShownAs
from withus.questions import inviting as ask
from withus.saying.inviting import shown, typing
from withus.screens.frame.allowed import faults, for_those_who_may
from withus.screens.frame.me import Me
from withus.screens.inviting.people import what_to

TAKES, LEAVES, SHOWN = "takes", "leaves", "shown"


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_may(Act.TYPE_FOR_OTHERS)
def type_for(request: HttpRequest, here: Me, *, person: str) -> HttpResponse:
    """Show what somebody may have said; then what will be entered, to check; then enter it."""
    known = ask.known(here.origin, person, now=now())
    if known is None:
        raise Http404
    page = _page(here, known, request.POST)
    if request.method != "POST" or request.POST.get("step") == "change":
        return render(request, "inviting/type.html", page)
    what, _, which = request.POST.get("said", "").partition(" ")
    try:
        if not page["sentence"]:
            raise Refusal("not_chosen")
        if request.POST.get("step") != "enter":
            return render(request, "inviting/type_check.html", page)
        _enter(Typing(here.origin, person, here.person), what, which, page["chosen"])
    except Refusal as refusal:
        return render(request, "inviting/type.html", page | faults(refusal), status=422)
    return HttpResponseRedirect(reverse("inviting:to-confirm", args=[here.origin]))


def _enter(typing: Typing, what: str, which: str, shown_as: str) -> int:
    if what == LEAVES:
        return act.type_left(typing, which, now=now())
    take = act.type_taken if what == TAKES else act.type_shown
    return take(typing, which, shown_as=ShownAs(shown_as), now=now())


def _page(here: Me, known: ask.Known, sent: Any) -> dict[str, Any]:
    said = sent.get("said", "")
    chosen = sent.get("shown_as", "")
    chosen = chosen if chosen in set(ShownAs) else ShownAs.ROLE.value
    options = list(_options(known))
    sentence = next(
        (
            typing.entered(known.name, what, to, chosen)
            for code, what, to in options
            if code == said
        ),
        "",
    )
    return {
        "origin": here.origin,
        "partnership": ask.name_of(here.origin),
        "person": known.person,
        "name": known.name,
        "options": [(code, typing.option(what, to)) for code, what, to in options],
        "ways": shown.ways(),
        "said": said,
        "chosen": chosen,
        "sentence": sentence,
    }


def _options(known: ask.Known) -> Any:
    for one in known.invited:
        if one.state == "open" and (one.place or one.duty):
            yield f"{TAKES} {one.id}", TAKES, what_to(one)
    for held in known.holds:
        to = held.place.board_name
        yield f"{LEAVES} {held.place.ref}", LEAVES, to
        yield f"{SHOWN} {held.place.ref}", SHOWN, to
