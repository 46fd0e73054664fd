"""Looking as a plain member: with no more rights than a member has, and nothing can be entered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

Answer = Callable[[HttpRequest], HttpResponse]
LOOKING = "looking"  # in the session: the partnerships that are looked at so
STAYS_OPEN = ("looking", "signing_in", "checking", "worrying")
"""Rooms to which one can still send: to stop, to sign out, to check minutes, and to be helped."""


def looks(request: HttpRequest, origin: str = "") -> bool:
    """Tell whether somebody looks so, at one partnership or any; no browser is asked in vain."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    looked_at = request.session.get(LOOKING, [])
    return origin in looked_at if origin else bool(looked_at)


def look(request: HttpRequest, origin: str) -> None:
    """Begin to look at a partnership so."""
    request.session[LOOKING] = sorted({*request.session.get(LOOKING, []), origin})


def stop(request: HttpRequest, origin: str) -> None:
    """Look at it as whoever one is."""
    request.session[LOOKING] = [each for each in request.session.get(LOOKING, []) if each != origin]


class OnlyLooking:
    """Nothing that is sent by whoever looks so reaches a page; they are told why."""

    def __init__(self, answer: Answer) -> None:
        """Stand before all pages."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hand a request on."""
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Any, given: Any, named: dict[str, Any]
    ) -> HttpResponse | None:
        """Refuse what is sent while somebody looks."""
        match = request.resolver_match
        room = match.namespace if match else ""
        if request.method in ("GET", "HEAD") or room in STAYS_OPEN or not looks(request):
            return None
        context = {"origin": request.session[LOOKING][0]}
        return render(request, "frame/only_looking.html", context, status=403)
