"""Saying something: one card a page, who may know it, how to be told, and a look at all of it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from withus.actions import saying_by_link as act
from withus.core.errors import Refusal
from withus.core.words import ShownAs, ToldRoute
from withus.saying.answering import points as words
from withus.screens.answering.say.here import Saying, again, cards_of, page, saying
from withus.screens.answering.sent import file_of
from withus.screens.meeting.form import longer

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])
Told = dict[str, Any]


@READ_OR_SENT
def card(request: HttpRequest, number: int) -> HttpResponse:
    """Show a card; keep what is said to it, and go on to the next."""
    says = saying(request)
    if says is None:
        return again(request)
    cards = cards_of(says)
    if not 1 <= number <= len(cards):
        raise Http404
    told = _card(request, says, number)
    if request.method != "POST":
        return _shown(request, "card", says, told)
    try:
        said = {name: told["typed"][name] for name in ("choice", "words")}
        said["told"] = f"{dict(words.choices())[said['choice']]}." if said["choice"] else ""
        act.save_card(says.row.id, number - 1, said, file_of(request))
    except Refusal as refusal:
        return _shown(request, "card", says, told, refusal)
    following = reverse("say:card", args=[number + 1]) if number < len(cards) else _next(says)
    return HttpResponseRedirect(following)


def _card(request: HttpRequest, says: Saying, number: int) -> Told:
    asked = cards_of(says)[number - 1]
    kept = says.draft.said.get(str(number - 1), {})
    if request.method == "POST":
        choice = request.POST.get("choice", "")
        kept = {
            "choice": choice if choice in act.CHOICES and asked else "",
            "words": longer(request.POST.get("words", ""), most=4_000),
        }
    return {
        "number": number,
        "of": len(cards_of(says)),
        "card": asked,
        "typed": {"choice": kept.get("choice", ""), "words": kept.get("words", "")},
        "choices": words.choices(),
        "file": act.has_file(says.row.id, number - 1),
        "back": reverse("say:card", args=[number - 1]) if number > 1 else "",
        "code": says.draft.code,
    }


def _next(says: Saying) -> str:
    if not says.draft.shown:
        return reverse("say:who")
    return reverse("say:check") if says.draft.route else reverse("say:how")


@READ_OR_SENT
def who(request: HttpRequest) -> HttpResponse:
    """Ask who may know who says it; keep the answer."""
    says = saying(request)
    if says is None:
        return again(request)
    draft = says.draft
    typed = {"shown": draft.shown or "counted", "name": draft.name, "capacity": draft.capacity}
    if request.method == "POST":
        typed = {name: request.POST.get(name, "").strip()[:120] for name in typed}
    told = {"typed": typed, "shown": words.shown(), "capacities": words.capacities()}
    if request.method != "POST":
        return _shown(request, "who", says, told)
    try:
        act.save_who(says.row.id, **typed)
    except Refusal as refusal:
        return _shown(request, "who", says, told, refusal)
    return HttpResponseRedirect(reverse("say:check") if draft.route else reverse("say:how"))


@READ_OR_SENT
def how(request: HttpRequest) -> HttpResponse:
    """Ask how to tell them what happened; keep the answer."""
    says = saying(request)
    if says is None:
        return again(request)
    draft = says.draft
    typed = {"route": draft.route or ToldRoute.SCREEN.value, "where": draft.where}
    if request.method == "POST":
        typed = {name: request.POST.get(name, "").strip()[:400] for name in typed}
    told = {"typed": typed, "routes": words.routes(), "code": draft.code}
    if request.method != "POST":
        return _shown(request, "how", says, told)
    try:
        if typed["route"] not in dict(words.routes()):
            raise Refusal("not_chosen")
        route = "" if typed["route"] == "none" else typed["route"]
        act.save_route(says.row.id, route=route, where=typed["where"])
    except Refusal as refusal:
        return _shown(request, "how", says, told, refusal)
    return HttpResponseRedirect(reverse("say:check"))


@READ_OR_SENT
def check(request: HttpRequest) -> HttpResponse:
    """Show all of it, to change or to send; send it."""
    says = saying(request)
    if says is None:
        return again(request)
    if request.method != "POST":
        return _shown(request, "check", says, _checked(says))
    try:
        act.send(says.row.id, now=now())
    except Refusal as refusal:
        return _shown(request, "check", says, _checked(says), refusal)
    return HttpResponseRedirect(reverse("say:mine"))


def _checked(says: Saying) -> Told:
    draft = says.draft
    said = []
    for number, asked in enumerate(cards_of(says), 1):
        kept = draft.said.get(str(number - 1), {})
        said.append(
            {
                "number": number,
                "card": asked,
                "words": " ".join(each for each in (kept.get("told"), kept.get("words")) if each),
                "file": act.has_file(says.row.id, number - 1),
            }
        )
    named = draft.shown == ShownAs.NAMED
    return {
        "said": said,
        "who": dict(words.shown()).get(draft.shown, ""),
        "name": draft.name if named else "",
        "how": words.route_of(draft.route),
        "where": draft.where,
        "code": draft.code,
    }


def _shown(
    request: HttpRequest, name: str, says: Saying, told: Told, *refused: Refusal
) -> HttpResponse:
    context = page(says.asked, *refused, box="words") | told
    status = 422 if refused else 200
    return render(request, f"answering/say_{name}.html", context, status=status)
