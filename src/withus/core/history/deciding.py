"""Deciding, folded: what each of its facts changes. A change gives None where it fits nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from withus.core.facts import deciding as f
from withus.core.facts.fact import Fact
from withus.core.history.state import Board, Meeting, Motion, Objection, Taken
from withus.core.history.told import Told


def motion_put(meeting: Meeting, one: Told[f.MotionPut]) -> Meeting | None:
    """Take in what the meeting is asked to decide."""
    name = one.fact.motion
    if one.fact.item not in meeting.items or name in meeting.motions:
        return None
    return replace(meeting, motions={**meeting.motions, name: Motion(one)})


def before_said(meeting: Meeting, one: Told[f.BeforeSaid]) -> Meeting | None:
    """Take in where somebody stands before the meeting."""
    motion = meeting.motions.get(one.fact.motion)
    if motion is None:
        return None
    return with_motion(meeting, motion, before=(*motion.before, one))


def assent_given(meeting: Meeting, one: Told[f.AssentGiven]) -> Meeting | None:
    """Take in where somebody who was away stands after the roll was called."""
    motion = meeting.motions.get(one.fact.motion)
    if motion is None or not motion.decisions:
        return None
    return with_motion(meeting, motion, assents=(*motion.assents, one))


def exception_made(meeting: Meeting, one: Told[f.ExceptionMade]) -> Meeting | None:
    """Take in that the board goes on though its promise is not met."""
    motion = meeting.motions.get(one.fact.motion)
    if motion is None:
        return None
    return with_motion(meeting, motion, exceptions=(*motion.exceptions, one))


def objection_made(meeting: Meeting, one: Told[f.ObjectionMade]) -> Meeting | None:
    """Take in an objection."""
    motion, name = meeting.motions.get(one.fact.motion), one.fact.objection
    if motion is None or name in motion.objections:
        return None
    return with_motion(meeting, motion, objections={**motion.objections, name: Objection(one)})


def objection_answered(meeting: Meeting, one: Told[f.ObjectionAnswered]) -> Meeting | None:
    """Take in what became of an objection; answered again, the last holds."""
    name = one.fact.objection
    motion = next((each for each in meeting.motions.values() if name in each.objections), None)
    if motion is None:
        return None
    answered = replace(motion.objections[name], answered=one)
    return with_motion(meeting, motion, objections={**motion.objections, name: answered})


def decision_taken(meeting: Meeting, one: Told[f.DecisionTaken]) -> Meeting | None:
    """Take in a roll-call."""
    motion, name = meeting.motions.get(one.fact.motion), one.fact.decision
    if motion is None or name in motion.decisions:
        return None
    return with_motion(meeting, motion, decisions={**motion.decisions, name: Taken(one)})


def decision_settled(meeting: Meeting, one: Told[f.DecisionSettled]) -> Meeting | None:
    """Settle what was open of a decision, once."""
    return with_decision(meeting, one.fact.decision, once="settled", one=one)


def decision_lapsed(meeting: Meeting, one: Told[f.DecisionLapsed]) -> Meeting | None:
    """Let a decision lapse, once."""
    return with_decision(meeting, one.fact.decision, once="lapsed", one=one)


def decision_reversed(meeting: Meeting, one: Told[f.DecisionReversed]) -> Meeting | None:
    """Put another decision in the place of this one, once."""
    return with_decision(meeting, one.fact.decision, once="reversed", one=one)


def decision_signed(meeting: Meeting, one: Told[f.DecisionSigned]) -> Meeting | None:
    """Take in what a body that had to sign made of a decision."""
    motion = motion_of(meeting, one.fact.decision)
    if motion is None:
        return None
    taken = motion.decisions[one.fact.decision]
    return with_taken(meeting, motion, replace(taken, signed=(*taken.signed, one)))


def decision_reopened(meeting: Meeting, one: Told[f.DecisionReopened]) -> Meeting | None:
    """Take in which earlier decision a motion would change, once."""
    motion = meeting.motions.get(one.fact.motion)
    if motion is None or motion.reopens is not None:
        return None
    return with_motion(meeting, motion, reopens=one)


def law_told(board: Board, one: Told[f.LawTold]) -> Board | None:
    """Take in whether all the legal rules of a board are entered; said again, the last holds."""
    return replace(board, law=(*board.law, one)) if board.opened else None


def decision_reported(board: Board, one: Told[f.DecisionReported]) -> Board | None:
    """Take in what was decided elsewhere."""
    return replace(board, reported=(*board.reported, one)) if board.opened else None


def with_decision(meeting: Meeting, name: str, *, once: str, one: Told[Any]) -> Meeting | None:
    """Tell a meeting in which something became of a decision that can become of it but once."""
    motion = motion_of(meeting, name)
    if motion is None or getattr(motion.decisions[name], once) is not None:
        return None
    changed: dict[str, Any] = {once: one}
    return with_taken(meeting, motion, replace(motion.decisions[name], **changed))


def with_taken(meeting: Meeting, motion: Motion, taken: Taken) -> Meeting:
    """Tell a meeting in which one decision stands otherwise."""
    decisions = {**motion.decisions, taken.taken.fact.decision: taken}
    return with_motion(meeting, motion, decisions=decisions)


def with_motion(meeting: Meeting, motion: Motion, **changed: Any) -> Meeting:
    """Tell a meeting in which one motion stands otherwise."""
    after = replace(motion, **changed)
    return replace(meeting, motions={**meeting.motions, motion.put.fact.motion: after})


def motion_of(meeting: Meeting, decision: str) -> Motion | None:
    """Tell the motion that was decided."""
    return next((each for each in meeting.motions.values() if decision in each.decisions), None)


CHANGES: Mapping[type[Fact], Callable[..., Meeting | None]] = {
    f.MotionPut: motion_put,
    f.BeforeSaid: before_said,
    f.AssentGiven: assent_given,
    f.ExceptionMade: exception_made,
    f.ObjectionMade: objection_made,
    f.ObjectionAnswered: objection_answered,
    f.DecisionTaken: decision_taken,
    f.DecisionSettled: decision_settled,
    f.DecisionLapsed: decision_lapsed,
    f.DecisionReversed: decision_reversed,
    f.DecisionSigned: decision_signed,
    f.DecisionReopened: decision_reopened,
}
BOARD_CHANGES: Mapping[type[Fact], Callable[..., Board | None]] = {
    f.DecisionReported: decision_reported,
    f.LawTold: law_told,
}
