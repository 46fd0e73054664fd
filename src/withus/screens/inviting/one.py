"""One invitation: what became of it, its letter, send it again, take it back."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST, require_safe

from withus.actions import inviting as act
from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.questions import inviting as ask
from withus.saying import words
from withus.saying.inviting import letters as saying
from withus.saying.inviting import shown
from withus.screens.frame.allowed import faults, for_those_who_may
from withus.screens.frame.me import Me
from withus.screens.frame.qr import qr
from withus.screens.inviting.answering import asked, where_to_answer
from withus.screens.inviting.invite import letter
from withus.screens.inviting.people import invited_line


@require_safe
@for_those_who_may(Act.INVITE)
def invitation(request: HttpRequest, here: Me, *, invitation: str) -> HttpResponse:
    """Show an invitation, and what can be done with it."""
    return _shown(request, here, invitation)


@require_POST
@for_those_who_may(Act.INVITE)
def again(request: HttpRequest, here: Me, *, invitation: str) -> HttpResponse:
    """Send it again with a new code."""
    try:
        act.send_again(invitation, record=here.origin, by=here.person, now=now(), letter=letter)
    except Refusal as refusal:
        return _shown(request, here, invitation, refusal)
    return _back(here, invitation)


@require_POST
@for_those_who_may(Act.INVITE)
def revoke(request: HttpRequest, here: Me, *, invitation: str) -> HttpResponse:
    """Take it back."""
    try:
        act.revoke(invitation, record=here.origin, by=here.person, now=now())
    except Refusal as refusal:
        return _shown(request, here, invitation, refusal)
    return _back(here, invitation)


@require_safe
@for_those_who_may(Act.INVITE)
def letters(request: HttpRequest, here: Me) -> HttpResponse:
    """Show letters to print: those chosen, or all that wait for an answer, each on its own page."""
    found = ask.on_paper(here.origin, request.GET.getlist("one"), now=now())
    partnership, practice = ask.named_and_practising(here.origin)
    offers = [ask.Offer(one, here.origin, partnership, practice) for one in found]
    context = {
        "origin": here.origin,
        "name": partnership,
        "practice": practice,
        "large": request.GET.get("size") == "large",
        "letters": [_letter(one) for one in offers if one.invited.sealed.code],
        "chosen": request.GET.getlist("one"),
        "address": where_to_answer(),
        "qr": qr(where_to_answer()),
        "ways": shown.ways(),
        "wrong": saying.wrong_person(),
    }
    return render(request, "inviting/letters.html", context)


def _letter(offer: ask.Offer) -> dict[str, Any]:
    told, one = asked(offer), offer.invited
    return {
        "id": one.id,
        "name": one.name,
        "partnership": offer.partnership,
        "day": words.day(localdate(one.made_at)),
        "heading": saying.heading(told),
        "invites": saying.invites(told),
        "means": saying.means(told),
        "whose": saying.whose_place(told),
        "until": saying.until(told),
        "inviter": one.by,
        "phone": one.sealed.phone,
        "code": one.sealed.code,
        "is_place": one.place is not None,
        "is_back": told.back,
    }


def _shown(
    request: HttpRequest, here: Me, wanted: str, refusal: Refusal | None = None
) -> HttpResponse:
    offer = ask.invitation(here.origin, wanted, now=now())
    if offer is None:
        raise Http404
    one = offer.invited
    context = {
        "origin": here.origin,
        "partnership": offer.partnership,
        "one": invited_line(one),
        "place": one.place.ref if one.place else "",
        "duty": one.duty.value if one.duty else "",
        "address": one.sealed.address,
        "phone": one.sealed.phone,
        "by": one.by,
        "state": one.state.value,
    }
    if refusal is None:
        return render(request, "inviting/invitation.html", context)
    return render(request, "inviting/invitation.html", context | faults(refusal), status=422)


def _back(here: Me, invitation: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("inviting:invitation", args=[here.origin, invitation]))
