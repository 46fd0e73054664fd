"""Which accounts were signed in at this browser of late, so that nobody confirms what they typed.

They stand in a cookie that only this place can read: sealed under a key made from SECRET_KEY. It
lasts as long as a session can, for whoever types may have signed in days before.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from withus.core.errors import Refusal
from withus.core.proofs.base64_strict import from_base64url, to_base64url
from withus.stores.accounts.models import Account
from withus.stores.keys.locker import seal, unseal

Answer = Callable[[HttpRequest], HttpResponse]
COOKIE = "__Host-before" if settings.SECURE else "before"
LATELY = settings.SESSION_COOKIE_AGE
MOST = 12  # accounts: the latest
NOW = "signed_in_now"  # on a request: the account that it signed in


def beside(request: HttpRequest) -> frozenset[str]:
    """Return the accounts that were signed in at this browser of late: for `Actor(beside=...)`."""
    return frozenset(_read(request))


def noted(answer: Answer) -> Answer:
    """Put down in the cookie who has just signed in. No session is read for it."""

    def with_note(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        account: str | None = getattr(request, NOW, None)
        if account is not None:
            _write(response, _read(request) | {account: int(time.time())})
        return response

    return with_note


@receiver(user_logged_in, dispatch_uid=COOKIE)
def _noticed(request: HttpRequest, user: Account, **_: object) -> None:
    setattr(request, NOW, str(user.pk))


def _read(request: HttpRequest) -> dict[str, int]:
    try:
        told = unseal(_secret(), from_base64url(request.COOKIES.get(COOKIE, "")), bound_to=COOKIE)
    except Refusal:
        return {}
    accounts: dict[str, int] = json.loads(told)
    return {each: at for each, at in accounts.items() if at > time.time() - LATELY}


def _write(response: HttpResponse, accounts: dict[str, int]) -> None:
    latest = sorted(accounts.items(), key=lambda each: -each[1])[:MOST]
    told = to_base64url(seal(_secret(), json.dumps(dict(latest)).encode(), bound_to=COOKIE))
    response.set_cookie(
        COOKIE, told, max_age=LATELY, httponly=True, samesite="Lax", secure=settings.SECURE
    )


def _secret() -> bytes:
    return salted_hmac("who was signed in here", "", algorithm="sha256").digest()
