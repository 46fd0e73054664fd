"""Putting minutes in: read as in Check a board, put right, looked at once more, and then kept.

Until it is kept, all goes to and fro in the form. The lines that were pasted are never kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from withus.actions import past_minutes as act
from withus.actions.meeting import By
from withus.core.errors import Refusal
from withus.core.minutes.checkfile import Check
from withus.questions import past_minutes as ask
from withus.saying.checking import refusals
from withus.saying.checking.doubts import doubts
from withus.saying.meeting import past as saying
from withus.screens.checking import answers
from withus.screens.checking import people as pages
from withus.screens.checking.carried import Lines, pack_check
from withus.screens.checking.carrying import carrying
from withus.screens.checking.given import given
from withus.screens.checking.people import Going
from withus.screens.checking.result import table_of
from withus.screens.checking.start import field_of
from withus.screens.frame.allowed import faults, rendered
from withus.screens.frame.me import Me
from withus.screens.frame.uploads import Sent
from withus.screens.frame.views import too_much
from withus.screens.meeting.past.views import for_the_board, heading

Answer = Callable[[HttpRequest, Check, Lines, Going], HttpResponse]


def going(here: Me, board: str, *, kept: str = "") -> Going:
    """Tell where the forms of these pages go; `kept` is what they put right, if it is kept."""
    people, place, check = (
        reverse(f"past_minutes:{name}", args=[here.origin, board])
        for name in ("people", "place", "check")
    )
    around = heading(here, board) | {"kept": kept}
    template, of_a_place = "meeting/past_people.html", "meeting/past_place.html"
    return Going(people, place, check, template, of_a_place, around)


@require_http_methods(["GET", "HEAD", "POST"])
@for_the_board
def put_in(request: HttpRequest, here: Me, *, board: str) -> HttpResponse:
    """Show the form for minutes; read them, and show the people, or say what to put right."""
    context = heading(here, board)
    if request.method != "POST":
        return rendered(request, "meeting/past_put_in.html", context)
    if cast(Sent, request).too_big:
        return too_much(request)
    try:
        read = given(request)
    except Refusal as refusal:
        told = context | wrong(request, refusal)
        return rendered(request, "meeting/past_put_in.html", told, status=422)
    return pages.show(request, read.check, read.lines, going=going(here, board))


def wrong(request: HttpRequest, refusal: Refusal) -> dict[str, Any]:
    """Tell what is to be put right in the form for minutes, with what was pasted."""
    told = refusals.told(refusal)
    sentence, at = f"{told.wrong} {told.next}", field_of(request, refusal)
    return {
        "errors": [{"sentence": sentence, "field": at}],
        "at": {at.replace("-", "_"): sentence},
        "minutes": request.POST.get("minutes", ""),
        "source": request.POST.get("source", ""),
        "had_files": bool(request.FILES),
    }


def _carried(request: HttpRequest, here: Me, board: str, answer: Answer) -> HttpResponse:
    to = going(here, board, kept=request.POST.get("kept", ""))

    def go_on(request: HttpRequest, check: Check, lines: Lines) -> HttpResponse:
        return answer(request, check, lines, to)

    return carrying(request, go_on)


@require_POST
@for_the_board
def people(request: HttpRequest, here: Me, *, board: str) -> HttpResponse:
    """Take what was put right, and show the people again."""
    return _carried(request, here, board, _people)


def _people(request: HttpRequest, check: Check, lines: Lines, to: Going) -> HttpResponse:
    return pages.again(request, check, lines, going=to)


@require_POST
@for_the_board
def place(request: HttpRequest, here: Me, *, board: str) -> HttpResponse:
    """Show the page about one place."""
    return _carried(request, here, board, _place)


def _place(request: HttpRequest, check: Check, lines: Lines, to: Going) -> HttpResponse:
    return pages.about_place(request, check, lines, going=to)


@require_POST
@for_the_board
def check(request: HttpRequest, here: Me, *, board: str) -> HttpResponse:
    """Take what was put right, and show what would be kept: no line that was pasted."""
    return _carried(request, here, board, _check)


def _check(request: HttpRequest, check: Check, lines: Lines, to: Going) -> HttpResponse:
    try:
        check = answers.with_answers(check, request.POST)
    except Refusal as refusal:
        return pages.show(request, check, lines, refusal=refusal, going=to)
    return _to_keep(request, check, to)


def _to_keep(
    request: HttpRequest, check: Check, to: Going, refusal: Refusal | None = None
) -> HttpResponse:
    context = dict(to.around) | {
        "heading": saying.heading(check.series),
        "table": table_of(check.series),
        "doubts": doubts(check.series),
        "check": pack_check(check),
        "people": to.people,
    }
    told = faults(refusal) if refusal else {}
    status = 422 if refusal else 200
    return rendered(request, "meeting/past_check.html", context | told, status=status)


@require_POST
@for_the_board
def keep(request: HttpRequest, here: Me, *, board: str) -> HttpResponse:
    """Keep what was read beside the board's record, or what was put right in it."""
    by, kept = By(here.origin, here.person, now()), request.POST.get("kept", "")

    def go_on(request: HttpRequest, check: Check, lines: Lines, to: Going) -> HttpResponse:
        try:
            if kept:
                act.put_right(board, kept, check, by=by)
            else:
                act.keep(board, check, by=by)
        except Refusal as refusal:
            return _to_keep(request, check, to, refusal)
        return redirect("past_minutes:every", here.origin, board)

    return _carried(request, here, board, go_on)


@require_safe
@for_the_board
def put_right(request: HttpRequest, here: Me, *, board: str, past: str) -> HttpResponse:
    """Show the people read from minutes that are kept, to be put right."""
    found = ask.one_past(here.origin, board, past)
    return pages.show(request, found.check, {}, going=going(here, board, kept=found.id))
