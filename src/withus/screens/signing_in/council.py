"""Signing in by way of one's council."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from withus.actions import council as act
from withus.core.errors import Refusal
from withus.screens.signing_in import here
from withus.screens.signing_in.entering import again, on_start

HELD = "council"  # what is held until they come back


def us() -> act.Client:
    """Return what we are to the council's sign-in; no such page where there is none."""
    council = settings.WITHUS_COUNCIL
    if council is None:
        raise Http404
    back = settings.WITHUS_PUBLIC_URL.rstrip("/") + reverse("signing_in:council-back")
    return act.Client(council.issuer, council.client, council.secret, back)


@require_safe
def go(request: HttpRequest) -> HttpResponse:
    """Send somebody to their council's sign-in."""
    try:
        address, held = act.begin(us())
    except Refusal as refusal:
        return again(request, "start", refusal, "", **on_start(request))
    request.session[HELD] = held
    request.session[here.AFTER] = here.wanted(request)
    return HttpResponseRedirect(address)


@require_safe
def back(request: HttpRequest) -> HttpResponse:
    """Let in whoever comes back from their council's sign-in and is known here."""
    client = us()
    held = request.session.pop(HELD, {})
    after = str(request.session.get(here.AFTER, ""))
    told = {"code": request.GET.get("code", ""), "state": request.GET.get("state", "")}
    try:
        account = act.come_back(client, **told, held=held)
    except Refusal as refusal:
        return again(request, "start", refusal, "", **on_start(request))
    here.begin(request, **{here.AFTER: after})
    return here.first_factor(request, account)
