"""Deciding: what is put to a meeting, where everybody stood, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from withus.core.facts.fact import Fact, SealedText, Stream
from withus.core.facts.forms import (
    A_RULE_NAME,
    ADay,
    DayOrNothing,
    Id,
    IdOrNothing,
    Name,
    OneOf,
    OrNothing,
    SetOf,
    Text,
    Whole,
    Yes,
)
from withus.core.facts.meeting import InWhichCapacity
from withus.core.facts.rows import Roll
from withus.core.words import (
    HowKnown,
    MotionKind,
    ObjectionOutcome,
    Outcome,
    Position,
    Signed,
)

RULE = Text("rule", A_RULE_NAME)
RuleName = Annotated[str, RULE]
RuleNameOrNothing = Annotated[str | None, OrNothing(RULE)]
RuleNames = Annotated[frozenset[str], SetOf(RULE)]
AnOutcome = Annotated[Outcome, OneOf(Outcome)]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMotion(Fact):
    """Something about a motion that was put."""

    STREAM: ClassVar[Stream] = Stream.REFERRED
    REFERS_BY: ClassVar[str] = "motion"
    motion: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class OfDecision(Fact):
    """Something about a decision that was taken."""

    STREAM: ClassVar[Stream] = Stream.REFERRED
    REFERS_BY: ClassVar[str] = "decision"
    decision: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionPut(Fact):
    """A meeting was asked to decide something; the rules that bound it when it was put."""

    TYPE = "motion.put.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "item"
    MINTS = "motion"
    motion: Id
    item: Id
    kind: Annotated[MotionKind, OneOf(MotionKind)]
    revision: IdOrNothing
    rules: RuleNames
    words: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeSaid(OfMotion):
    """Somebody said where they stand before the meeting; said again, the last holds."""

    TYPE = "before.said.v1"
    holding: Id
    position: Annotated[Position, OneOf(Position)]
    why: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class AssentGiven(OfMotion):
    """Somebody who was away said where they stand, in the days after."""

    TYPE = "assent.given.v1"
    holding: Id
    position: Annotated[Position, OneOf(Position)]
    why: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionMade(OfMotion):
    """The board goes on though its own promise is not met, and says why."""

    TYPE = "exception.made.v1"
    rule: RuleName
    by: InWhichCapacity
    until: DayOrNothing
    why: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionMade(OfMotion):
    """Somebody has a reason why this must not be decided so."""

    TYPE = "objection.made.v1"
    MINTS = "objection"
    objection: Id
    holding: Id
    reason: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionAnswered(Fact):
    """An objection was answered, or whoever made it took it back."""

    TYPE = "objection.answered.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "objection"
    objection: Id
    outcome: Annotated[ObjectionOutcome, OneOf(ObjectionOutcome)]
    answer: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTaken(OfMotion):
    """The roll was called. `of_last_entry` is the last entry that whoever took it knew of."""

    TYPE = "decision.taken.v1"
    MINTS = "decision"
    decision: Id
    roll: Roll
    outcome: AnOutcome
    met: RuleNames
    unmet: RuleNames
    of_last_entry: Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionSettled(OfDecision):
    """What was open of a decision is open no more: who had to confirm or assent did, or may not."""

    TYPE = "decision.settled.v1"
    outcome: AnOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLapsed(OfDecision):
    """Those who were away could have assented, and too few did in time."""

    TYPE = "decision.lapsed.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionReversed(OfDecision):
    """A later decision takes the place of this one."""

    TYPE = "decision.reversed.v1"
    by_decision: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionSigned(OfDecision):
    """A body that had to sign did, did not, or signed something else."""

    TYPE = "decision.signed.v1"
    body: Name
    outcome: Annotated[Signed, OneOf(Signed)]
    by_law: Yes


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionReopened(OfMotion):
    """What was put to a meeting would change what an earlier one decided."""

    TYPE = "decision.reopened.v1"
    decision: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class LawTold(Fact):
    """Somebody said that all the legal rules that bind a board are entered, or that not all are."""

    TYPE = "law.told.v1"
    STREAM = Stream.BOARD
    board: Id
    whole: Yes


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionReported(Fact):
    """What was decided elsewhere, or outside a rule: told of later, and never decided here."""

    TYPE = "decision.reported.v1"
    STREAM = Stream.BOARD
    MINTS = "reported"
    reported: Id
    board: Id
    day: ADay
    outside_rule: RuleNameOrNothing
    how_known: Annotated[HowKnown, OneOf(HowKnown)]
    what: SealedText


FACTS = (
    MotionPut,
    BeforeSaid,
    AssentGiven,
    ExceptionMade,
    ObjectionMade,
    ObjectionAnswered,
    DecisionTaken,
    DecisionSettled,
    DecisionLapsed,
    DecisionReversed,
    DecisionSigned,
    DecisionReported,
    DecisionReopened,
    LawTold,
)
