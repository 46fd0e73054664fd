"""Coming back with a code: the receipt, what happened, whether it is right; or taking it back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from withus.actions import saying_by_link as act
from withus.actions import typing_points as typing
from withus.core.errors import Refusal
from withus.questions import said_with_code as ask
from withus.saying.answering import points as words
from withus.screens.answering.mine import as_told
from withus.screens.answering.say.here import SAYS, again, asked, page
from withus.stores.answering import answers
from withus.stores.answering.answers import AnswerKind
from withus.stores.answering.models import SayAnswer


@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    """Show what was said with this code and what came of it; take what they say to that."""
    row = _row(request)
    if row is None:
        return again(request)
    if row.sent_at is None and row.kind == AnswerKind.CARD:
        return HttpResponseRedirect(reverse("say:card", args=[1]))
    if request.method != "POST":
        return render(request, "answering/say_mine.html", _shown(row))
    try:
        _does(row, request.POST.get("do", ""), request.POST.get("point", "")[:22])
    except Refusal as refusal:
        return render(request, "answering/say_mine.html", _shown(row, refusal), status=422)
    return HttpResponseRedirect(reverse("say:mine"))


def _row(request: HttpRequest) -> SayAnswer | None:
    try:
        return answers.find(request.session.get(SAYS, ""))
    except Refusal:
        return None


def _does(row: SayAnswer, does: str, point: str) -> None:
    if does in ("right", "wrong"):
        typing.say_right(row.id, right=does == "right", now=now())
        return
    if row.kind == AnswerKind.SLIP or point not in act.points_here(row):
        raise Refusal("not_chosen")
    act.as_contributor(row.id, act.said_of(point, does), now=now())


def _shown(row: SayAnswer, *refused: Refusal) -> dict[str, Any]:
    told = asked(row.origin, row.work, None)
    said = ask.said_with(row, act.points_here(row))
    slip, has_said = row.kind == AnswerKind.SLIP, ask.has_said(row)
    return page(told, *refused) | {
        "said": [as_told(each) for each in said],
        "slip": slip,
        "waits": not has_said and row.kind != AnswerKind.CARD,
        "says_right": has_said,
        "code": answers.draft_of(row).code if row.kind == AnswerKind.CARD else "",
        "where": words.say_where(),
    }
