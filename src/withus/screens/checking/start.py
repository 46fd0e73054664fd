"""The first page: put in the minutes, or open a check kept on one's own machine."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from withus.core.errors import Refusal
from withus.saying.checking import refusals
from withus.screens.checking import people, result
from withus.screens.checking.given import given, saved_check
from withus.screens.frame.uploads import Sent
from withus.screens.frame.views import too_much

MOST_BOXES = 12


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Show the form; read what was put in and show the people, or say what to put right."""
    if request.method != "POST":
        return _form(request, boxes=[""])
    if cast(Sent, request).too_big:
        return too_much(request)
    boxes = [text for text in request.POST.getlist("minutes") if text.strip()][:MOST_BOXES]
    if "more" in request.POST:
        return _form(request, boxes=[*boxes, ""][:MOST_BOXES])
    try:
        read = given(request)
    except Refusal as refusal:
        return _form(request, boxes=boxes or [""], refusal=refusal)
    return people.show(request, read.check, read.lines)


@require_POST
def reopen(request: HttpRequest) -> HttpResponse:
    """Open a check that was kept as a file."""
    if cast(Sent, request).too_big:
        return too_much(request)
    try:
        check = saved_check(request)
    except Refusal as refusal:
        return _form(request, boxes=[""], refusal=refusal, field="saved")
    return result.show(request, check)


@require_safe
def wrong(request: HttpRequest) -> HttpResponse:
    """Say what to do to somebody on a board who finds its result wrong."""
    return render(request, "checking/wrong.html")


_FIELDS = {"not_an_address": "source", "nothing_given": "minutes-1", "not_minutes": "minutes-1"}


def field_of(request: HttpRequest, refusal: Refusal) -> str:
    """Tell which field of the form mends a refusal."""
    return _FIELDS.get(refusal.code, "files" if request.FILES else "minutes-1")


def _form(
    request: HttpRequest, *, boxes: list[str], refusal: Refusal | None = None, field: str = ""
) -> HttpResponse:
    context: dict[str, Any] = {
        "boxes": [(number, f"minutes-{number}", text) for number, text in enumerate(boxes, 1)],
        "board": request.POST.get("board", ""),
        "source": request.POST.get("source", ""),
        "room_for_more": len(boxes) < MOST_BOXES,
        "had_files": bool(request.FILES),
    }
    if refusal is None:
        return render(request, "checking/start.html", context)
    told = refusals.told(refusal)
    at = field or field_of(request, refusal)
    context["errors"] = [{"sentence": f"{told.wrong} {told.next}", "field": at}]
    context["at"] = {at.replace("-", "_"): f"{told.wrong} {told.next}"}
    return render(request, "checking/start.html", context, status=422)
