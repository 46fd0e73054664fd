"""What becomes of a form about a work: it is entered and the work's page follows, or put right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from withus.core.errors import Refusal
from withus.core.facts.forms import Named, NotSo
from withus.screens.frame.allowed import faults, rendered
from withus.screens.framing.here import AtWork


def entered(
    request: HttpRequest, at: AtWork, *, form: tuple[str, dict[str, Any]], act: Callable[[], object]
) -> HttpResponse:
    """Do what was sent and show the work; or show the form again with what is to be put right."""
    template, page = form
    try:
        act()
    except Refusal as refusal:
        told = faults(refusal, box=page.get("box", ""))
        return rendered(request, template, page | told, status=422)
    return redirect("framing:work", at.found.origin, at.found.id)


def check_name(name: str, *, otherwise: str) -> str:
    """Return the name of a body, or refuse what can be none."""
    try:
        Named().write(name)
    except NotSo:
        raise Refusal(otherwise) from None
    return name


def line(request: HttpRequest, name: str) -> str:
    """Return the one line typed into a field."""
    return " ".join(request.POST.get(name, "").split())


def read_day(told: str) -> date | None:
    """Read a day, None where there is none; refuse what is not one."""
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        raise Refusal("day_not_so") from None
