"""A page and the sentences on it are in one language."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from withus.saying import language
from withus.screens.frame.middleware import spoken


def told(request: HttpRequest) -> HttpResponse:
    return HttpResponse(language._language.get())


def test_saying_follows_the_language_of_the_page() -> None:
    with translation.override("cy"):
        assert spoken(told)(HttpRequest()).content == b"cy"
    with translation.override("en-gb"):
        assert spoken(told)(HttpRequest()).content == b"en_gb"
