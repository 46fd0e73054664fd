"""Something wrong with how my information is held? Asking, its clock, and asking to be erased."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import asking as act
from withus.core.errors import Refusal
from withus.core.rules.asking import due_on
from withus.core.words import AskKind
from withus.questions import asking as questions
from withus.questions.duties import duties
from withus.questions.mine import known
from withus.saying import words
from withus.saying.joining.terms import term
from withus.saying.language import _
from withus.saying.mine import clock
from withus.saying.mine import duties as saying
from withus.screens.frame.allowed import faults, for_people, rendered
from withus.screens.frame.me import Me
from withus.stores.asking.asks import Asked

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])
ASKED_HERE = [each for each in AskKind if each is not AskKind.ERASE]


@READ_OR_SENT
@for_people
def asks(request: HttpRequest, here: Me) -> HttpResponse:
    """Show what I asked, with its clock, and ask something."""
    if request.method != "POST":
        return rendered(request, "mine/asks.html", _asks(here))
    kind, typed = request.POST.get("kind", ""), request.POST.get("words", "").strip()
    errors = []
    if kind not in ASKED_HERE:
        errors.append({"field": "kind", "sentence": _("Choose what you want to ask.")})
    else:
        try:
            made = act.ask(
                record=here.origin,
                person=here.person,
                kind=AskKind(kind),
                words=typed,
                on=localdate(),
            )
            return redirect("mine:asked", here.origin, made)
        except Refusal as refusal:
            errors += faults(refusal, box="words")["errors"]
    context = _asks(here) | {"errors": errors, "kind": kind, "typed": typed}
    context["at"] = {each["field"]: each["sentence"] for each in errors}
    return rendered(request, "mine/asks.html", context, status=422)


@require_safe
@for_people
def asked(request: HttpRequest, here: Me, *, ask: str) -> HttpResponse:
    """Show one thing I asked: its clock, and its answer."""
    one = told(questions.my_ask(here.origin, here.person, ask))
    return rendered(request, "mine/asked.html", _about(here) | {"one": one})


@READ_OR_SENT
@for_people
def erase(request: HttpRequest, here: Me) -> HttpResponse:
    """Say exactly what an erasure takes away and what stays; ask for it."""
    if request.method == "POST":
        made = act.ask(
            record=here.origin, person=here.person, kind=AskKind.ERASE, words="", on=localdate()
        )
        return redirect("mine:asked", here.origin, made)
    who, _others = known(here.origin, here.person)
    context = {
        "origin": here.origin,
        "partnership": who.live.name,
        "openings": questions.would_go(who),
        "due": words.day(due_on(localdate())),
    }
    return rendered(request, "mine/erase.html", context)


def _about(here: Me) -> dict[str, Any]:
    who, _others = known(here.origin, here.person)
    return {"origin": here.origin, "partnership": who.live.name, "name": who.me.name}


def _asks(here: Me) -> dict[str, Any]:
    seen = duties(here.origin, on=localdate(), names=False)
    return {
        "origin": here.origin,
        "partnership": seen.partnership,
        "listed": [told(each) for each in questions.my_asks(here.origin, here.person)],
        "options": [(each.value, term(each)) for each in ASKED_HERE],
        "due": words.day(due_on(localdate())),
        "missing": [saying.missing(each) for each in seen.missing],
    }


def told(one: Asked) -> dict[str, Any]:
    """Tell an ask as it is shown, to whoever asked and to whoever answers."""
    today = localdate()
    return {
        "id": one.id,
        "kind": term(one.kind),
        "erasure": one.kind is AskKind.ERASE,
        "made": words.day(one.made),
        "clock": clock.clock(one.stands, due=one.due, on=today),
        "stands": clock.where_it_stands(one.stands),
        "late": clock.late(one.stands, due=one.due, on=today),
        "open": one.stands.answered is None,
        "held": words.day(one.stands.held) if one.stands.held else "",
        "ordered": words.day(one.stands.ordered) if one.stands.ordered else "",
        "words": one.words,
        "answer": one.answer,
        "reason": one.reason,
    }
