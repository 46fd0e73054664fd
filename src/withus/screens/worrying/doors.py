"""Four doors before any box; then a box, for whoever is in the partnership."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import worrying as act
from withus.core.errors import Refusal
from withus.core.words import Duty
from withus.questions import duties as ask
from withus.questions.finding import live
from withus.saying.mine import duties as saying
from withus.screens.frame.allowed import faults, for_people, rendered
from withus.screens.frame.me import Me, me
from withus.screens.frame.public import public


@require_http_methods(["GET", "HEAD", "POST"])
@public
def doors(request: HttpRequest, *, origin: str) -> HttpResponse:
    """Show the four doors to anybody; take in a worry from whoever is in the partnership."""
    if request.method == "POST":
        return tell(request, origin=origin)
    here = me(request, origin)
    if here is None:
        live(origin)  # a practice run is nothing to those outside it
    return rendered(request, "worrying/doors.html", _page(origin, here, _entry(request.GET)))


@for_people
def tell(request: HttpRequest, here: Me) -> HttpResponse:
    """Take in a worry, with a name only if they say so."""
    words, entry = request.POST.get("words", "").strip(), _entry(request.POST)
    by = here.person if request.POST.get("named") == "yes" else ""
    try:
        act.tell(record=here.origin, words=words, entry=entry, by=by, on=localdate())
    except Refusal as refusal:
        context = _page(here.origin, here, entry) | faults(refusal, box="words")
        context |= {"typed": words, "named": request.POST.get("named", "")}
        return rendered(request, "worrying/doors.html", context, status=422)
    return redirect("worrying:told", here.origin)


@require_safe
@for_people
def told(request: HttpRequest, here: Me) -> HttpResponse:
    """Say what happens now."""
    found = ask.duties(here.origin, on=localdate(), names=True)
    return rendered(request, "worrying/told.html", _about(here.origin, found))


def _entry(sent: Any) -> int | None:
    wanted = sent.get("entry", "")
    return int(wanted) if wanted.isascii() and wanted.isdecimal() and len(wanted) < 16 else None


def _page(origin: str, here: Me | None, entry: int | None) -> dict[str, Any]:
    found = ask.duties(origin, on=localdate(), names=here is not None)
    return _about(origin, found) | {"inside": here is not None, "entry": entry}


def _about(origin: str, found: ask.DutiesSeen) -> dict[str, Any]:
    leads = [each.name for each in found.held if each.duty is Duty.SAFEGUARDING and each.name]
    return {
        "origin": origin,
        "partnership": found.partnership,
        "practice": found.practice,
        "missing": [saying.missing(each) for each in found.missing],
        "leads": leads,
    }
