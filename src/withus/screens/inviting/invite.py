"""Inviting somebody: a form, a page to check the answers, and then it is sent."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from withus.actions import inviting as act
from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.core.words import Duty
from withus.questions import inviting as ask
from withus.questions.invited import PlaceOn
from withus.saying import words
from withus.saying.inviting import letters, shown
from withus.saying.joining.terms import term
from withus.screens.frame.allowed import faults, for_those_who_may
from withus.screens.frame.me import Me
from withus.screens.inviting.answering import asked
from withus.stores.inviting.invitations import Route
from withus.stores.inviting.models import Invitation

TYPED = ("name", "person", "route", "address", "phone", "place", "duty", "board")
LONGEST = 400


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_may(Act.INVITE)
def invite(request: HttpRequest, here: Me) -> HttpResponse:
    """Show the form; then what was answered, to check; then invite."""
    sent = request.POST if request.method == "POST" else request.GET
    typed = {name: sent.get(name, "").strip()[:LONGEST] for name in TYPED}
    form = _form(here, typed)
    if request.method != "POST" or request.POST.get("step") == "change":
        return render(request, "inviting/invite.html", form)
    try:
        wanted = _wanted(typed)
        act.check_sense(wanted)
        if request.POST.get("step") != "send":
            return render(request, "inviting/check.html", form | _checked(typed, form))
        invitation, _code = act.invite(
            wanted, record=here.origin, by=here.person, now=now(), letter=letter
        )
    except Refusal as refusal:
        return render(request, "inviting/invite.html", form | faults(refusal), status=422)
    return HttpResponseRedirect(reverse("inviting:invitation", args=[here.origin, invitation]))


def letter(row: Invitation, code: str) -> tuple[str, str]:
    """Tell an invitation as an e-mail."""
    offer = ask.offer(row, now=row.made_at)
    assert offer is not None
    told = asked(offer)
    return letters.subject(told), letters.body(told, code)


def _wanted(typed: dict[str, str]) -> act.Wanted:
    if typed["route"] not in set(Route):
        raise Refusal("no_route_to_invite")
    return act.Wanted(
        route=Route(typed["route"]),
        name=typed["name"],
        person=typed["person"] or None,
        place=typed["place"] or None,
        duty=Duty(typed["duty"]) if typed["duty"] in set(Duty) else None,
        board=typed["board"] or None,
        address=typed["address"] if typed["route"] == Route.EMAIL else "",
        phone=typed["phone"],
    )


def _form(here: Me, typed: dict[str, str]) -> dict[str, Any]:
    place = ask.place_on(here.origin, typed["place"]) if typed["place"] else None
    known = ask.known(here.origin, typed["person"], now=now()) if typed["person"] else None
    duty = typed["duty"] in set(Duty)
    back = known is not None and not typed["place"] and not typed["duty"]
    if (place is None and not duty and not back) or (typed["person"] and known is None):
        raise Http404
    return {
        "origin": here.origin,
        "partnership": ask.name_of(here.origin),
        "typed": typed,
        "hidden": [(name, typed[name]) for name in TYPED],
        "to": _to(place, typed["duty"]),
        "board": place.board_name if place else "",
        "known": known.name if known else "",
        "routes": [(code.value, shown.route(code.value)) for code in Route],
    }


def _to(place: PlaceOn | None, duty: str) -> str:
    if place is None:
        return term(Duty(duty)) if duty else letters.heading_back()
    return f"{place.board_name}: {words.capacity(place.capacity)}"


def _checked(typed: dict[str, str], form: dict[str, Any]) -> dict[str, Any]:
    return {
        "who": form["known"] or typed["name"],
        "how": shown.route(typed["route"]),
        "by_email": typed["route"] == Route.EMAIL,
    }
