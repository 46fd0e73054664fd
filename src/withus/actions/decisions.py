"""Deciding: put something to a meeting, say where one stands, and close the roll."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from withus.actions.framing_after import follow_decision
from withus.actions.in_a_meeting import acting_in, capacity_of, situation_of
from withus.actions.joining import put
from withus.core.deciding.room import Answer, Standpoint
from withus.core.facts import deciding as f
from withus.core.facts.fact import Fact
from withus.core.facts.rows import Said
from withus.core.history.standing import in_force
from withus.core.meeting.standing import here
from withus.core.rules.deciding import binding_names, motion_named
from withus.core.rules.in_meetings import check_runs
from withus.core.rules.situation import NotAllowed
from withus.core.rules.taking import (
    answer_now,
    answer_to,
    broken_by_going_on,
    check_may_close_roll,
    check_says,
    check_stands,
)
from withus.core.words import MotionKind, Outcome, Position
from withus.stores.deciding import positions
from withus.stores.keys.locker import new_id
from withus.stores.record.append import Actor, Pen, writing


@dataclass(frozen=True, slots=True)
class ToPut:
    """What a meeting is to be asked to decide."""

    meeting: str
    item: str
    kind: MotionKind
    words: str
    revision: str | None = None
    reopens: str | None = None  # an earlier decision that it would change


@dataclass(frozen=True, slots=True)
class Stand:
    """Where somebody in the room stands; None: they take back what they said."""

    meeting: str
    motion: str
    holding: str
    position: Position | None


@dataclass(frozen=True, slots=True)
class GoingOn:
    """Why the board goes on though its own promise is not met, and until when that holds."""

    why: str
    until: date | None


@dataclass(frozen=True, slots=True)
class ToDecide:
    """A motion on which the roll is to be closed.

    `seen` is the mark of the roll that whoever closes it saw; None: they saw none. `anew` is
    whether another roll on it was closed before, which this one takes the place of.
    """

    meeting: str
    motion: str
    seen: str | None = None
    anew: bool = False
    going_on: GoingOn | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of it, and the entries that say so."""

    decision: str
    outcome: Outcome
    entries: tuple[int, ...]


def put_motion(wanted: ToPut, *, record: str, by: str, now: datetime) -> str:
    """Put something to a meeting, bound by the rules that are in force; return its id."""
    who = Actor(person=by)
    with writing(log=record, by=who, now=now) as pen:
        stands = situation_of(pen, wanted.meeting)
        fact = f.MotionPut(
            motion=new_id(),
            item=wanted.item,
            kind=wanted.kind,
            revision=wanted.revision,
            rules=binding_names(stands, wanted.kind),
            words=wanted.words,
        )
        put(pen, fact, by=who)
        if wanted.reopens:
            put(pen, f.DecisionReopened(motion=fact.motion, decision=wanted.reopens), by=who)
    return fact.motion


def stand(wanted: Stand, *, record: str, by: str, now: datetime) -> None:
    """Keep where somebody in the room stands; no entry is made of it until the roll is closed."""
    who = Actor(person=by)
    with writing(log=record, by=who, now=now) as pen:
        stands = situation_of(pen, wanted.meeting)
        motion = check_stands(wanted.motion, wanted.holding, stands)
        own = check_says(motion, wanted.holding, stands, acting_in(pen, who, stands))
        if wanted.position is None:
            return positions.take_back(record, wanted.motion, wanted.holding)
        came = here(stands.meeting)[wanted.holding].entry
        point = Standpoint(wanted.holding, wanted.position, came, self_entered=own)
        return positions.keep(record, wanted.meeting, wanted.motion, point)


def decide(wanted: ToDecide, *, record: str, by: str, now: datetime) -> Decided:
    """Close the roll on a motion: all of it in one act, or nothing.

    Errors: MayNotDecide; NotAllowed `roll_changed` where somebody came, left or changed where they
        stand since whoever closes it looked, `exception_changes_nothing`; those of the rules.
    """
    who, new = Actor(person=by), new_id()
    with writing(log=record, by=who, now=now) as pen:
        points = positions.positions(record, wanted.motion)
        first = _answer(wanted, points, pen)
        _check_may_close(wanted, first, pen, who)
        entries = [put(pen, fact, by=who) for fact in _first(wanted, first, pen, who, new=new)]
        found = _answer(wanted, points, pen) if entries else first
        check_may_close_roll(found)
        fact = _taken(wanted.motion, new, found, pen)
        if wanted.going_on and fact.outcome not in (Outcome.CARRIED, Outcome.ADVISED):
            raise NotAllowed("exception_changes_nothing")
        entries.append(put(pen, fact, by=who, roll=found.roll))
        follow_decision(pen, wanted.meeting, new)
    return Decided(new, fact.outcome, tuple(entries))


def _answer(wanted: ToDecide, points: Iterable[Standpoint], pen: Pen) -> Answer:
    stands = situation_of(pen, wanted.meeting)
    if wanted.anew:
        return answer_to(motion_named(wanted.motion, stands), points, stands)
    return answer_now(wanted.motion, points, stands)


def _check_may_close(wanted: ToDecide, found: Answer, pen: Pen, who: Actor) -> None:
    stands = situation_of(pen, wanted.meeting)
    check_runs(motion_named(wanted.motion, stands).put.fact, stands, acting_in(pen, who, stands))
    if wanted.seen is not None and wanted.seen != mark_of(found.roll):
        raise NotAllowed("roll_changed")


def _first(wanted: ToDecide, found: Answer, pen: Pen, who: Actor, *, new: str) -> Iterator[Fact]:
    """Yield what comes before the decision: which one it replaces, and which promise it breaks."""
    stands = situation_of(pen, wanted.meeting)
    taken = in_force(motion_named(wanted.motion, stands))
    if taken is not None:
        yield f.DecisionReversed(decision=taken.taken.fact.decision, by_decision=new)
    if wanted.going_on is None:
        return
    capacity = capacity_of(stands, acting_in(pen, who, stands))
    told = wanted.going_on
    for rule in broken_by_going_on(found.stands):
        yield f.ExceptionMade(
            motion=wanted.motion, rule=rule.id, by=capacity, until=told.until, why=told.why
        )


def _taken(motion: str, new: str, found: Answer, pen: Pen) -> f.DecisionTaken:
    told = found.by_roll
    return f.DecisionTaken(
        motion=motion,
        decision=new,
        roll=found.roll,
        outcome=told.decision.outcome,
        met=frozenset(rule.id for rule in told.met),
        unmet=frozenset(rule.id for rule in told.unmet),
        of_last_entry=pen.log.size - 1,
    )


def mark_of(roll: Iterable[Said]) -> str:
    """Return the mark of a roll: another as soon as anybody in it stands otherwise."""
    told = "\n".join(
        f"{row.holding} {row.position} {row.way} {row.deputy} {row.self_entered}" for row in roll
    )
    return sha256(told.encode()).hexdigest()[:16]
