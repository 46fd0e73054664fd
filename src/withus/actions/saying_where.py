"""What members say to a motion, and what becomes of it: before, against, after, and elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from withus.actions.joining import enter
from withus.actions.settling import settle_after
from withus.core.facts import deciding as f
from withus.core.words import HowKnown, ObjectionOutcome, Position, Signed
from withus.stores.keys.locker import new_id
from withus.stores.record.append import Actor
from withus.stores.record.whole import whole


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody says to a motion from their place, with why."""

    motion: str
    holding: str
    position: Position
    why: str


def say_before(words: Words, *, record: str, by: Actor, now: datetime) -> int:
    """Say where one stands before the meeting; said again, the last holds."""
    fact = f.BeforeSaid(
        motion=words.motion, holding=words.holding, position=words.position, why=words.why
    )
    return enter(fact, record=record, by=by, now=now)[0]


def assent(words: Words, *, record: str, by: Actor, now: datetime) -> int:
    """Say where one stands after the meeting, and settle the decision if that makes it stand."""
    fact = f.AssentGiven(
        motion=words.motion, holding=words.holding, position=words.position, why=words.why
    )
    with whole():
        entry = enter(fact, record=record, by=by, now=now)[0]
        settle_after(fact, record=record, now=now)
    return entry


@dataclass(frozen=True, slots=True)
class Objecting:
    """From which place somebody objects, and why."""

    holding: str
    reason: str


def make_objection(motion: str, told: Objecting, *, record: str, by: Actor, now: datetime) -> str:
    """Object to a motion, with the reason; return the objection's id."""
    fact = f.ObjectionMade(
        motion=motion, objection=new_id(), holding=told.holding, reason=told.reason
    )
    enter(fact, record=record, by=by, now=now)
    return fact.objection


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of an objection, and why."""

    objection: str
    outcome: ObjectionOutcome
    answer: str


def answer_objection(told: Answered, *, record: str, by: str, now: datetime) -> int:
    """Enter what became of an objection: by whoever chairs, or taken back by whoever made it."""
    fact = f.ObjectionAnswered(objection=told.objection, outcome=told.outcome, answer=told.answer)
    return enter(fact, record=record, by=Actor(person=by), now=now)[0]


@dataclass(frozen=True, slots=True)
class ToReport:
    """What a board decided elsewhere, or outside one of its rules."""

    board: str
    day: date
    outside_rule: str | None
    how_known: HowKnown
    what: str


def report_decision(told: ToReport, *, record: str, by: str, now: datetime) -> str:
    """Tell what was decided elsewhere; return its id."""
    fact = f.DecisionReported(
        reported=new_id(),
        board=told.board,
        day=told.day,
        outside_rule=told.outside_rule,
        how_known=told.how_known,
        what=told.what,
    )
    enter(fact, record=record, by=Actor(person=by), now=now)
    return fact.reported


@dataclass(frozen=True, slots=True)
class ToSign:
    """What a body that has to sign made of a decision."""

    decision: str
    body: str
    outcome: Signed
    by_law: bool


def sign_decision(told: ToSign, *, record: str, by: str, now: datetime) -> int:
    """Enter what a body above made of a decision."""
    fact = f.DecisionSigned(
        decision=told.decision, body=told.body, outcome=told.outcome, by_law=told.by_law
    )
    return enter(fact, record=record, by=Actor(person=by), now=now)[0]
