"""The result: one page to read and print, and the file to keep."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from withus.core.errors import Refusal
from withus.core.findings import NotEnough
from withus.core.minutes.checkfile import Check
from withus.core.minutes.series import Series, read_series
from withus.core.minutes.sightings import Meeting
from withus.core.minutes.terms import terms
from withus.core.minutes.text import numbered
from withus.core.words import AFFECTED, Capacity
from withus.saying import words
from withus.saying.checking import findings, picture
from withus.saying.checking.document import check_document
from withus.saying.checking.doubts import doubts
from withus.saying.checking.picture import WIDTH, room
from withus.screens.checking import answers, people
from withus.screens.checking.carried import Lines, pack_check
from withus.screens.checking.carrying import carrying
from withus.screens.checking.days import answer_by

EXAMPLE_SOURCE = (
    "https://www.devon.gov.uk/children-families-education/send-local-offer/working-together/"
    "devons-send-transformation-programme/governance/the-send-improvement-board"
)


@require_POST
def result(request: HttpRequest) -> HttpResponse:
    """Take what was put right on the page of people, and show the result."""
    return carrying(request, _result)


def _result(request: HttpRequest, check: Check, lines: Lines) -> HttpResponse:
    try:
        check = answers.with_answers(check, request.POST)
    except Refusal as refusal:
        return people.show(request, check, lines, refusal=refusal)
    return show(request, check)


@cache
def _example() -> Check:
    folder = files(__package__).joinpath("example")
    texts = sorted(folder.iterdir(), key=lambda one: one.name)
    minutes = [numbered(one.read_text("utf-8")) for one in texts]
    series = read_series(minutes, board="SEND Strategic Partnership Board, Devon")
    return Check(series, source=EXAMPLE_SOURCE)


@require_safe
def example(request: HttpRequest) -> HttpResponse:
    """Show the result for a real board, names left out."""
    return show(request, _example(), example=True)


def show(request: HttpRequest, check: Check, *, example: bool = False) -> HttpResponse:
    """Show a result. It carries no pasted line, so a saved page holds no name."""
    series = check.series
    today = localdate()
    return render(
        request,
        "checking/result.html",
        {
            "board": series.board or _("This board"),
            "example": example,
            "source": check.source,
            "today": words.day(today),
            "answer_by": words.day(answer_by(today)),
            "headline": findings.members_of(series),
            "rooms": [_room(meeting) for meeting in series.meetings],
            "several": len(series.meetings) > 1,
            "width": WIDTH,
            "key": _key(series),
            "table": table_of(series),
            "opening": findings.opening(series),
            "findings": [_finding(one, series) for one in findings.panel(series)],
            "doubts": doubts(series),
            "corrections": len(check.corrections),
            "terms": terms().version,
            "check": pack_check(check),
        },
    )


def _room(meeting: Meeting) -> dict[str, Any]:
    return {"day": words.day(meeting.held), "drawn": room(meeting), "id": f"room-{meeting.number}"}


def _key(series: Series) -> list[tuple[str, str]]:
    """Tell the marks that the pictures use, in their order."""
    used = {seen.capacity for meeting in series.meetings for seen in meeting.sightings}
    return [(code.value, words.capacity(code)) for code in words.ORDER if code in used]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the component wants it."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...] = ()
    words: bool = False  # the cells beside the first are words, not figures


_COLUMNS = (
    Capacity.DRAWS_ON_SERVICES,
    Capacity.UNPAID_CARERS,
    Capacity.COMMUNITY,
    Capacity.SERVICES,
    Capacity.ELECTED,
)


def table_of(series: Series) -> Table:
    """Tell how many were listed at each meeting, by capacity."""
    columns = [code for code in _COLUMNS if code in AFFECTED or _any(series, code)]
    rows = [_counts(meeting, columns) for meeting in series.meetings]
    total = [sum(column) for column in zip(*rows, strict=True)] if rows else []
    days = [words.day(meeting.held) for meeting in series.meetings]
    return Table(
        caption=_("People listed, meeting by meeting"),
        headers=(
            _("Meeting"),
            *(words.capacity(code) for code in columns),
            _("Other or independent"),
            _("Cannot tell"),
            _("Members"),
            _("In the room"),
        ),
        rows=tuple((day, *map(str, row)) for day, row in zip(days, rows, strict=True)),
        foot=(_("All meetings"), *map(str, total)) if len(rows) > 1 else (),
    )


def _any(series: Series, code: Capacity) -> bool:
    return any(meeting.count(code) for meeting in series.meetings)


def _counts(meeting: Meeting, columns: list[Capacity]) -> list[int]:
    other = meeting.count(Capacity.OTHER, Capacity.INDEPENDENT)
    counts = [meeting.count(code) for code in columns]
    return [*counts, other, meeting.unsure, len(meeting.members), meeting.listed]


def _picture(said: findings.Said, series: Series) -> dict[str, Any]:
    """Tell the small picture beside a finding; one that cannot be told has none."""
    if isinstance(said.measured, NotEnough):
        return {}
    if said.id == "B1":
        return {"bar": picture.bar(series.meetings)}
    if said.id == "B4":
        return {"dots": picture.chairs(series.meetings)}
    return {"dots": picture.company(series.meetings)} if said.id == "B8" else {}


def _finding(said: findings.Said, series: Series) -> dict[str, Any]:
    table, drawn = said.table, _picture(said, series)
    caption = f"{said.id}: {table.caption}" if table else ""
    return {
        "id": f"finding-{said.id}",
        "heading": said.question,
        "sentence": said.sentence,
        "picture": render_to_string("checking/small.html", drawn) if drawn else "",
        "table": Table(caption, table.heads, table.rows) if table else None,
        "trace": _("Finding %(id)s. Counted from the lists of people present.") % {"id": said.id},
    }


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Give the check as a file to keep: `withus-check-1`, no names."""
    return carrying(request, _save)


def _save(request: HttpRequest, check: Check, lines: Lines) -> HttpResponse:
    text = json.dumps(check_document(check), ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{_file_name(check)}"'
    return response


def _file_name(check: Check) -> str:
    days = [meeting.held.isoformat() for meeting in check.series.meetings if meeting.held]
    return "-".join(["withus-check", *days[-1:]]) + ".json"
