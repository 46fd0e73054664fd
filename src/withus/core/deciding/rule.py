"""A rule of a board as data: what it asks, of whom, and what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from withus.core.deciding.who import Who
from withus.core.words import MotionKind


class RuleKind(StrEnum):
    """What a rule is about."""

    PRESENT = "present"
    AGREE = "agree"
    NO_OBJECTION = "no_objection"
    CASTING = "casting"
    MADE_UP = "made_up"
    VOTE_FROM = "vote_from"
    MAY_CALL = "may_call"


class Force(StrEnum):
    """What stands behind a rule, the strongest first."""

    LAW = "law"
    CONSTITUTION = "constitution"
    TERMS = "terms"
    PROMISE = "promise"


class Of(StrEnum):
    """Of which places a share is counted."""

    PLACES = "places"  # all of them in being, vacant ones too
    HERE = "here"  # those in the roll-call
    VOTING = "voting"  # those who agree or disagree


class MayCall(StrEnum):
    """What some people may force the board to have."""

    MEETING = "meeting"
    ITEM = "item"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class AtLeast:
    """So many or more."""

    count: int


@dataclass(frozen=True, slots=True)
class AtMost:
    """So many or fewer."""

    count: int


@dataclass(frozen=True, slots=True)
class ShareOf:
    """A share or more."""

    share: Fraction


@dataclass(frozen=True, slots=True)
class Over:
    """More than a share."""

    share: Fraction


@dataclass(frozen=True, slots=True)
class MoreThan:
    """More than there are of others."""

    who: Who


Bound = AtLeast | AtMost | ShareOf | Over | MoreThan


@dataclass(frozen=True, slots=True)
class Caller:
    """So many of some people, perhaps with signatures of others beside."""

    who: Who
    count: int
    signatures: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. What a kind does not have is None, or as it stands here."""

    id: str
    kind: RuleKind
    force: Force
    source: str | None = None
    from_: date | None = None
    until: date | None = None
    motions: frozenset[MotionKind] | None = None  # None: all kinds of them
    who: Who | None = None
    bound: Bound | None = None
    of: Of | None = None
    before: bool = False
    late: int = 0  # working days
    what: MayCall | None = None
    any_of: tuple[Caller, ...] = ()

    @property
    def stops(self) -> bool:
        """Tell whether a decision can fail by this rule; others are shown on the board."""
        return self.kind in (RuleKind.PRESENT, RuleKind.AGREE, RuleKind.NO_OBJECTION)

    def holds_on(self, day: date) -> bool:
        """Tell whether a rule is in force on a day."""
        return (self.from_ is None or self.from_ <= day) and (
            self.until is None or day < self.until
        )
