"""Calling the roll: the chair asks those in the room one by one, checks, and closes it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from withus.actions import decisions as act
from withus.core.deciding.room import Answer
from withus.core.errors import Refusal
from withus.core.rules.taking import broken_by_going_on
from withus.core.words import Position
from withus.questions import decisions as ask
from withus.saying import words
from withus.saying.deciding import decided as saying
from withus.saying.deciding.may_decide import silent_in_room
from withus.saying.joining.terms import term
from withus.screens.deciding.decisions.about import (
    NOT_YOURS,
    about,
    answered,
    for_readers,
    unguarded,
)
from withus.screens.frame.allowed import faults, not_theirs, rendered
from withus.screens.frame.me import Me

LONGEST = 2_000


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers
def roll(request: HttpRequest, me: Me, *, meeting: str, motion: str) -> HttpResponse:
    """Show who is in the room, and keep where each of them stands as the chair hears it."""
    found = ask.motion_seen(me.origin, meeting, motion, by=me.person, now=now())
    if not (found.mine.chairs or found.mine.types):
        return not_theirs(request, NOT_YOURS)
    if request.method != "POST":
        return rendered(request, "deciding/roll.html", _page(found))
    try:
        for line in ask.room(found, names=False):
            _keep(request, me, found, line)
    except Refusal as refusal:
        again = ask.motion_seen(me.origin, meeting, motion, by=me.person, now=now())
        return rendered(request, "deciding/roll.html", _page(again) | faults(refusal), status=422)
    return redirect("decisions:roll", me.origin, meeting, motion)


def _keep(request: HttpRequest, me: Me, found: ask.MotionSeen, line: ask.Line) -> None:
    """Keep what was changed on the page, and leave what somebody said themselves since."""
    told = request.POST.get(f"at-{line.holding}", "")
    was = request.POST.get(f"was-{line.holding}", "")
    if told == was or told not in {*Position, ""}:
        return
    wanted = act.Stand(
        found.here.id,
        found.motion.put.fact.motion,
        line.holding,
        Position(told) if told else None,
    )
    act.stand(wanted, record=me.origin, by=me.person, now=now())


@require_POST
@for_readers
def close(request: HttpRequest, me: Me, *, meeting: str, motion: str) -> HttpResponse:
    """Show what would come of the roll, to check; then close it."""
    found = ask.motion_seen(me.origin, meeting, motion, by=me.person, now=now())
    if not found.mine.chairs:
        return not_theirs(request, NOT_YOURS)
    going_on = "why" in request.POST and request.POST.get("step") == "go_on"
    if request.POST.get("step") not in ("close", "go_on"):
        return rendered(request, "deciding/roll_check.html", _check(found))
    try:
        wanted = act.ToDecide(
            meeting,
            motion,
            seen=request.POST.get("seen", "")[:16],
            anew=found.taken is not None,
            going_on=_going_on(request) if going_on else None,
        )
        made = act.decide(wanted, record=me.origin, by=me.person, now=now())
    except Refusal as refusal:
        again = ask.motion_seen(me.origin, meeting, motion, by=me.person, now=now())
        told = _check(again) | {"typed": request.POST.get("why", "")}
        if told["closes"] or refusal.code != "roll_changed":  # else the answer says why it is not
            told |= faults(refusal, box="why")
        return rendered(request, "deciding/roll_check.html", told, status=422)
    return redirect("decisions:decision", me.origin, made.decision)


def _going_on(request: HttpRequest) -> act.GoingOn:
    why = "\n".join(request.POST.get("why", "").strip()[:LONGEST].splitlines())
    until = request.POST.get("until", "")
    if not why:
        raise Refusal("nothing_written")
    try:
        return act.GoingOn(why, date.fromisoformat(until) if until else None)
    except ValueError:
        raise Refusal("no_until") from None


def _page(found: ask.MotionSeen) -> dict[str, Any]:
    lines = ask.room(found, names=True)
    answer = _answer(found)
    return about(found.where) | {
        "meeting": found.here.id,
        "motion": found.motion.put.fact.motion,
        "title": found.title,
        "words": found.put,
        "answer": answered(answer),
        "anew": found.taken is not None,
        "chairs": found.mine.chairs,
        "lines": [_line(each, found) for each in lines],
        "positions": [(each.value, text) for each, text in saying.their_positions().items()],
    }


def _answer(found: ask.MotionSeen) -> Answer | Refusal:
    if found.taken is None:
        return found.answer
    return ask.answered(found.here, found.motion.put.fact.motion, found.points, anew=True)


def _line(line: ask.Line, found: ask.MotionSeen) -> dict[str, Any]:
    return {
        "holding": line.holding,
        "code": line.capacity.value,
        "capacity": words.capacity(line.capacity),
        "name": line.name,
        "own": line.holding in found.mine.speaking,
        "way": term(line.way),
        "deputy": line.deputy,
        "position": line.position.value if line.position else "",
        "typed": line.position is not None and not line.self_entered,
    }


def _check(found: ask.MotionSeen) -> dict[str, Any]:
    answer = _answer(found)
    context = _page(found) | {"missing": unguarded(found.here.situation)}
    if isinstance(answer, Refusal):
        return context | {"closes": False, "goes_on": False}
    lines = {line.holding: line for line in ask.room(found, names=False)}
    told: dict[Any, dict[Any, int]] = {}
    for row in answer.roll:
        if row.holding in lines:
            tally = told.setdefault(lines[row.holding].capacity, {})
            tally[row.position] = tally.get(row.position, 0) + 1
    return context | {
        "seen": act.mark_of(answer.roll),
        "table": saying.table(told, closed=False),
        "silent": silent_in_room(len(answer.silent)) if answer.silent else "",
        "closes": not answer.lacks_people and not answer.waits_for_room,
        "goes_on": _may_go_on(answer),
        "promises": [saying.rule(rule) for rule in broken_by_going_on(answer.stands)],
    }


def _may_go_on(answer: Answer) -> bool:
    """Tell whether only promises stand in the way, so that to go on and say why can carry it."""
    unmet, stands = answer.stands.unmet, answer.stands
    unanswered = bool(stands.decision.to_answer)
    return bool(unmet) and not unanswered and broken_by_going_on(stands) == unmet
