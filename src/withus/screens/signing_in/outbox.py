"""Mail on a page, where this place has no mail server: for this machine alone."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from withus.stores.outbox import mail

THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
HANDED_ON = (
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "Forwarded",
    "X-Real-IP",
    "Via",
)


def on_screen(request: HttpRequest) -> bool:
    """Tell whether mail is shown on a page: to whoever sits at this machine, and nobody else.

    A request that a proxy handed on comes from this machine too, and is not from it.
    """
    return (
        not settings.EMAIL_HOST
        and urlsplit(settings.WITHUS_PUBLIC_URL).hostname in THIS_MACHINE
        and request.META.get("REMOTE_ADDR", "") in ("127.0.0.1", "::1")
        and not any(name in request.headers for name in HANDED_ON)
    )


@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """Show the mail that waits, the newest first."""
    if not on_screen(request):
        raise Http404
    response = render(request, "signing_in/outbox.html", {"letters": mail.waiting(most=50)})
    response["Cache-Control"] = "private, no-store"
    return response
