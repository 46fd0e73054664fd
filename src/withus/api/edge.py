"""What happens to every call before it is read, and to every answer, a page's included."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language_from_request

from withus.api.refusing import refuse
from withus.core.errors import Refusal
from withus.saying.language import said_in

Answer = Callable[[HttpRequest], HttpResponse]

ROOT = "/api/"
LARGEST = 100_000  # an entry has at most 65,535 bytes; what is sealed comes on top
TAKEN_IN, AT_A_TIME = 1_000_000, 65_536
OF_PAGES = {404: "no_such_address", 405: "not_this_way", 411: "size_not_said", 500: "fault"}


def calls(answer: Answer) -> Answer:
    """Takes from a call what only a browser sends, and gives each answer the one form."""

    def called(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(ROOT):
            return answer(request)
        with said_in(get_language_from_request(without_cookies(request))):
            response = too_much(request) if announced(request) > LARGEST else answer(request)
            if response.status_code == 301:  # from http to https, for browsers
                response = refuse(Refusal("by_http"), status=403)
            elif response.status_code >= 400 and not is_json(response):
                response = in_one_form(response)
        response["Cache-Control"] = "no-store"
        return response

    return called


def without_cookies(request: HttpRequest) -> HttpRequest:
    """Let nobody act by a cookie here: none is read, so no form of another site can do harm."""
    request.META.pop("HTTP_COOKIE", None)
    request.COOKIES = {}
    request.csrf_processing_done = True  # type: ignore[attr-defined]
    return request


def announced(request: HttpRequest) -> int:
    """Tell how long a call says it is."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() and len(length) < 20 else LARGEST + 1


def too_much(request: HttpRequest) -> HttpResponse:
    """Refuse what is too long, once enough of it is taken in for the answer to be read."""
    left = TAKEN_IN
    with suppress(OSError, ValueError):  # they have gone: nobody is waiting
        while left > 0 and (piece := request.read(AT_A_TIME)):
            left -= len(piece)
    return refuse(Refusal("too_much", {"most": LARGEST}), status=413)


def is_json(response: HttpResponse) -> bool:
    """Tell whether an answer is one of ours."""
    return response.get("Content-Type", "").startswith("application/json")


def in_one_form(response: HttpResponse) -> HttpResponse:
    """Tell in the one form what was refused before it came to an endpoint, with a page."""
    code = OF_PAGES.get(response.status_code, "refused")
    found = refuse(Refusal(code), status=response.status_code)
    if "Allow" in response:
        found["Allow"] = response["Allow"]
    return found
