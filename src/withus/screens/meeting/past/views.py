"""What was read from minutes of a board's meetings before: all of it, and taking some away."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import past_minutes as act
from withus.actions.meeting import By
from withus.core.errors import Refusal
from withus.core.rules.beside import check_may_take_away, may_take_away
from withus.core.rules.rights import Act
from withus.core.rules.situation import NotAllowed
from withus.questions import meeting as of_meetings
from withus.questions import past_minutes as ask
from withus.saying import words
from withus.saying.checking.doubts import doubts
from withus.saying.meeting import past as saying
from withus.screens.checking.result import table_of
from withus.screens.frame.allowed import faults, for_those_who_may, not_theirs, rendered
from withus.screens.frame.me import Me
from withus.screens.frame.public import page_wanted
from withus.screens.meeting.here import about
from withus.stores.meeting.past_minutes import Past

for_the_board = for_those_who_may(Act.PAST_MINUTES)


def heading(here: Me, board: str) -> dict[str, Any]:
    """Tell of which board these pages are."""
    return about(of_meetings.on_board(here.origin, board, inside=True), inside=True)


@require_safe
@for_the_board
def every(request: HttpRequest, here: Me, *, board: str) -> HttpResponse:
    """Show what was read from minutes of meetings before, with what we were unsure of."""
    found = ask.past_page(here.origin, board, page=page_wanted(request))
    context = heading(here, board) | {
        "page": found.page,
        "each": [told(here, board, one) for one in found.each],
    }
    return rendered(request, "meeting/past.html", context)


def told(here: Me, board: str, past: Past) -> dict[str, Any]:
    """Tell what was read from minutes that were put in together."""
    series = past.check.series
    return {
        "id": past.id,
        "heading": saying.heading(series),
        "put_in": saying.put_in(words.day(past.made), own=past.by == here.person),
        "source": past.check.source,
        "table": table_of(series),
        "doubts": doubts(series),
        "put_right": len(past.check.corrections),
        "may_take_away": may_take_away(here.roles(board), own=past.by == here.person),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@for_the_board
def take_away(request: HttpRequest, here: Me, *, board: str, past: str) -> HttpResponse:
    """Show what would go, to check; then take it away."""
    found = ask.one_past(here.origin, board, past)
    try:
        check_may_take_away(here.roles(board), own=found.by == here.person)
    except NotAllowed as refusal:
        return not_theirs(request, refusal)
    one = told(here, board, found)
    context = heading(here, board) | {"one": one}
    if request.method != "POST":
        return rendered(request, "meeting/past_take_away.html", context)
    try:
        act.take_away(board, past, by=By(here.origin, here.person, now()))
    except Refusal as refusal:
        told_why = context | faults(refusal)
        return rendered(request, "meeting/past_take_away.html", told_why, status=422)
    return redirect("past_minutes:every", here.origin, board)
