"""Passkeys: sign in with one, add one, name it, take it away. Only these pages run a script."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from withus.actions import getting_in as change
from withus.actions import passkeys as act
from withus.core.errors import Refusal
from withus.core.rules.signing_in import CODE_LASTS, NotRight
from withus.questions import signing_in as ask
from withus.screens.signing_in import here
from withus.screens.signing_in.entering import again, forms, shown
from withus.screens.signing_in.ways import changing, just_signed_in, mine, on_ways, to_ways

STATE = "passkey"  # what is held while a browser asks for a passkey
LONGEST = 20_000
runs_our_script = csp_update({"script-src": [SELF]})


def at(request: HttpRequest) -> act.Where:
    """Return what passkeys are for here, and from where and when it is asked.

    By https that is the public address, and no other. By http browsers give passkeys to this
    machine alone, at whichever port it is served.
    """
    public = urlsplit(settings.WITHUS_PUBLIC_URL)
    origin = f"{public.scheme}://{public.netloc}"
    if not settings.SECURE:
        origin = f"http://{request.get_host()}"
    site = act.Site(host=str(urlsplit(origin).hostname), origin=origin)
    return act.Where(site, here.asking(request))


def answer(request: HttpRequest) -> dict[str, Any]:
    """Return what the browser made of a passkey."""
    sent = request.POST.get("answer", "")
    try:
        told = json.loads(sent) if 0 < len(sent) <= LONGEST else None
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise NotRight("passkey_wrong")
    return told


def state(request: HttpRequest) -> dict[str, Any]:
    """Return what was held, once."""
    found = request.session.pop(STATE, None)
    if not isinstance(found, dict):
        raise NotRight("passkey_wrong")
    return found


@runs_our_script
@forms
def enter(request: HttpRequest) -> HttpResponse:
    """Sign in with a passkey."""
    refused = None
    after = here.wanted(request)
    if request.method == "POST":
        try:
            account = act.sign_in(answer(request), state=state(request), at=at(request))
        except Refusal as refusal:
            refused = refusal
        else:
            here.begin(request, **{here.AFTER: after})
            return here.let_in(request, account)
    asked, request.session[STATE] = act.begin_signing_in(site=at(request).site)
    if not request.user.is_authenticated:
        request.session.set_expiry(CODE_LASTS)
    told: dict[str, Any] = {"asked": json.dumps(asked), "after": after}
    if refused:
        return again(request, "passkey", refused, "passkey", **told)
    return shown(request, "passkey", **told)


@runs_our_script
@forms
@just_signed_in
def add(request: HttpRequest) -> HttpResponse:
    """Add a passkey."""
    refused, name = None, request.POST.get("name", "")
    if request.method == "POST":
        try:
            made = answer(request)
            act.add(changing(request), made, name=name, state=state(request), at=at(request))
        except Refusal as refusal:
            refused = refusal
        else:
            return to_ways()
    asked, request.session[STATE] = act.begin_adding(mine(request), site=at(request).site)
    told: dict[str, Any] = {"asked": json.dumps(asked), "typed": name}
    if refused:
        return again(request, "passkey_add", refused, "name", **told)
    return shown(request, "passkey_add", **told)


@forms
@just_signed_in
def change_name(request: HttpRequest, *, passkey: str) -> HttpResponse:
    """Give a passkey another name."""
    known = ask.passkey_of(mine(request), passkey)
    if known is None:
        raise Http404
    if request.method != "POST":
        return shown(request, "passkey_change", known=known, typed=known.name)
    typed = request.POST.get("name", "")
    try:
        change.name_passkey(mine(request), passkey, typed)
    except Refusal as refusal:
        return again(request, "passkey_change", refusal, "name", known=known, typed=typed)
    return to_ways()


@require_POST
@just_signed_in
def drop(request: HttpRequest, *, passkey: str) -> HttpResponse:
    """Take a passkey away."""
    try:
        change.drop_passkey(changing(request), passkey)
    except Refusal as refusal:
        return again(request, "ways", refusal, "", **on_ways(request))
    return to_ways()
