"""The second check: at signing in, setting it up with a picture to scan, and spare codes."""

from __future__ import annotations

from base64 import b32encode
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from withus.actions import getting_in as change
from withus.actions import signing_in as act
from withus.core.errors import Refusal
from withus.questions import signing_in as ask
from withus.screens.frame.qr import qr
from withus.screens.signing_in import here
from withus.screens.signing_in.entering import again, forms, shown
from withus.screens.signing_in.ways import changing, just_signed_in, mine, on_ways, to_ways


@forms
def enter(request: HttpRequest) -> HttpResponse:
    """Take the second factor of somebody who showed the first."""
    account = ask.account_by(here.held(request, here.HALF_IN))
    if account is None:
        return HttpResponseRedirect(reverse("signing_in:start"))
    if request.method != "POST":
        return shown(request, "second")
    try:
        act.take_second(account, request.POST.get("code", ""), asking=here.asking(request))
    except Refusal as refusal:
        return again(request, "second", refusal, "code")
    return here.let_in(request, account)


@require_POST
@just_signed_in
def begin(request: HttpRequest) -> HttpResponse:
    """Draw the secret for an app of codes."""
    change.begin_second(mine(request))
    return HttpResponseRedirect(reverse("signing_in:second-set-up"))


@forms
@just_signed_in
def set_up(request: HttpRequest) -> HttpResponse:
    """Show the secret as a picture and as letters, and take a first code from the app."""
    secret = ask.secret_to_share(mine(request))
    if secret is None:
        return to_ways()
    letters = b32encode(secret).decode()
    uri = f"otpauth://totp/Withus?{urlencode({'secret': letters, 'issuer': 'Withus'})}"
    told: dict[str, Any] = {
        "qr": qr(uri),
        "letters": " ".join(letters[at : at + 4] for at in range(0, len(letters), 4)),
    }
    if request.method != "POST":
        return shown(request, "second_set_up", **told)
    try:
        codes = change.turn_second_on(
            changing(request), request.POST.get("code", ""), asking=here.asking(request)
        )
    except Refusal as refusal:
        return again(request, "second_set_up", refusal, "code", **told)
    return shown(request, "spare_codes", codes=codes)


@require_POST
@just_signed_in
def turn_off(request: HttpRequest) -> HttpResponse:
    """Turn the second check off."""
    change.turn_second_off(changing(request))
    return to_ways()


@require_POST
@just_signed_in
def spare(request: HttpRequest) -> HttpResponse:
    """Make new spare codes, and show them this once."""
    try:
        codes = change.make_spare_codes(changing(request))
    except Refusal as refusal:
        return again(request, "ways", refusal, "", **on_ways(request))
    return shown(request, "spare_codes", codes=codes)
