"""A letter to the chair, a public question and a request, to change, print and keep."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from withus.core.minutes.checkfile import Check
from withus.saying import words
from withus.saying.checking import letters as sayings
from withus.screens.checking.carried import Lines, pack_check
from withus.screens.checking.carrying import carrying
from withus.screens.checking.days import answer_by
from withus.screens.frame.views import could_not_read

LONGEST_LETTER = 20_000
KINDS = ("chair", "question", "request")


@require_POST
def letters(request: HttpRequest) -> HttpResponse:
    """Show the three letters, filled in, to be changed."""
    return carrying(request, _letters)


def _letters(request: HttpRequest, check: Check, lines: Lines) -> HttpResponse:
    today = localdate()
    law = sayings.law_of(settings.WITHUS_NATION)
    by = answer_by(today)
    ready = sayings.letters(check.series, today=today, answer_by=by, law=law)
    context: dict[str, Any] = {
        "letters": ready,
        "answer_by": words.day(by),
        "check": pack_check(check),
        "board": check.series.board,
    }
    return render(request, "checking/letters.html", context)


@require_POST
def page(request: HttpRequest) -> HttpResponse:
    """Show one letter as it was changed, as a page to print; or give it as a text file."""
    kind = request.POST.get("letter") or request.POST.get("keep", "")
    text = request.POST.get(f"text-{kind}", "")[:LONGEST_LETTER].replace("\r\n", "\n")
    if kind not in KINDS or not text.strip():
        return could_not_read(request)
    if "keep" in request.POST:
        response = HttpResponse(text, content_type="text/plain; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="withus-{kind}.txt"'
        return response
    return render(request, "checking/letter.html", {"text": text})
