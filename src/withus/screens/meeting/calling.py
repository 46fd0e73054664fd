"""Calling a meeting, moving and cancelling it: a form, a last look, and then everybody is told."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods

from withus.actions import meeting as act
from withus.actions.meeting import By
from withus.core.errors import Refusal
from withus.core.facts.meeting import MeetingCalled, MeetingMoved
from withus.core.meeting.papers import PROMISED, clear_days_before
from withus.core.meeting.standing import when
from withus.core.rules.rights import Act
from withus.jobs import telling
from withus.questions import meeting as ask
from withus.questions.calling import told_how, unguarded
from withus.saying import words
from withus.saying.meeting import calling as saying
from withus.saying.meeting.happened import HERE
from withus.saying.mine import duties
from withus.screens.frame.allowed import faults, for_those_who_may, rendered
from withus.screens.frame.me import Me
from withus.screens.frame.typed import Typed
from withus.screens.meeting.form import NAMES, Meant, closed_among, longer, read_meeting
from withus.screens.meeting.here import AtMeeting, about, heading, of_a_meeting
from withus.screens.meeting.wrong import wrong

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_SENT
@for_those_who_may(Act.CALL_MEETING)
def call(request: HttpRequest, here: Me, *, board: str) -> HttpResponse:
    """Show the form for a meeting; then what will be entered and who is told; then call it."""
    on = ask.on_board(here.origin, board, inside=True)
    typed, said = Typed.of(request.POST), _longer(request)
    context = about(on, inside=True) | _choices(on, typed, said)
    step = request.POST.get("step", "")
    if request.method != "POST" or step == "change":
        return rendered(request, "meeting/call.html", context)
    meant = read_meeting(typed, said, today=localdate())
    if meant is None:
        told = context | wrong(typed, NAMES)
        return rendered(request, "meeting/call.html", told, status=422)
    if step != "call":
        context |= _checked(on, meant) | {"sent": _sent(typed, said)}
        return rendered(request, "meeting/call_check.html", context)
    starts, ends = meant.times[0]
    wanted = MeetingCalled(
        meeting="",
        board=board,
        starts=starts,
        ends=ends,
        ways=meant.ways,
        called_by=None,
        where=meant.where,
    )
    try:
        by = By(here.origin, here.person, now())
        first = act.call(wanted, starts=meant.times, by=by)
    except Refusal as refusal:
        return rendered(request, "meeting/call.html", context | faults(refusal), status=422)
    telling.soon()
    if len(meant.times) > 1:
        return redirect("meeting:every", here.origin, board)
    return redirect("meeting:page", here.origin, first)


@READ_OR_SENT
@of_a_meeting(Act.CALL_MEETING)
def move(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Show the form with how the meeting stands; then what will change; then move it."""
    typed, said, step = Typed.of(request.POST), _longer(request), request.POST.get("step", "")
    if request.method != "POST":
        typed, said = _as_it_is(at)
    context = heading(at) | _choices(at.found.on, typed, said)
    if request.method != "POST" or step == "change":
        return rendered(request, "meeting/move.html", context)
    meant = read_meeting(typed, said, today=localdate())
    if not said["reason"]:
        typed.wrong("reason_missing", "reason")
    if meant is None or typed.faults:
        return rendered(request, "meeting/move.html", context | wrong(typed, NAMES), status=422)
    if step != "move":
        context |= _checked(at.found.on, meant) | {"sent": _sent(typed, said)}
        return rendered(request, "meeting/move_check.html", context)
    starts, ends = meant.times[0]
    fact = MeetingMoved(
        meeting=at.found.id,
        starts=starts,
        ends=ends,
        ways=meant.ways,
        where=meant.where,
        reason=meant.reason,
    )
    try:
        act.move(fact, by=at.by)
    except Refusal as refusal:
        return rendered(request, "meeting/move.html", context | faults(refusal), status=422)
    telling.soon()
    return redirect("meeting:page", at.found.on.origin, at.found.id)


@READ_OR_SENT
@of_a_meeting(Act.CALL_MEETING)
def cancel(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Say what cancelling does, ask why, and cancel."""
    said = longer(request.POST.get("reason", ""))
    context = heading(at) | _told(at.found.on) | {"reason": said}
    if request.method != "POST":
        return rendered(request, "meeting/cancel.html", context)
    typed = Typed.of(request.POST)
    if not said:
        typed.wrong("reason_missing", "reason")
        return rendered(request, "meeting/cancel.html", context | wrong(typed, NAMES), status=422)
    try:
        act.cancel(at.found.id, said, by=at.by)
    except Refusal as refusal:
        return rendered(request, "meeting/cancel.html", context | faults(refusal), status=422)
    telling.soon()
    return redirect("meeting:page", at.found.on.origin, at.found.id)


def _longer(request: HttpRequest) -> dict[str, str]:
    return {name: longer(request.POST.get(name, "")) for name in ("where", "reason")}


def _as_it_is(at: AtMeeting) -> tuple[Typed, dict[str, str]]:
    time = when(at.found.state)
    starts = time.starts.astimezone(HERE)
    values = {
        "day": [starts.date().isoformat()],
        "starts": [saying.hour(time.starts)],
        "ends": [saying.hour(time.ends)],
        "ways": sorted(each.value for each in time.ways),
    }
    return Typed(values), {"where": at.found.said(time.entry, "where") or "", "reason": ""}


def _choices(on: ask.OnBoard, typed: Typed, said: dict[str, str]) -> dict[str, Any]:
    missing = [duties.missing(each) for each in unguarded(on, on_day=localdate())]
    return {
        "ways": saying.way_choices(),
        "everys": [(code.value, told) for code, told in saying.every().items()],
        "typed": {name: typed.one(name) for name in ("day", "starts", "ends", "many")}
        | {"every": typed.one("every") or "once", "ways": typed.many("ways")}
        | said,
        "missing": missing,
    }


def _sent(typed: Typed, said: dict[str, str]) -> list[tuple[str, str]]:
    ones = [(name, typed.one(name)) for name in ("day", "starts", "ends", "every", "many")]
    return [*ones, *(("ways", each) for each in typed.many("ways")), *said.items()]


def _checked(on: ask.OnBoard, meant: Meant) -> dict[str, Any]:
    first = meant.times[0][0].astimezone(HERE).date()
    closed = ask.country_holidays(on, about=first)
    due = clear_days_before(first, PROMISED, closed=closed)
    shut = [words.day(each) for each in closed_among(meant.times, closed)]
    return _told(on) | {
        "times": [saying.time(*each) for each in meant.times],
        "how": saying.ways(meant.ways),
        "where": meant.where,
        "reason": meant.reason,
        "shut": words.listing(shut),
        "due": saying.weekday(due),
        "late": due < localdate(),
    }


def _told(on: ask.OnBoard) -> dict[str, Any]:
    mailed, posted = told_how(on)
    return {"mailed": mailed, "posted": posted}
