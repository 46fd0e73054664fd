"""What is held about me: part by part, on sheets to print, as one file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from withus.questions import held as ask
from withus.questions.joining import A_PAGE, paged
from withus.questions.mine import known
from withus.saying import words
from withus.saying.mine import held as saying
from withus.screens.frame.allowed import for_people, rendered
from withus.screens.frame.me import Me
from withus.screens.frame.public import page_wanted


@require_safe
@for_people
def held(request: HttpRequest, here: Me) -> HttpResponse:
    """Show what is held, a line for each part, and the ways to have it all."""
    who = _holder(here)
    parts = [{"code": each.code, **_told(each.code)} for each in ask.PARTS]
    reasons = dict.fromkeys(ask.NOT_OPENED.values())
    context = _about(who) | {
        "parts": parts,
        "sheets": _sheets(),
        "not_opened": [saying.not_opened(each) for each in reasons],
    }
    return rendered(request, "mine/held.html", context)


@require_safe
@for_people
def part(request: HttpRequest, here: Me, *, code: str) -> HttpResponse:
    """Show one part, opened for me."""
    found = ask.part(code)
    if found is None:
        raise Http404
    who = _holder(here)
    rows = found.rows(who)
    page = paged(page_wanted(request), len(rows))
    first = (page.number - 1) * A_PAGE
    shown = [_row(each) for each in rows[first : first + A_PAGE]]
    context = _about(who) | _told(code) | {"code": code, "rows": shown, "page": page}
    return rendered(request, "mine/part.html", context)


@require_safe
@for_people
def sheet(request: HttpRequest, here: Me, *, wanted: str) -> HttpResponse:
    """Show all that is on one sheet, to print."""
    if wanted not in set(ask.Sheet):
        raise Http404
    who = _holder(here)
    parts = [
        {"code": part, **_told(part), "rows": _together(part, rows)}
        for part, rows in ask.held(who, on=ask.Sheet(wanted)).items()
    ]
    context = _about(who) | {"parts": parts, "day": words.day(who.now.date())}
    others = [each for each in _sheets() if each["code"] != wanted]
    context |= {"title": saying.sheet(wanted), "others": others}
    return rendered(request, "mine/sheet.html", context)


@require_safe
@for_people
def copy(request: HttpRequest, here: Me) -> HttpResponse:
    """Give everything that is held as one file, for people and programs."""
    who = _holder(here)
    told = {
        "form": "withus-held-1",
        "partnership": who.origin,
        "made_at": who.now,
        "held": ask.held(who),
    }
    content = json.dumps(told, default=_plain, indent=1, ensure_ascii=False)
    response = HttpResponse(content, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="held-about-me.json"'
    response["Cache-Control"] = "no-store"
    return response


def _holder(here: Me) -> ask.Holder:
    who, _ = known(here.origin, here.person)
    return ask.Holder(who, here.account, now())


def _about(who: ask.Holder) -> dict[str, Any]:
    return {
        "origin": who.origin,
        "partnership": who.known.live.name,
        "name": who.known.me.name,
        "practice": who.known.practice,
    }


def _told(code: str) -> dict[str, str]:
    return {"title": saying.title(code), "about": saying.about(code)}


def _sheets() -> list[dict[str, str]]:
    return [{"code": each.value, "title": saying.sheet(each.value)} for each in ask.Sheet]


def _together(part: str, rows: list[ask.Row]) -> list[list[dict[str, Any]]]:
    """Return the rows of a part as a sheet has them: the numbers of entries by what they tell."""
    if part != "entries":
        return [_row(each) for each in rows]
    kinds: dict[str, list[str]] = {}
    for each in rows:
        kinds.setdefault(each["type"], []).append(str(each["entry"]))
    told = [{"name": saying.said("type", kind), "value": ", ".join(n)} for kind, n in kinds.items()]
    return [told] if told else []


def _row(each: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {"name": saying.label(name), "value": saying.said(name, value)}
        for name, value in each.items()
        if value not in (None, "")
    ]


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
