"""Who has which duty; giving one and ending one, for the host's officer."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import duties as act
from withus.core.errors import Refusal
from withus.core.rules.rights import Act, may
from withus.core.words import Duty
from withus.questions import duties as ask
from withus.questions.finding import live
from withus.saying import words
from withus.saying.language import _
from withus.saying.mine import duties as saying
from withus.screens.frame.allowed import faults, for_those_who_may, rendered
from withus.screens.frame.me import Me, me
from withus.screens.frame.public import public

LONGEST_SEARCH = 100
READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])
for_officers = for_those_who_may(Act.NAME_DUTIES)


@require_safe
@public
def every(request: HttpRequest, *, origin: str) -> HttpResponse:
    """Show who has which duty: by name to whoever is in the partnership, by title to all."""
    here = me(request, origin)
    if here is None:
        live(origin)  # a practice run is nothing to those outside it
    found = ask.duties(origin, on=localdate(), names=here is not None)
    names = here is not None and may(Act.NAME_DUTIES, here.roles())
    context = _about(origin, found) | {
        "held": [_duty(one) for one in found.held],
        "inside": here is not None,
        "may_name": names,
        "practice": found.practice,
        "to_invite": [(each.value, saying.title(each)) for each in Duty] if names else [],
    }
    return rendered(request, "duties/every.html", context)


@require_safe
@for_officers
def give(request: HttpRequest, here: Me) -> HttpResponse:
    """Choose who is to have which duty."""
    return rendered(request, "duties/give.html", _choosing(here, _looked_for(request.GET)))


@READ_OR_SENT
@for_officers
def check(request: HttpRequest, here: Me) -> HttpResponse:
    """Look once more at who is to have which duty, and give it."""
    sent = request.POST if request.method == "POST" else request.GET
    chosen = {"duty": sent.get("duty", ""), "person": sent.get("person", "")}
    name = ask.name(here.origin, chosen["person"])
    errors = _missing(chosen, name)
    if errors:
        told = _choosing(here, _looked_for(sent)) | chosen | {"errors": errors}
        told["at"] = {each["field"]: each["sentence"] for each in errors}
        return rendered(request, "duties/give.html", told, status=422)
    if request.method == "POST":
        _give(here, Duty(chosen["duty"]), chosen["person"])
        return redirect("duties:every", here.origin)
    told = chosen | {
        "origin": here.origin,
        "title": saying.title(Duty(chosen["duty"])),
        "what": saying.what_it_is(Duty(chosen["duty"])),
        "name": name,
    }
    return rendered(request, "duties/check.html", told)


@READ_OR_SENT
@for_officers
def end(request: HttpRequest, here: Me, *, given: str) -> HttpResponse:
    """Say what ending a duty means, and end it."""
    found = ask.duties(here.origin, on=localdate(), names=True)
    one = next((each for each in found.held if each.given == given), None)
    if one is None:
        raise Http404
    context = _about(here.origin, found) | {"one": _duty(one)}
    context["last"] = one.duty in (Duty.SAFEGUARDING, Duty.DATA) and _only(found, one)
    if request.method != "POST":
        return rendered(request, "duties/end.html", context)
    try:
        act.end(record=here.origin, given=given, by=here.person, now=now(), until=localdate())
    except Refusal as refusal:
        return rendered(request, "duties/end.html", context | faults(refusal), status=422)
    return redirect("duties:every", here.origin)


def _give(here: Me, duty: Duty, person: str) -> None:
    act.give(
        record=here.origin,
        duty=duty,
        person=person,
        by=here.person,
        now=now(),
    )


def _only(found: ask.DutiesSeen, one: ask.DutySeen) -> bool:
    same = [each for each in found.held if each.duty is one.duty and each.board is None]
    return same == [one]


def _about(origin: str, found: ask.DutiesSeen) -> dict[str, Any]:
    missing = [saying.missing(each) for each in found.missing]
    return {"origin": origin, "partnership": found.partnership, "missing": missing}


def _duty(one: ask.DutySeen) -> dict[str, Any]:
    return {
        "given": one.given,
        "entry": one.entry,
        "title": saying.title(one.duty),
        "what": saying.what_it_is(one.duty),
        "since": words.day(one.since),
        "name": one.name,
        "of_a_board": one.board is not None,
    }


def _looked_for(sent: QueryDict) -> str:
    return sent.get("q", "").strip()[:LONGEST_SEARCH]


def _choosing(here: Me, typed: str) -> dict[str, Any]:
    found = ask.duties(here.origin, on=localdate(), names=False)
    duties = [(each.value, saying.title(each)) for each in Duty]
    choosing = ask.people(here.origin, typed)
    return _about(here.origin, found) | {
        "duties": duties,
        "people": choosing.people,
        "many": choosing.many,
        "count": choosing.count,
        "search": typed,
    }


def _missing(chosen: dict[str, str], name: str) -> list[dict[str, str]]:
    errors = []
    if chosen["duty"] not in set(Duty):
        errors.append({"field": "duty", "sentence": _("Choose a duty.")})
    if not name:
        errors.append({"field": "person", "sentence": _("Choose a person.")})
    return errors
