"""Who may come to these pages, and how a refusal is shown on the page it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.core.rules.signing_in import NotRight, TooOften
from withus.core.rules.situation import NotAllowed
from withus.questions.inviting import Offer
from withus.saying.inviting.letters import Asked
from withus.saying.keeping import refusals
from withus.saying.signing_in import refusals as of_signing_in
from withus.screens.frame.me import Me, check_allowed, signed_in
from withus.screens.frame.views import Fault, say

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Me, P], HttpResponse]
Open = Callable[..., HttpResponse]
FIELDS = {
    "code_void": "code",
    "no_code_typed": "code",
    "own_code_wrong": "code",
    "code_elsewhere": "code",
    "too_often": "code",
    "no_name_to_invite": "name",
    "name_too_long": "name",
    "no_route_to_invite": "route",
    "no_address_to_invite": "address",
    "no_phone_to_ring": "phone",
}
"""The field that mends a refusal, where one does."""


def may(act: Act) -> Callable[[View[P]], Open]:
    """Let in whoever may do something; tell the others why not, and who may."""

    def only_for_them(view: View[P]) -> Open:
        @wraps(view)
        def or_say_why(request: HttpRequest, *, origin: str, **named: Any) -> HttpResponse:
            try:
                here = check_allowed(request, origin, act)
            except NotAllowed as refusal:
                return not_theirs(request, refusal)
            return view(request, here, **named)  # type: ignore[call-arg]

        return signed_in(or_say_why)

    return only_for_them


def not_theirs(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Tell somebody why a page is not theirs."""
    wrong, then = refusals.said(refusal)
    return say(request, Fault(status=403, title=wrong.rstrip("."), happened=wrong, next=then))


def faults(*refused: Refusal) -> dict[str, Any]:
    """Tell refusals for the summary of a page, and each at its field."""
    errors, at = [], {}
    for refusal in refused:
        field = FIELDS.get(refusal.code, "")
        told = of_signing_in if isinstance(refusal, NotRight | TooOften) else refusals
        sentence = told.line(refusal)
        errors.append({"sentence": sentence, "field": field})
        at[field] = sentence
    return {"errors": errors, "at": at}


def asked(offer: Offer) -> Asked:
    """Tell an invitation as saying needs it."""
    return Asked(**offer.told(), address=where_to_answer())


def where_to_answer() -> str:
    """Tell the address, as people type it, of the page that takes a code."""
    return settings.WITHUS_PUBLIC_URL.rstrip("/") + reverse("inviting:start")
