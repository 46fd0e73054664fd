"""Who is to be told what became of what they said: letters to print, and what was told by hand."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import telling_back as act
from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.core.words import ToldRoute
from withus.questions import told_back as ask
from withus.saying.answering import letters as saying
from withus.saying.answering import points as of_points
from withus.saying.answering import terms
from withus.screens.answering.here import of_a_work
from withus.screens.answering.say.codes import where_to_say
from withus.screens.frame.allowed import faults, rendered
from withus.screens.framing.here import AtWork, about

MOST_LISTED = 100
BY_HAND = ("letter", "text", "call", "someone")


@require_http_methods(["GET", "HEAD", "POST"])
@of_a_work(Act.TELL_CONTRIBUTOR)
def every(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show who is to be told, how, and of what; note that somebody was."""
    if request.method != "POST":
        return rendered(request, "answering/to_tell.html", _listed(at))
    try:
        route = request.POST.get("route", "")
        if route not in set(ToldRoute):
            raise Refusal("no_route_to_tell")
        telling = request.POST.get("telling", "")[:22]
        act.note_by_hand(telling, ToldRoute(route), work=at.found.id, by=at.by)
    except Refusal as refusal:
        return rendered(
            request, "answering/to_tell.html", _listed(at) | faults(refusal), status=422
        )
    return redirect("answering:to-tell", at.found.origin, at.found.id)


def _listed(at: AtWork) -> dict[str, Any]:
    waiting = ask.to_tell(at.found)
    return about(at) | {
        "waiting": [
            {
                "id": one.telling,
                "route": of_points.told_by(one.route or ""),
                "code": one.route or "",
                "where": one.where,
                "name": one.seen.name,
                "closed": one.closed,
                "said": "" if one.closed else one.seen.said,
                "outcome": "" if one.closed else terms.outcome(one.seen.outcome),
                "reason": "" if one.closed else one.seen.reason,
                "posted": one.posted,
                "hand": one.route in BY_HAND or one.route is None,
            }
            for one in waiting[:MOST_LISTED]
        ],
        "count": len(waiting),
        "letters": sum(one.route is ToldRoute.LETTER for one in waiting),
        "unreached": sum(one.route is None for one in waiting),
        "routes": [(code, of_points.told_by(code)) for code in BY_HAND],
    }


@require_safe
@of_a_work(Act.TELL_CONTRIBUTOR)
def letters(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show the letters that are to be posted, each on its own page."""
    some = [one for one in ask.to_tell(at.found) if one.route is ToldRoute.LETTER]
    context = about(at) | {
        "letters": [
            {
                "id": one.telling,
                "where": one.where,
                "opening": saying.opening(one.seen),
                "about": saying.closed(one.seen) if one.closed else saying.said(one.seen),
                "said": "" if one.closed else one.seen.said,
                "answered": "" if one.closed else saying.answered(one.seen),
                "reason": "" if one.closed else one.seen.reason,
            }
            for one in some[:MOST_LISTED]
        ],
        "large": request.GET.get("size") == "large",
        "address": where_to_say(),
    }
    return rendered(request, "answering/tell_letters.html", context)
