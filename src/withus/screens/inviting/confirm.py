"""What was typed for people and waits: they say that it is right, or somebody else does.

A person types the code of their own here without signing in, so that whoever lends them a phone is
not signed out by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_POST

from withus.actions.confirming import Word, confirm, confirm_by_letter
from withus.actions.signing_in import take_own_code
from withus.core.errors import Refusal
from withus.core.facts.deciding import DecisionTaken
from withus.core.facts.keeping import EntryCorrected
from withus.core.words import ConfirmedHow
from withus.questions import to_confirm as ask
from withus.questions.finding import NotHere, live
from withus.saying.inviting import shown
from withus.saying.keeping.happened import happened, moment
from withus.screens.frame.allowed import faults
from withus.screens.frame.beside import beside
from withus.screens.frame.me import Me, account_of, me
from withus.screens.signing_in.here import asking
from withus.stores.accounts.accounts import people_of

LONGEST_CODE = 60


@require_http_methods(["GET", "HEAD", "POST"])
def to_confirm(request: HttpRequest, *, origin: str) -> HttpResponse:
    """Show what waits for whoever is signed in, and take the code of whoever is not."""
    here = _here(request, origin)
    if request.method != "POST":
        return render(request, "inviting/to_confirm.html", _page(request, origin, here))
    code = request.POST.get("code", "").strip()[:LONGEST_CODE]
    try:
        people = _people_with(request, origin, code)
    except Refusal as refusal:
        return _again(request, origin, here, refusal)
    name, waiting = ask.to_confirm(origin, people, on=localdate(), names=False)
    context = {
        "origin": origin,
        "partnership": name,
        "code": code,
        "waiting": [_line(one) for one in waiting if one.own],
    }
    response = render(request, "inviting/own_to_confirm.html", context)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def say(request: HttpRequest, *, origin: str, index: int) -> HttpResponse:
    """Enter that an entry is right, or is not."""
    here = _here(request, origin)
    right = request.POST.get("right", "")
    code = request.POST.get("code", "").strip()[:LONGEST_CODE]
    try:
        if right not in ("yes", "no"):
            raise Refusal("not_chosen")
        word = Word(origin, index, right == "yes")
        if code:
            people = _people_with(request, origin, code)
            confirm(word, people, beside=_near(request), now=now())
        elif here is None:
            raise Refusal("no_code_typed")
        elif request.POST.get("how") == ConfirmedHow.LETTER:
            confirm_by_letter(word, typist=here.person, beside=_near(request), now=now())
        else:
            people = [here.person, *here.others]
            confirm(word, people, beside=_near(request), now=now())
    except Refusal as refusal:
        return _again(request, origin, here, refusal)
    said = f"?said={index}&right={right}"
    return HttpResponseRedirect(reverse("inviting:to-confirm", args=[origin]) + said)


def _here(request: HttpRequest, origin: str) -> Me | None:
    """Return who is here; to others there is such a page only where anybody may see the record."""
    here = me(request, origin)
    if here is None:
        try:
            live(origin)
        except NotHere as nothing:
            raise Http404 from nothing
    return here


def _near(request: HttpRequest) -> frozenset[str]:
    """Return the accounts signed in at this browser, now or of late."""
    account = account_of(request)
    return beside(request) | ({account} if account else frozenset())


def _people_with(request: HttpRequest, origin: str, code: str) -> Sequence[str]:
    if not code:
        raise Refusal("no_code_typed")
    account = take_own_code(code, asking=asking(request))
    people = people_of(str(account.pk), origin)
    if not people:
        raise Refusal("code_elsewhere")
    return people


def _again(request: HttpRequest, origin: str, here: Me | None, refusal: Refusal) -> HttpResponse:
    context = _page(request, origin, here) | faults(refusal)
    return render(request, "inviting/to_confirm.html", context, status=422)


def _page(request: HttpRequest, origin: str, here: Me | None) -> dict[str, Any]:
    said, right = request.GET.get("said", ""), request.GET.get("right")
    context: dict[str, Any] = {
        "origin": origin,
        "here": here is not None,
        "said": int(said) if said.isascii() and said.isdecimal() and len(said) < 16 else None,
        "right": right == "yes",
    }
    if here is None:
        return context | {"partnership": ask.partnership(origin), "waiting": []}
    people = [here.person, *here.others]
    name, waiting = ask.to_confirm(origin, people, on=localdate(), names=True)
    return context | {"partnership": name, "waiting": [_line(one) for one in waiting]}


def _line(one: ask.ToConfirm) -> dict[str, Any]:
    fact = one.fact
    detail = ""
    if isinstance(fact, EntryCorrected) and fact.field == "shown_as":
        detail = shown.now_shown(str(fact.value))
    elif shown_as := getattr(fact, "shown_as", None):
        detail = shown.now_shown(shown_as.value)
    letter = one.ways == {ConfirmedHow.LETTER}
    return {
        "entry": one.entry,
        "happened": happened(fact, board=one.board),
        "detail": detail,
        "when": moment(one.at),
        "name": one.name,
        "own": one.own,
        "letter": letter,
        "decision": fact.decision if isinstance(fact, DecisionTaken) else "",
    }
