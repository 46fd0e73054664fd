"""Answering an invitation: type the code, say yes or no, and be in."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import inviting as act
from withus.core.errors import Refusal
from withus.core.words import ShownAs
from withus.questions import inviting as ask
from withus.questions.inviting import Offer
from withus.saying.inviting import letters as saying
from withus.saying.inviting import shown
from withus.saying.signing_in.keeps import of_a_code
from withus.screens.frame.allowed import faults
from withus.screens.frame.me import account_of, just_in
from withus.screens.inviting.answering import asked
from withus.screens.inviting.receipt import receipt
from withus.screens.signing_in.here import BACKEND, asking
from withus.stores.accounts.accounts import by_address, people_of
from withus.stores.inviting.invitations import CodeVoid

GOT, ANSWERED = "invited", "answered"  # in the session: an invitation, and which sending of it
LONGEST_CODE = 60


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Ask for the code; with the right one, go on to what it invites to."""
    if request.method != "POST":
        return _start(request)
    typed = request.POST.get("code", "").strip()[:LONGEST_CODE]
    try:
        if not typed:
            raise Refusal("no_code_typed")
        row = act.take_code(typed, asking=asking(request))
    except Refusal as refusal:
        return _start(request, refusal)
    request.session[GOT] = [row.id, row.sent]
    return HttpResponseRedirect(reverse("inviting:place"))


@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest) -> HttpResponse:
    """Show what somebody is invited to, and take their answer."""
    invitation, sent = request.session.get(GOT, ("", 0))
    offer = ask.taken_by(invitation, now=now()) if invitation else None
    if offer is None or offer.invited.state != "open" or offer.invited.sent != sent:
        return _start_again(request)
    if request.method != "POST":
        return render(request, "inviting/place.html", _offered(request, offer))
    try:
        if request.POST.get("answer") == "no":
            act.decline(invitation, sent=sent, now=now())
            del request.session[GOT]
            return HttpResponseRedirect(reverse("inviting:no"))
        return _yes(request, offer)
    except CodeVoid:
        return _start_again(request)
    except Refusal as refusal:
        context = _offered(request, offer) | faults(refusal)
        return render(request, "inviting/place.html", context, status=422)


def _start(request: HttpRequest, *refused: Refusal) -> HttpResponse:
    told = faults(*refused) | {"keeps": of_a_code()}
    return render(request, "inviting/start.html", told, status=422 if refused else 200)


def _start_again(request: HttpRequest) -> HttpResponse:
    had = request.session.pop(GOT, None)
    if had is None:
        return HttpResponseRedirect(reverse("inviting:start"))
    return _start(request, CodeVoid("code_void"))


def _yes(request: HttpRequest, offer: Offer) -> HttpResponse:
    way, here = request.POST.get("way", ""), account_of(request)
    if here and way not in ("same", "own"):
        raise Refusal("not_chosen")
    shown_as = request.POST.get("shown_as", "")
    if offer.invited.place and shown_as not in set(ShownAs):
        raise Refusal("not_chosen")
    done = act.accept(
        offer.invited.id,
        sent=offer.invited.sent,
        account=here if way == "same" else None,
        shown_as=ShownAs(shown_as or ShownAs.ROLE),
        now=now(),
    )
    if str(done.account.pk) != here:
        request.session.flush()
        login(request, done.account, backend=BACKEND)
        just_in(request)
    request.session.pop(GOT, None)
    request.session[ANSWERED] = offer.invited.id
    if done.code:  # it is kept nowhere, so this answer is the one place where it can stand
        return _in(request, offer.invited.id, code=done.code)
    return HttpResponseRedirect(reverse("inviting:done"))


def _offered(request: HttpRequest, offer: Offer) -> dict[str, Any]:
    told, address = asked(offer), offer.invited.sealed.address
    theirs = by_address(address) if address else None
    here = account_of(request)
    after = {"next": reverse("inviting:start")}
    return {
        "offer": offer,
        "practice": offer.practice,
        "heading": saying.heading(told),
        "invites": saying.invites(told),
        "means": saying.means(told),
        "whose": saying.whose_place(told),
        "phone": told.phone,
        "is_place": offer.invited.place is not None,
        "is_back": told.back,
        "ways": shown.ways(),
        "chosen": request.POST.get("shown_as", ShownAs.ROLE.value),
        "way": request.POST.get("way", ""),
        "signed_in": here is not None,
        "address_known": theirs is not None and str(theirs.pk) != here,
        "sign_in": urlencode(after),
        "large": request.GET.get("words") == "large",
    }


@require_safe
def done(request: HttpRequest) -> HttpResponse:
    """Show that they are in, and what comes next."""
    invitation = request.session.get(ANSWERED, "")
    if not invitation or account_of(request) is None:
        return HttpResponseRedirect(reverse("inviting:start"))
    return _in(request, invitation)


def _in(request: HttpRequest, invitation: str, *, code: str = "") -> HttpResponse:
    offer = ask.taken_by(invitation, now=now())
    account = account_of(request)
    people = people_of(account, offer.origin) if offer and account else ()
    if offer is None or offer.invited.person not in people or offer.invited.state != "taken":
        raise Http404
    entry = offer.invited.entry
    context = {
        "offer": offer,
        "practice": offer.practice,
        "board": saying.the_board(offer.invited.board_name) if offer.invited.board_name else "",
        "code": code,
        "receipt": None if entry is None else receipt(offer.origin, entry),
    }
    response = render(request, "inviting/done.html", context)
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def no(request: HttpRequest) -> HttpResponse:
    """Thank somebody who said no."""
    return render(request, "inviting/no.html", {"takes_in": True})
