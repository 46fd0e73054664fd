"""Bringing to a meeting what earlier ones did not come to."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from withus.actions import bringing as act
from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.questions.not_reached import not_reached
from withus.saying.meeting import agenda as of_agenda
from withus.saying.meeting import calling as saying
from withus.screens.frame.allowed import faults, rendered
from withus.screens.meeting.here import AtMeeting, heading, of_a_meeting


@require_http_methods(["GET", "HEAD", "POST"])
@of_a_meeting(Act.CALL_MEETING, words=False)
def bring(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Show what earlier meetings did not come to, and bring one of it here."""
    if request.method != "POST":
        return rendered(request, "meeting/bring.html", _page(at))
    of, _, agenda_item = request.POST.get("bring", "").partition(" ")
    try:
        act.bring(agenda_item, of=of, into=at.found.id, by=at.by)
    except Refusal as refusal:
        return rendered(request, "meeting/bring.html", _page(at) | faults(refusal), status=422)
    return redirect("meeting:bring", at.found.on.origin, at.found.id)


def _page(at: AtMeeting) -> dict[str, Any]:
    return heading(at) | {
        "left": [
            {
                "value": f"{one.meeting} {one.agenda_item}",
                "title": of_agenda.title(one.title, None, reads=True),
                "by": saying.asked_by(one.capacity),
                "day": saying.day(one.starts),
            }
            for one in not_reached(at.found, at=now())
        ]
    }
