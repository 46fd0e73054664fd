"""A motion: whether the board may decide now, where I stand, what was objected and answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from withus.actions import decisions as act
from withus.actions import saying_where as say_it
from withus.core.deciding.call import left_it
from withus.core.deciding.now import RulesUnreadable, rules_on
from withus.core.deciding.rule import Rule
from withus.core.errors import Refusal
from withus.core.history.standing import is_open, outcome_of
from withus.core.meeting.standing import here as in_the_room
from withus.core.meeting.standing import stage
from withus.core.words import MeetingStage, ObjectionOutcome, Outcome, Position
from withus.questions import decisions as ask
from withus.saying import words
from withus.saying.deciding import decided as saying
from withus.saying.joining.terms import term
from withus.screens.deciding.decisions.about import about, answered, for_readers, unguarded
from withus.screens.frame.allowed import faults, rendered
from withus.screens.frame.me import Me
from withus.stores.record.append import Actor

LONGEST = 2_000


@require_safe
@for_readers
def page(request: HttpRequest, me: Me, *, meeting: str, motion: str) -> HttpResponse:
    """Show what was put to the meeting, and where it stands."""
    found = ask.motion_seen(me.origin, meeting, motion, by=me.person, now=now())
    return rendered(request, "deciding/motion.html", context(found))


@require_POST
@for_readers
def stand(request: HttpRequest, me: Me, *, meeting: str, motion: str) -> HttpResponse:
    """Keep where I stand, in the room, until the roll is closed; or take it back."""
    told = request.POST.get("position", "")
    try:
        position = _position(told) if told != "none" else None
        wanted = act.Stand(meeting, motion, request.POST.get("holding", "")[:22], position)
        act.stand(wanted, record=me.origin, by=me.person, now=now())
    except Refusal as refusal:
        return _again(request, At(me, meeting, motion), refusal)
    return redirect("decisions:motion", me.origin, meeting, motion)


@require_POST
@for_readers
def say(request: HttpRequest, me: Me, *, meeting: str, motion: str) -> HttpResponse:
    """Say where I stand before the meeting, or after it in the days that a rule gives."""
    seen = ask.motion_seen(me.origin, meeting, motion, by=me.person, now=now())
    try:
        told = say_it.Words(
            motion,
            request.POST.get("holding", "")[:22],
            _position(request.POST.get("position", "")),
            _text(request, "why"),
        )
        do = say_it.say_before if seen.taken is None else say_it.assent
        do(told, record=me.origin, by=Actor(person=me.person), now=now())
    except Refusal as refusal:
        return _again(request, At(me, meeting, motion), refusal)
    return redirect("decisions:motion", me.origin, meeting, motion)


@require_POST
@for_readers
def objection(request: HttpRequest, me: Me, *, meeting: str, motion: str) -> HttpResponse:
    """Object, with a reason, which must be answered before it can be decided."""
    holding, reason = request.POST.get("holding", "")[:22], _text(request, "reason")
    try:
        if not reason:
            raise Refusal("nothing_written")
        actor = Actor(person=me.person)
        say_it.make_objection(
            motion, say_it.Objecting(holding, reason), record=me.origin, by=actor, now=now()
        )
    except Refusal as refusal:
        return _again(request, At(me, meeting, motion), refusal, box="reason")
    return redirect("decisions:motion", me.origin, meeting, motion)


@require_POST
@for_readers
def answer(
    request: HttpRequest, me: Me, *, meeting: str, motion: str, objection: str
) -> HttpResponse:
    """Answer an objection, for whoever chairs; or take back my own."""
    outcome, told = request.POST.get("outcome", ""), _text(request, "answer")
    try:
        if outcome not in set(ObjectionOutcome):
            raise Refusal("no_outcome")
        if not told and outcome != ObjectionOutcome.WITHDRAWN:
            raise Refusal("nothing_written")
        given = say_it.Answered(objection, ObjectionOutcome(outcome), told)
        say_it.answer_objection(given, record=me.origin, by=me.person, now=now())
    except Refusal as refusal:
        return _again(request, At(me, meeting, motion), refusal, box=f"answer-{objection}")
    return redirect("decisions:motion", me.origin, meeting, motion)


def _text(request: HttpRequest, name: str) -> str:
    return "\n".join(request.POST.get(name, "").strip()[:LONGEST].splitlines())


def _position(told: str) -> Position:
    if told not in set(Position):
        raise Refusal("no_position")
    return Position(told)


@dataclass(frozen=True, slots=True)
class At:
    """Who is at which motion."""

    me: Me
    meeting: str
    motion: str


def _again(request: HttpRequest, at: At, refusal: Refusal, *, box: str = "") -> HttpResponse:
    me = at.me
    found = ask.motion_seen(me.origin, at.meeting, at.motion, by=me.person, now=now())
    told = context(found) | faults(refusal, box=box)
    return rendered(request, "deciding/motion.html", told, status=422)


def context(found: ask.MotionSeen) -> dict[str, Any]:
    """Return what the page of a motion tells."""
    here, mine, put = found.here, found.mine, found.motion.put.fact
    lines = ask.room(found, names=False)
    at = stage(here.meeting)
    return about(found.where) | {
        "meeting": here.id,
        "motion": put.motion,
        "title": found.title,
        "words": found.put,
        "kind": saying.kind(put.kind),
        "answer": answered(found.answer),
        "taken": _taken(found),
        "rules": [saying.rule(each) for each in _rules(found) if each.id in put.rules],
        "open": at is MeetingStage.OPEN and found.taken is None,
        "to_come": at is MeetingStage.CALLED,
        "changes": found.motion.reopens.fact.decision if found.motion.reopens else "",
        "types": mine.types,
        "goes_on": at in (MeetingStage.CALLED, MeetingStage.OPEN),
        "chairs": mine.chairs,
        "calls": (mine.chairs or mine.types) and at is MeetingStage.OPEN,
        "mine": _mine(found, lines),
        "away": _away(found, at),
        "objections": _objections(found),
        "objecting": _objecting(found, at),
        "objected": any(
            each.made.fact.holding in mine.holdings for each in found.motion.objections.values()
        ),
        "before": _before(found),
        "said": sum(each.position is not None for each in lines),
        "there": len(lines),
        "positions": [(each.value, text) for each, text in saying.own_positions().items()],
        "from_afar": [
            (each.value, saying.own_positions()[each])
            for each in (Position.AGREE, Position.DISAGREE)
        ],
        "answers": saying.answers(),
        "missing": unguarded(here.situation),
    }


def _rules(found: ask.MotionSeen) -> tuple[Rule, ...]:
    """Tell the rules in force today; none where one cannot be read, as the answer says."""
    at = found.here.situation.at
    assert at is not None
    try:
        return rules_on(found.here.board, found.motion.put.fact.kind, on=at.date())
    except RulesUnreadable:
        return ()


def _taken(found: ask.MotionSeen) -> dict[str, Any] | None:
    if found.taken is None:
        return None
    return {
        "decision": found.taken.taken.fact.decision,
        "came": saying.came_of_it(outcome_of(found.taken), until=None),
        "waits": is_open(found.taken) and outcome_of(found.taken) is Outcome.WAITING,
    }


def _mine(found: ask.MotionSeen, lines: list[ask.Line]) -> list[dict[str, Any]]:
    return [
        {
            "holding": line.holding,
            "capacity": words.capacity(line.capacity),
            "position": line.position.value if line.position else "",
            "said": term(line.position) if line.position else "",
            "typed": not line.self_entered,
        }
        for line in lines
        if line.holding in found.mine.speaking
    ]


def _away(found: ask.MotionSeen, at: MeetingStage) -> list[dict[str, str]]:
    """Tell from which of my places I may say before, or after, where I stand."""
    room = in_the_room(found.here.meeting)
    waits = found.taken is not None and outcome_of(found.taken) is Outcome.WAITING
    before = found.taken is None and at in (MeetingStage.CALLED, MeetingStage.OPEN)
    if not (waits or before):
        return []
    board = found.here.board
    return [
        {
            "holding": name,
            "capacity": words.capacity(board.places[board.place_of[name]].made.fact.capacity),
        }
        for name in found.mine.holdings
        if name not in room or waits
    ]


def _objecting(found: ask.MotionSeen, at: MeetingStage) -> list[str]:
    """Tell from which of my places I may object: where none of mine waits for its answer."""
    if found.taken is not None or at not in (MeetingStage.CALLED, MeetingStage.OPEN):
        return []
    open_ = {
        each.made.fact.holding for each in found.motion.objections.values() if each.answered is None
    } | left_it(found.here.meeting, found.motion)
    return [name for name in found.mine.holdings if name not in open_]


def _objections(found: ask.MotionSeen) -> list[dict[str, Any]]:
    board, told = found.here.board, []
    for name, each in found.motion.objections.items():
        place = board.places.get(board.place_of.get(each.made.fact.holding, ""))
        answered = each.answered
        told.append(
            {
                "id": name,
                "capacity": words.capacity(place.made.fact.capacity) if place else "",
                "reason": found.words.get(each.made.entry, {}).get("reason", ""),
                "outcome": term(answered.fact.outcome) if answered else "",
                "answer": found.words.get(answered.entry, {}).get("answer", "") if answered else "",
                "own": each.made.fact.holding in found.mine.holdings,
                "kept": answered is not None and answered.fact.outcome is ObjectionOutcome.KEPT,
            }
        )
    return told


def _before(found: ask.MotionSeen) -> list[dict[str, str]]:
    """Tell what was said before, by capacity, and what I said, with why."""
    board = found.here.board
    last = {each.fact.holding: each for each in found.motion.before}
    return [
        {
            "capacity": words.capacity(board.places[board.place_of[name]].made.fact.capacity),
            "position": saying.positions()[each.fact.position],
            "why": found.words.get(each.entry, {}).get("why", ""),
        }
        for name, each in last.items()
        if name in board.place_of
    ]
