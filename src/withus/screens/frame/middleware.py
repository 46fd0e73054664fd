"""What happens to every request and every answer."""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import get_language

from withus.saying.language import said_in
from withus.screens.frame import views
from withus.screens.frame.uploads import Sent, announced

Answer = Callable[[HttpRequest], HttpResponse]

ASKED_OF_NO_ONE = ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")


def headers(answer: Answer) -> Answer:
    """Answers to what a person sent, and pages that asked who is here, are kept by nobody."""

    def with_headers(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response["Permissions-Policy"] = ", ".join(f"{name}=()" for name in ASKED_OF_NO_ONE)
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        session = getattr(request, "session", None)
        if request.method not in ("GET", "HEAD"):
            response["Cache-Control"] = "no-store"
        elif session is not None and session.accessed:
            response["Cache-Control"] = "private, no-store"
        return response

    return with_headers


def to_https(answer: Answer) -> Answer:
    """Sends people from http to https, where the proxy says they came by http."""

    def over_https(request: HttpRequest) -> HttpResponse:
        came_by = request.headers.get("X-Forwarded-Proto", "").split(",")[0].strip()
        if settings.SECURE_PROXY_SSL_HEADER and came_by == "http":
            return HttpResponsePermanentRedirect(
                settings.CSRF_TRUSTED_ORIGINS[0] + request.get_full_path()
            )
        return answer(request)

    return over_https


def plain_words(answer: Answer) -> Answer:
    """A refusal that came without a page (405) gets one."""

    def with_a_page(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if response.status_code == 405 and not response.content:
            page = views.not_this_way(request)
            page["Allow"] = response["Allow"]
            return page
        return response

    return with_a_page


def spoken(answer: Answer) -> Answer:
    """What saying says is in the language of the page around it."""

    def in_one_language(request: HttpRequest) -> HttpResponse:
        with said_in(get_language() or settings.LANGUAGE_CODE):
            return answer(request)

    return in_one_language


def limits(answer: Answer) -> Answer:
    """Starts the count of what is sent (see uploads), and asks for its size beforehand."""

    def within_limits(request: HttpRequest) -> HttpResponse:
        sent = cast(Sent, request)
        sent.too_big = announced(request) > settings.WITHUS_LARGEST_REQUEST
        sent.files_too_big = []
        if "Transfer-Encoding" in request.headers:
            return views.size_not_said(request)
        return answer(request)

    return within_limits
