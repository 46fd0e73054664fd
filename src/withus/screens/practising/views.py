"""What a practice run is; going live from it, and throwing it away, for the host's officer."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import practising as act
from withus.core.errors import Refusal
from withus.core.rules.rights import Act, may
from withus.jobs import throwing
from withus.questions import practising as ask
from withus.saying.mine import duties
from withus.saying.practising import runs as saying
from withus.screens.frame.allowed import faults, for_people, for_those_who_may, rendered
from withus.screens.frame.me import Me

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])
for_officers = for_those_who_may(Act.END_PRACTICE)


@require_safe
@for_people
def about(request: HttpRequest, here: Me) -> HttpResponse:
    """Say what a practice run is, and to those who may end it, how."""
    context = _about(here)
    context["may_end"] = may(Act.END_PRACTICE, here.duties())
    return rendered(request, "practising/about.html", context)


@READ_OR_SENT
@for_officers
def go_live(request: HttpRequest, here: Me) -> HttpResponse:
    """Show what would go live, and go live."""
    context = _about(here)
    if request.method != "POST":
        return rendered(request, "practising/go_live.html", context | _going(context["run"]))
    try:
        seen = _number(request.POST.get("seen", ""))
        plans = request.POST.get("with_plans") == "yes"
        went = act.go_live(
            record=here.origin, by=here.person, now=now(), seen=seen, with_plans=plans
        )
    except Refusal as refusal:
        wrong = context | _going(context["run"]) | faults(refusal)
        return rendered(request, "practising/go_live.html", wrong, status=422)
    return redirect("joining:partnership", went.origin)


@READ_OR_SENT
@for_officers
def throw_away(request: HttpRequest, here: Me) -> HttpResponse:
    """Show what would go and what stays, and throw a practice run away."""
    context = _about(here)
    if request.method != "POST":
        return rendered(request, "practising/throw_away.html", context | _waiting(context["run"]))
    try:
        throwing.throw_away(record=here.origin, by=here.person, account=here.account, now=now())
    except Refusal as refusal:
        wrong = context | _waiting(context["run"]) | faults(refusal)
        return rendered(request, "practising/throw_away.html", wrong, status=422)
    return redirect("practice-gone")


@require_safe
def gone(request: HttpRequest) -> HttpResponse:
    """Say that it is gone. It says so to anybody, and tells nothing of what was there."""
    return render(request, "practising/gone.html")


def _about(here: Me) -> dict[str, Any]:
    run = ask.practice_run(here.origin)
    return {"origin": here.origin, "partnership": run.name, "practice": True, "run": run}


def _going(run: ask.PracticeRun) -> dict[str, Any]:
    found = ask.going_live(run, on=localdate())
    return {
        "size": run.log.size,
        "live": found.origin,
        "other": found.other,
        "follows": saying.followed(found.follows),
        "boards": [
            (one.name, saying.board(one.places, one.held, one.rules)) for one in found.boards
        ],
        "more": saying.more(found.more),
        "rows": saying.carried(found.organisations, found.people, found.invited, found.duties),
        "works": saying.works(found.works),
        "missing": [duties.missing(each) for each in found.missing],
    }


def _waiting(run: ask.PracticeRun) -> dict[str, Any]:
    found = ask.waits(run.log.origin)
    told = {"worries": found.worries, "asks": found.asks}
    return told | {"entries": saying.entries(run.log.size)}


def _number(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 16):
        raise Refusal("practice_changed")
    return int(typed)
