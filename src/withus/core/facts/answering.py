"""Answering: what people put to a work, where it went, what was answered, and who was told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from withus.core.facts.fact import Fact, SealedPerson, SealedText, Stream
from withus.core.facts.forms import ADay, Id, IdOrNothing, OneOf, Whole, WholeOrNothing
from withus.core.facts.framing import Ids, OfWork
from withus.core.facts.meeting import InWhichCapacity
from withus.core.words import PointOutcome, PointSays, PointWay, ShownAs, ToldRoute


@dataclass(frozen=True, slots=True, kw_only=True)
class OfPoint(Fact):
    """Something about a point that was put."""

    STREAM: ClassVar[Stream] = Stream.REFERRED
    REFERS_BY: ClassVar[str] = "point"
    point: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class PointPut(OfWork):
    """Somebody put a point: from a place, or from none and in the capacity they say.

    `group_of` is how many people agreed on it: one, but for a group's say.
    """

    TYPE = "point.put.v1"
    MINTS = "point"
    point: Id
    holding: IdOrNothing
    said_capacity: InWhichCapacity
    way: Annotated[PointWay, OneOf(PointWay)]
    group_of: Whole
    shown_as: Annotated[ShownAs, OneOf(ShownAs)]
    person: SealedPerson
    words: SealedText
    attachment: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsJoined(OfWork):
    """Somebody brought points together under a theme; `holding` is theirs, if they hold a place."""

    TYPE = "points.joined.v1"
    MINTS = "theme"
    theme: Id
    points: Ids
    holding: IdOrNothing
    title: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class JoiningAgreed(Fact):
    """An affected member agreed that the points of a theme belong together."""

    TYPE = "joining.agreed.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "theme"
    theme: Id
    holding: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class PointLinked(OfPoint):
    """A point, or a theme, went into this: a revision, a suggestion, a decision, a promise."""

    TYPE = "point.linked.v1"
    to: Id
    paragraph: WholeOrNothing


@dataclass(frozen=True, slots=True, kw_only=True)
class PointAnswered(OfPoint):
    """A point, or a theme, was answered; `same_reason_as` is the entry that gave this reason."""

    TYPE = "point.answered.v1"
    outcome: Annotated[PointOutcome, OneOf(PointOutcome)]
    same_reason_as: WholeOrNothing
    reason: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class PointConfirmed(OfPoint):
    """Whoever put a point said whether it is where it is said to have gone."""

    TYPE = "point.confirmed.v1"
    says: Annotated[PointSays, OneOf(PointSays)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointWithdrawn(OfPoint):
    """Whoever put a point took it back."""

    TYPE = "point.withdrawn.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributorTold(OfPoint):
    """Whoever put a point was told what became of it, by their own route."""

    TYPE = "contributor.told.v1"
    route: Annotated[ToldRoute, OneOf(ToldRoute)]
    day: ADay


FACTS = (
    PointPut,
    PointsJoined,
    JoiningAgreed,
    PointLinked,
    PointAnswered,
    PointConfirmed,
    PointWithdrawn,
    ContributorTold,
)
