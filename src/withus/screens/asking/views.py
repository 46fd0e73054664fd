"""The data contact's pages: answer what was asked, put it on hold, or order an erasure."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from withus.actions import asking as act
from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.jobs import erasing
from withus.questions import asking as questions
from withus.questions.mine import partnership
from withus.screens.frame.allowed import faults, for_those_who_may, rendered
from withus.screens.frame.me import Me
from withus.screens.frame.public import page_wanted
from withus.screens.mine.asks import told

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])
for_data_contacts = for_those_who_may(Act.ANSWER_ASKS)


@require_safe
@for_data_contacts
def every(request: HttpRequest, here: Me) -> HttpResponse:
    """Show what was asked, the open ones first, by when they are due."""
    live, _ = partnership(here.origin)
    found = questions.all_asks(here.origin, page=page_wanted(request))
    context = {
        "origin": here.origin,
        "partnership": live.name,
        "listed": [told(one) | {"name": name} for one, name in found.listed],
        "page": found.page,
    }
    return rendered(request, "asking/every.html", context)


@READ_OR_SENT
@for_data_contacts
def one(request: HttpRequest, here: Me, *, ask: str) -> HttpResponse:
    """Show one ask, and answer it."""
    if request.method != "POST":
        return rendered(request, "asking/one.html", _one(here, ask))
    typed = request.POST.get("answer", "").strip()
    questions.one_ask(here.origin, ask)
    try:
        act.answer(record=here.origin, wanted=ask, words=typed, by=here.person, on=localdate())
    except Refusal as refusal:
        more = faults(refusal, box="answer") | {"typed": typed}
        return rendered(request, "asking/one.html", _one(here, ask) | more, status=422)
    return redirect("asking:one", here.origin, ask)


@require_POST
@for_data_contacts
def hold(request: HttpRequest, here: Me, *, ask: str) -> HttpResponse:
    """Put an ask on hold, and say why."""
    reason = request.POST.get("reason", "").strip()
    try:
        act.hold(record=here.origin, wanted=ask, reason=reason, by=here.person, on=localdate())
    except Refusal as refusal:
        more = faults(refusal, box="reason") | {"reason": reason}
        return rendered(request, "asking/one.html", _one(here, ask) | more, status=422)
    return redirect("asking:one", here.origin, ask)


@require_POST
@for_data_contacts
def go_on(request: HttpRequest, here: Me, *, ask: str) -> HttpResponse:
    """Let an ask go on that was on hold; an erasure that was ordered is then done."""
    try:
        erasing.release(record=here.origin, wanted=ask, by=here.person, on=localdate())
    except Refusal as refusal:
        more = faults(refusal)
        return rendered(request, "asking/one.html", _one(here, ask) | more, status=422)
    return redirect("asking:one", here.origin, ask)


@READ_OR_SENT
@for_those_who_may(Act.ORDER_ERASURE)
def erase(request: HttpRequest, here: Me, *, ask: str) -> HttpResponse:
    """Say what an erasure takes away and what stays, and order it."""
    found, who = questions.to_erase(here.origin, ask)
    context = {
        "origin": here.origin,
        "partnership": who.live.name,
        "one": told(found),
        "name": who.me.name,
        "openings": questions.would_go(who),
        "own": found.person == here.person,
    }
    if request.method != "POST":
        return rendered(request, "asking/erase.html", context)
    try:
        erasing.order(record=here.origin, wanted=ask, by=here.person, on=localdate())
    except Refusal as refusal:
        return rendered(request, "asking/erase.html", context | faults(refusal), status=422)
    return redirect("asking:one", here.origin, ask)


def _one(here: Me, ask: str) -> dict[str, Any]:
    live, _ = partnership(here.origin)
    found, name = questions.one_ask(here.origin, ask)
    return {
        "origin": here.origin,
        "partnership": live.name,
        "one": told(found),
        "name": name,
    }
