"""Signing in by a code sent by e-mail or a code on paper, and signing out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from withus.actions import signing_in as act
from withus.core.errors import Refusal
from withus.core.rules.signing_in import NotRight
from withus.saying.signing_in import keeps, mails, refusals
from withus.screens.signing_in import here
from withus.screens.signing_in.outbox import on_screen

forms = require_http_methods(["GET", "HEAD", "POST"])
LONGEST = 254


@forms
def start(request: HttpRequest) -> HttpResponse:
    """Ask for an address, and send a code to it; or show the other ways in."""
    if request.method != "POST":
        return shown(request, "start", **on_start(request))
    typed = request.POST.get("address", "").strip()
    try:
        check_address(typed)
        name = act.ask_for_code(typed, asking=here.asking(request), words=mails.code_to_sign_in)
    except Refusal as refusal:
        return again(request, "start", refusal, "address", **on_start(request), typed=typed)
    here.begin(request, **{here.PENDING: name, here.AFTER: here.wanted(request)})
    return HttpResponseRedirect(reverse("signing_in:code"))


@forms
def code(request: HttpRequest) -> HttpResponse:
    """Take the code that was sent."""
    name = here.held(request, here.PENDING)
    if not name:
        return HttpResponseRedirect(reverse("signing_in:start"))
    if request.method != "POST":
        return shown(request, "code", on_screen=on_screen(request))
    try:
        account = act.take_code(name, request.POST.get("code", ""), asking=here.asking(request))
    except Refusal as refusal:
        return again(request, "code", refusal, "code", on_screen=on_screen(request))
    return here.first_factor(request, account)


@forms
def own_code(request: HttpRequest) -> HttpResponse:
    """Take a code from paper. It stands for both factors: it is also for who has lost a phone."""
    after = here.wanted(request)
    if request.method != "POST":
        return shown(request, "own_code", after=after, keeps=keeps.of_a_code())
    try:
        account = act.take_own_code(request.POST.get("code", ""), asking=here.asking(request))
    except Refusal as refusal:
        told = {"after": after, "keeps": keeps.of_a_code()}
        return again(request, "own_code", refusal, "code", **told)
    here.begin(request, **{here.AFTER: after})
    return here.let_in(request, account)


@forms
def out(request: HttpRequest) -> HttpResponse:
    """Sign out on this browser."""
    if request.method != "POST":
        return shown(request, "out")
    logout(request)
    return HttpResponseRedirect(reverse("home"))


def check_address(typed: str) -> None:
    """Refuse what is no e-mail address."""
    try:
        if len(typed) > LONGEST:
            raise ValidationError("")
        validate_email(typed)
    except ValidationError:
        raise NotRight("address_missing") from None


def on_start(request: HttpRequest) -> dict[str, Any]:
    """Return what the first page shows."""
    return {
        "after": here.wanted(request),
        "sends": bool(settings.EMAIL_HOST),
        "on_screen": on_screen(request),
        "council": settings.WITHUS_COUNCIL,
        "here_already": request.user.is_authenticated,
    }


def shown(request: HttpRequest, page: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """Show a page of this room, which nobody may keep."""
    told = {"takes_in": True} | context
    response = render(request, f"signing_in/{page}.html", told, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


def again(
    request: HttpRequest, page: str, refusal: Refusal, field: str, **context: Any
) -> HttpResponse:
    """Show a page again, with what to put right."""
    sentence = refusals.line(refusal)
    told = {"errors": [{"field": field, "sentence": sentence}], "error": sentence}
    return shown(request, page, status=422, **told, **context)
