"""Framing: a work, who it is about, what was there before it, and the question it asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from withus.core.facts.fact import Fact, SealedText, Stream
from withus.core.facts.forms import (
    ID,
    ADay,
    DayOrNothing,
    Id,
    IdOrNothing,
    Name,
    OneOf,
    SetOf,
    Tags,
    Whole,
    Yes,
)
from withus.core.facts.meeting import Holdings
from withus.core.words import ExistingKind, Level, Side, Step

Ids = Annotated[frozenset[str], SetOf(ID)]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfWork(Fact):
    """Something about a work that was opened."""

    STREAM: ClassVar[Stream] = Stream.REFERRED
    REFERS_BY: ClassVar[str] = "work"
    work: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOpened(Fact):
    """People began to work on something. `board` answers for it; `boards` take part beside it."""

    TYPE = "work.opened.v1"
    STREAM = Stream.OWN
    MINTS = "work"
    work: Id
    name: Name
    board: Id
    boards: Ids
    level: Annotated[Level, OneOf(Level)]
    about_one_person: Yes


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeConfirmed(OfWork):
    """One side said whom the work is about: by tags of places, and whether carers alone are."""

    TYPE = "scope.confirmed.v1"
    side: Annotated[Side, OneOf(Side)]
    d: Tags
    f_is_d: Yes


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPromised(OfWork):
    """A body promised how far it would share power."""

    TYPE = "step.promised.v1"
    step: Annotated[Step, OneOf(Step)]
    body: Name
    words: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class ExistingTold(OfWork):
    """Somebody told of what was there before: what is fixed, an earlier plan, a proposal.

    `practised` is whether it was begun in the practice run that this record follows.
    """

    TYPE = "existing.told.v1"
    MINTS = "existing"
    existing: Id
    kind: Annotated[ExistingKind, OneOf(ExistingKind)]
    since: DayOrNothing
    said_by: Name
    practised: Yes
    what: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunAgain(Fact):
    """An earlier plan or a proposal was set aside, by a decision."""

    TYPE = "begun.again.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "existing"
    existing: Id
    decision: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class StartAccounted(OfWork):
    """Somebody told how a work began before it was in the record; `asked` are to say if it is so.

    `documents` counts what is attached; `digests` are theirs, one a line.
    """

    TYPE = "start.accounted.v1"
    MINTS = "account"
    account: Id
    started: ADay
    asked: Holdings
    documents: Whole
    digests: SealedText
    words: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class StartAnswered(Fact):
    """Whoever was asked said whether a work began so, and whether they were in by then."""

    TYPE = "start.answered.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "account"
    account: Id
    holding: Id
    agrees: Yes
    was_in: Yes


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionProposed(OfWork):
    """Somebody proposed what to ask; `joins` are the proposals that it brings together."""

    TYPE = "question.proposed.v1"
    MINTS = "question"
    question: Id
    holding: IdOrNothing
    joins: Ids
    words: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAgreed(Fact):
    """A board decided that this is the question."""

    TYPE = "question.agreed.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "question"
    question: Id
    decision: Id


FACTS = (
    WorkOpened,
    ScopeConfirmed,
    StepPromised,
    ExistingTold,
    BegunAgain,
    StartAccounted,
    StartAnswered,
    QuestionProposed,
    QuestionAgreed,
)
