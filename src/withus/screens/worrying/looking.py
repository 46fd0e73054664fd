"""The safeguarding lead's pages: read a worry, and show its entry again or keep it hidden."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import worrying as act
from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.questions import worrying as ask
from withus.questions.mine import partnership
from withus.saying import words
from withus.saying.keeping.fields import label
from withus.saying.keeping.happened import happened
from withus.saying.language import _
from withus.screens.frame.allowed import faults, for_those_who_may, rendered
from withus.screens.frame.me import Me
from withus.screens.frame.public import page_wanted
from withus.stores.worrying.worries import Worried

for_leads = for_those_who_may(Act.READ_WORRIES)


@require_safe
@for_leads
def every(request: HttpRequest, here: Me) -> HttpResponse:
    """Show the worries nobody has looked at first."""
    found = ask.all_worries(here.origin, by=here.person, on=localdate(), page=page_wanted(request))
    live, _practice = partnership(here.origin)
    context = {
        "origin": here.origin,
        "partnership": live.name,
        "listed": [_line(one) for one in found.listed],
        "page": found.page,
    }
    return rendered(request, "worrying/every.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_leads
def one(request: HttpRequest, here: Me, *, worry: str) -> HttpResponse:
    """Show one worry, and write down that it was looked at."""
    live, practice = partnership(here.origin)
    found = ask.one_worry(live, worry, by=here.person, on=localdate())
    context = _one(found) | {
        "origin": here.origin,
        "partnership": live.name,
        "practice": practice,
    }
    if request.method != "POST":
        return rendered(request, "worrying/one.html", context)
    outcome, reason = request.POST.get("outcome", ""), request.POST.get("reason", "").strip()
    if outcome not in ("shown", "hidden"):
        sentence = _("Choose what happens now.")
        field = "outcome" if found.worry.hides else ""
        more = {"errors": [{"field": field, "sentence": sentence}], "at": {field: sentence}}
        return rendered(request, "worrying/one.html", context | more, status=422)
    looked = act.Outcome(worry, hides=outcome == "hidden", reason=reason)
    try:
        act.look(looked, record=here.origin, by=here.person, on=localdate())
    except Refusal as refusal:
        more = faults(refusal, box="reason") | {"outcome": outcome, "typed": reason}
        return rendered(request, "worrying/one.html", context | more, status=422)
    return redirect("worrying:every", here.origin)


def _line(one: Worried) -> dict[str, Any]:
    return {
        "id": one.id,
        "made": words.day(one.made),
        "entry": one.entry,
        "hides": one.hides,
        "looked": words.day(one.looked) if one.looked else "",
    }


def _one(found: ask.OneWorry) -> dict[str, Any]:
    seen, one = found.seen, found.worry
    return {
        "one": _line(one) | {"words": one.words, "reason": one.reason},
        "name": found.name,
        "happened": happened(seen.entry.fact, board=seen.board) if seen else "",
        "texts": [(label(path), words) for path, words in found.texts],
    }
