"""How I get in: the page, addresses, the code on paper, and signing out everywhere."""

from __future__ import annotations

from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from withus.actions import getting_in as act
from withus.actions.getting_in import Changing
from withus.core.errors import Refusal
from withus.questions import signing_in as ask
from withus.saying import words
from withus.saying.signing_in import mails
from withus.screens.frame.me import signed_in_lately
from withus.screens.signing_in import here
from withus.screens.signing_in.entering import again, check_address, forms, shown
from withus.screens.signing_in.outbox import on_screen
from withus.stores.accounts.models import Account

just_signed_in = signed_in_lately("signing_in:ways")
NEW = "new_address"  # the id of the code that was sent to a new address


def mine(request: HttpRequest) -> Account:
    """Return the account that is signed in."""
    return cast(Account, request.user)


def changing(request: HttpRequest) -> Changing:
    """Return whose ways in are changed, and how that is told."""
    return Changing(mine(request), told=lambda code: mails.ways_changed(mails.changes()[code]))


@require_safe
@just_signed_in
def ways(request: HttpRequest) -> HttpResponse:
    """Show the ways in that somebody has."""
    return shown(request, "ways", **on_ways(request))


def on_ways(request: HttpRequest) -> dict[str, Any]:
    """Return what the page of ways in shows."""
    found = ask.ways_of(mine(request))
    return {
        "ways": found,
        "keys": [(each, words.day(each.made_on)) for each in found.passkeys],
        "paper": words.day(found.own_code) if found.own_code else "",
        "council": settings.WITHUS_COUNCIL,
    }


def to_ways() -> HttpResponseRedirect:
    """Send somebody back to the page of their ways in."""
    return HttpResponseRedirect(reverse("signing_in:ways"))


@require_POST
@just_signed_in
def add_address(request: HttpRequest) -> HttpResponse:
    """Send a code to a new address, to show that it is theirs."""
    typed = request.POST.get("address", "").strip()
    try:
        check_address(typed)
        name = act.ask_to_add(
            mine(request), typed, asking=here.asking(request), words=mails.code_for_address
        )
    except Refusal as refusal:
        return again(request, "ways", refusal, "address", **on_ways(request), typed=typed)
    request.session[NEW] = name
    return HttpResponseRedirect(reverse("signing_in:address-code"))


@forms
@just_signed_in
def address_code(request: HttpRequest) -> HttpResponse:
    """Take the code that was sent to a new address."""
    name = str(request.session.get(NEW, ""))
    if not name:
        return to_ways()
    told = {"on_screen": on_screen(request)}
    if request.method != "POST":
        return shown(request, "address_code", **told)
    try:
        act.add_address(
            changing(request), name, request.POST.get("code", ""), asking=here.asking(request)
        )
    except Refusal as refusal:
        return again(request, "address_code", refusal, "code", **told)
    del request.session[NEW]
    return to_ways()


@require_POST
@just_signed_in
def drop_address(request: HttpRequest) -> HttpResponse:
    """Take an address away."""
    try:
        act.drop_address(changing(request), request.POST.get("address", ""))
    except Refusal as refusal:
        return again(request, "ways", refusal, "", **on_ways(request))
    return to_ways()


@require_POST
@just_signed_in
def new_own_code(request: HttpRequest) -> HttpResponse:
    """Make a new code on paper, and show it this once."""
    code = act.make_own_code(changing(request), asking=here.asking(request))
    return shown(request, "own_code_made", code=code)


@require_POST
@just_signed_in
def everywhere(request: HttpRequest) -> HttpResponse:
    """Sign out on every browser, this one too, and end every key for a program."""
    act.sign_out_everywhere(changing(request))
    request.session.flush()
    return HttpResponseRedirect(reverse("signing_in:start"))
