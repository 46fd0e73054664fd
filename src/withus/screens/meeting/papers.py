"""Papers: put out, each form on the day it was out, as a file or a link; and read."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import meeting as act
from withus.core.errors import Refusal
from withus.core.history.state import AgendaItem
from withus.core.rules.rights import Act
from withus.core.words import Paper
from withus.questions.papers import paper_kept
from withus.reading.papers import kind_of_paper
from withus.saying.joining.forms import upper
from withus.saying.joining.terms import term
from withus.saying.meeting import agenda as saying
from withus.saying.meeting import forms
from withus.saying.meeting.calling import weekday
from withus.screens.frame.allowed import faults, rendered
from withus.screens.frame.typed import Typed
from withus.screens.meeting.agenda import line
from withus.screens.meeting.here import AtMeeting, heading, missing_duties, of_a_meeting
from withus.screens.meeting.wrong import wrong
from withus.stores.meeting.papers import Kept

NAMES = ("form_of", "title", "form", "day", "file", "link")
NEW = "new"
LONGEST_LINK = 500


@require_http_methods(["GET", "HEAD", "POST"])
@of_a_meeting(Act.PUT_OUT_PAPER)
def put_out(request: HttpRequest, at: AtMeeting, *, agenda_item: str) -> HttpResponse:
    """Show the papers of an item and a form for another; put it out."""
    one = at.found.state.items.get(agenda_item)
    if one is None:
        raise Http404
    typed = Typed.of(request.POST)
    context = heading(at) | _choices(at, agenda_item, one, typed)
    if request.method != "POST":
        return rendered(request, "meeting/papers.html", context)
    wanted = _wanted(request, typed, agenda_item, _first_forms(at, one))
    if wanted is None:
        told = context | wrong(typed, NAMES)
        return rendered(request, "meeting/papers.html", told, status=422)
    try:
        act.put_out(wanted, by=at.by)
    except Refusal as refusal:
        return rendered(request, "meeting/papers.html", context | faults(refusal), status=422)
    return redirect("meeting:papers", at.found.on.origin, at.found.id, agenda_item)


def _first_forms(at: AtMeeting, one: AgendaItem) -> dict[str, str]:
    """Return the papers of which another form may be put out, with their titles."""
    return {
        name: at.found.said(each.entry, "title") or saying.untitled(reads=True)
        for name, each in one.papers.items()
        if each.fact.form_of is None
    }


def _choices(at: AtMeeting, agenda_item: str, one: AgendaItem, typed: Typed) -> dict[str, Any]:
    first = _first_forms(at, one)
    return {
        "one": line(at, agenda_item, one),
        "first": [(NEW, forms.a_new_paper()), *first.items()] if first else [],
        "forms": forms.papers(),
        "due": weekday(at.found.due),
        "missing": missing_duties(at),
        "typed": {name: typed.one(name) for name in NAMES}
        | {
            "form_of": typed.one("form_of") or NEW,
            "form": typed.one("form") or ("" if first else Paper.STANDARD.value),
            "day": typed.one("day") or localdate().isoformat(),
        },
    }


def _wanted(
    request: HttpRequest, typed: Typed, agenda_item: str, first: dict[str, str]
) -> act.ToPutOut | None:
    of = typed.one("form_of") or NEW
    if of != NEW and of not in first:
        typed.wrong("paper_missing", "form_of" if first else "title")
    title = " ".join(typed.one("title").split()) or first.get(of, "")
    if not title:
        typed.wrong("title_missing", "title")
    if len(title) > act.LONGEST_LINE:
        typed.wrong("line_too_long", "title")
    form = typed.chosen("form", list(Paper), otherwise="form_missing")
    day = _day(typed)
    kept = _kept(request, typed)
    if typed.faults or day is None or kept is None:
        return None
    form_of = None if of == NEW else of
    return act.ToPutOut(agenda_item, form_of, Paper(form), day, title, kept)


def _day(typed: Typed) -> date | None:
    told = typed.day("day")
    if told is None:
        if not typed.one("day"):
            typed.wrong("out_day_missing", "day")
        return None
    found = date.fromisoformat(told)
    if found > localdate():
        typed.wrong("out_day_to_come", "day")
    return found


def _kept(request: HttpRequest, typed: Typed) -> Kept | None:
    """Return the file or the link that was sent, if it is one we keep."""
    link, file = typed.one("link"), request.FILES.get("file")
    if getattr(request, "files_too_big", []):
        typed.wrong("file_too_big", "file")
    elif file is not None and link:
        typed.wrong("one_of_two", "link")
    elif isinstance(file, UploadedFile):
        return _file(file, typed)
    elif not link:
        typed.wrong("file_missing", "file")
    elif not _is_a_link(link):
        typed.wrong("not_a_link", "link")
    else:
        return Kept(link=link)
    return None


def _file(file: UploadedFile[bytes], typed: Typed) -> Kept | None:
    content = file.read()
    kind = kind_of_paper(content)
    if kind is None:
        typed.wrong("file_not_so", "file")
        return None
    return Kept(name=f"paper.{kind[1]}", kind=kind[0], content=content)


def _is_a_link(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    plain = link.isprintable() and " " not in link and len(link) <= LONGEST_LINK
    return plain and parts.scheme == "https" and "." in (parts.hostname or "")


@require_safe
@of_a_meeting(Act.READ_BOARD)
def read(request: HttpRequest, at: AtMeeting, *, paper_out: str) -> HttpResponse:
    """Give a paper's file as it came, or show where it lies."""
    found = next(
        (one.papers[paper_out] for one in at.found.state.items.values() if paper_out in one.papers),
        None,
    )
    kept = paper_kept(at.found, paper_out, found.entry) if found else None
    if found is None or kept is None:
        raise Http404
    if kept.link:
        title = at.found.said(found.entry, "title") or saying.untitled(reads=True)
        told = {"title": title, "link": kept.link, "form": upper(term(found.fact.format))}
        return rendered(request, "meeting/paper.html", heading(at) | told)
    response = HttpResponse(kept.content, content_type=kept.kind)
    ending = kept.name.rpartition(".")[2]
    name = f"{found.fact.format.value}-{found.fact.day.isoformat()}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
