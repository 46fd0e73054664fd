"""What is printed or taken away: agenda, register, letters, an entry for a calendar."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST, require_safe

from withus.actions import meeting as act
from withus.core.meeting.standing import when
from withus.core.rules.rights import Act
from withus.jobs import telling
from withus.questions import calling as ask
from withus.questions.names import named_in
from withus.saying import words
from withus.saying.language import _
from withus.saying.meeting import calendar as of_calendar
from withus.saying.meeting import calling as saying
from withus.screens.checking.result import Table
from withus.screens.frame.allowed import rendered
from withus.screens.meeting import agenda
from withus.screens.meeting.here import AtMeeting, heading, of_a_meeting


@require_safe
@of_a_meeting(Act.READ_BOARD)
def pack(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Show the agenda with its papers, to print."""
    time = when(at.found.state)
    context = (
        heading(at)
        | agenda.told(at)
        | {
            "ways": saying.ways(time.ways),
            "where": at.found.said(time.entry, "where") or "",
            "today": words.day(localdate()),
        }
    )
    context["papers"] = papers_listed(context["agenda"])
    return rendered(request, "meeting/pack.html", context)


def papers_listed(items: list[dict[str, Any]]) -> Table | None:
    """Tell all papers of an agenda as a table, in each form with the day it was out."""
    rows = tuple(
        (f"{number}. {paper['title']}", each["form"], each["when"])
        for number, one in enumerate(items, 1)
        for paper in one["papers"]
        for each in paper["forms"]
    )
    headers = (_("For which item, and paper"), _("In which form"), _("Since when"))
    return Table(_("Papers, form by form"), headers, rows, words=True) if rows else None


@require_safe
@of_a_meeting(Act.CALL_MEETING, words=False)
def register(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Show everybody who holds a place, with room to say that they came, to print."""
    held = [one for one in at.found.board.places.values() if one.ended is None and one.held]
    names = named_in(at.found.on.log, [one.held.taken.entry for one in held if one.held])
    rows = [
        {
            "code": one.made.fact.capacity,
            "capacity": words.capacity(one.made.fact.capacity),
            "chair": one.made.fact.chair,
            "name": names.get(one.held.taken.entry, "") if one.held else "",
        }
        for one in held
    ]
    rows.sort(key=lambda one: (words.ORDER.index(one["code"]), str(one["name"]).casefold()))
    context = heading(at) | {"rows": rows, "spare": range(4)}
    return rendered(request, "meeting/register.html", context)


@require_safe
@of_a_meeting(Act.CALL_MEETING)
def letters(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Show the letters about a meeting that are to be posted, each on a page of its own."""
    waiting = ask.letters_to_post(at.found.on.origin, at.found.id)
    told = ask.as_told(at.found)
    context = heading(at) | {
        "large": request.GET.get("size") == "large",
        "letters": [_letter(told, each) for each in waiting],
        "items": agenda.told(at)["agenda"],
        "today": words.day(localdate()),
    }
    return rendered(request, "meeting/letters.html", context)


def _letter(told: ask.MeetingTold, each: ask.Reached) -> dict[str, Any]:
    notified = telling.notified(told, each.name)
    return {
        "name": each.name,
        "heading": saying.heading(notified),
        "parts": saying.sentences(notified),
        "cancelled": told.cancelled,
        "papers": saying.papers_on_paper(notified),
    }


@require_POST
@of_a_meeting(Act.CALL_MEETING)
def posted(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Note that the letters were posted."""
    act.note_posted(at.found.id, by=at.by)
    return redirect("meeting:page", at.found.on.origin, at.found.id)


@require_safe
@of_a_meeting(Act.READ_BOARD)
def calendar(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Give the meeting as an entry for a calendar, which takes the place of an earlier one."""
    told = ask.as_told(at.found)
    content = of_calendar.calendar(telling.invitation(told, None, now=now()))
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    response["Cache-Control"] = "private, no-store"
    return response
