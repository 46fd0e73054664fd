"""The page of a meeting: when and where, what was told of it, and the parts that rooms bring."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from withus.core.meeting.standing import gone_by, stage, when
from withus.core.rules.rights import Act
from withus.core.words import MeetingStage
from withus.questions.calling import told_of, was_before
from withus.questions.deciding_now import of_states
from withus.questions.meeting import next_meeting
from withus.saying import words
from withus.saying.meeting import calling as saying
from withus.saying.meeting.needs import for_all
from withus.screens.deciding.decisions.part import part as part_of_deciding
from withus.screens.frame.allowed import rendered
from withus.screens.meeting import agenda
from withus.screens.meeting.here import AtMeeting, about, for_anybody
from withus.screens.meeting.minutes import views as minutes
from withus.screens.meeting.room import on_page


def decided(at: AtMeeting) -> dict[str, Any]:
    """Tell what was put to the meeting, and what it decided."""
    on, found = at.found.on, at.found
    here = of_states(on.log, found.id, on.id, now=now())
    if at.me is None or not at.reads:
        return part_of_deciding(here, by=None)
    return part_of_deciding(here, by=at.me.person, words=found.each_said())


ASKED_AT = (MeetingStage.CALLED, MeetingStage.OPEN)
PARTS: tuple[Callable[[AtMeeting], dict[str, Any]], ...] = (
    agenda.told,
    on_page.told,
    decided,
    minutes.told,
)
"""What each part of the page needs: a room that brings a part adds its own line here."""


@require_safe
@for_anybody
def page(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Show a meeting: to anybody what is open to all, to its members what was written too."""
    context = about(at.found.on, inside=at.me is not None) | _time(at) | _for_them(at)
    for each in PARTS:
        context |= each(at)
    return rendered(request, "meeting/page.html", context)


def _time(at: AtMeeting) -> dict[str, Any]:
    state, time = at.found.state, when(at.found.state)
    found, before = stage(state), was_before(state)
    past = time.ends < now()
    cancelled, moved = state.cancelled, state.moved[-1] if state.moved else None
    last = cancelled or moved
    return {
        "meeting": at.found.id,
        "day": saying.day(time.starts),
        "when": saying.time(time.starts, time.ends),
        "ways": saying.ways(time.ways),
        "where": at.found.said(time.entry, "where") or "",
        "stage": saying.stage(found, past=past),
        "called": found is MeetingStage.CALLED,
        "gone_by": gone_by(state, at=now()),
        "open": found is MeetingStage.OPEN,
        "over": found is MeetingStage.CLOSED,
        "cancelled": cancelled is not None,
        "before": saying.time(before, before).rpartition(" ")[0] if before else "",
        "reason": (at.found.said(last.entry, "reason") or "") if last else "",
        "entry": time.entry,
        "due": saying.weekday(at.found.due),
        "late": at.found.due < localdate() and found is MeetingStage.CALLED,
    }


def _for_them(at: AtMeeting) -> dict[str, Any]:
    """Tell what is there for those on the board, and for those who run the meeting."""
    needs = at.found.state.needs
    told: dict[str, Any] = {
        "reads": at.reads,
        "may_change": at.may(Act.CALL_MEETING),
        "may_ask": at.may(Act.ASK_FOR_ITEM),
        "in_room": at.may(Act.SEE_ROOM),
        "may_place": at.may(Act.PLACE_ITEM),
        "may_put_out": at.may(Act.PUT_OUT_PAPER),
        "keeps_it": at.may(Act.KEEP_MEETING),
        "needs": for_all(needs[-1].fact.answer) if needs else "",
        "needs_day": words.day(needs[-1].day) if needs else "",
    }
    over = stage(at.found.state) not in ASKED_AT or gone_by(at.found.state, at=now())
    if told["may_ask"] and over:
        told["next_meeting"] = next_meeting(at.found.on, after=now())
    if told["may_change"]:
        told["told"] = told_of(at.found.on.origin, at.found.id)
    return told
