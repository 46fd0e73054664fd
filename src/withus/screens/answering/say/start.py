"""Coming with a code: typed from paper, or in the address of a link."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import saying_by_link as act
from withus.actions import telling_back
from withus.core.errors import Refusal
from withus.screens.answering.say.here import SAYS, asked, keeps, page
from withus.screens.frame.allowed import faults
from withus.screens.signing_in.here import asking
from withus.stores.answering.models import SayAnswer

LONGEST_CODE = 60


@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the code; with the right one, go on where they are."""
    if request.method != "POST":
        return _ask(request)
    typed = request.POST.get("code", "").strip()[:LONGEST_CODE]
    try:
        if not typed:
            raise Refusal("no_code_typed")
        came = act.take_code(typed, asking=asking(request))
        row = came.answer
        if row is None and came.link is not None:
            row = act.begin(came.link, now=now())
    except Refusal as refusal:
        return _ask(request, refusal)
    assert row is not None
    return _go_on(request, row)


@require_safe
def link(request: HttpRequest, typed: str) -> HttpResponse:
    """Show the one screen that a link opens: what is asked, and how to begin."""
    try:
        came = act.look_at(typed[:LONGEST_CODE], asking=asking(request))
    except Refusal as refusal:
        return _ask(request, refusal)
    row = came.link or came.answer
    assert row is not None
    told = asked(row.origin, row.work, came.link)
    context = page(told) | {
        "typed": typed[:LONGEST_CODE],
        "back": came.link is None,
        "large": request.GET.get("words") == "large",
        "easy": request.GET.get("words") == "easy" and bool(told.asks.easy),
    }
    response = render(request, "answering/say_start.html", context)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _ask(request: HttpRequest, *refused: Refusal) -> HttpResponse:
    context = faults(*refused) | {"keeps": keeps()}
    return render(request, "answering/say_code.html", context, status=422 if refused else 200)


def _go_on(request: HttpRequest, row: SayAnswer) -> HttpResponse:
    request.session[SAYS] = row.id
    if row.sent_at is None and row.link is not None:
        return HttpResponseRedirect(reverse("say:card", args=[1]))
    if row.person is not None:
        telling_back.note_seen(row.origin, row.person, now=now())
    return HttpResponseRedirect(reverse("say:mine"))
