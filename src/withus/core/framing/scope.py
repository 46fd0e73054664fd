"""Whom a work is about: those both sides named, told apart from everybody else on its board."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from withus.core.deciding.who import Who
from withus.core.facts import framing as f
from withus.core.facts.circumstances import HOST
from withus.core.findings.finding import NotEnough
from withus.core.framing.presence import Sitting
from withus.core.history.told import Told
from withus.core.history.work import Work
from withus.core.words import AFFECTED, Capacity, ChallengeGround, ChallengeOutcome, Side


class Of(StrEnum):
    """What somebody is to a work."""

    D = "d"  # the people themselves
    F = "f"  # their unpaid carers
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a work is about: by the board's own tags of places, none for all; and by which entries.

    `f_is_d` is whether only carers are affected: then they are the people themselves.
    """

    d: frozenset[str]
    f_is_d: bool
    entries: frozenset[int] = frozenset()

    def of(self, sitting: Sitting) -> tuple[Of, bool]:
        """Tell what somebody is to the work, and whether that is sure.

        Formula: by capacity, and by a tag of the place where the work is about some tags. A place
            that the board has tagged nothing may be one of theirs: that is not sure.
        Not: whoever was found not to hold it in that capacity; they are one of the others.
        """
        capacity = sitting.capacity
        if capacity not in AFFECTED or sitting.upheld:
            return Of.OTHER, True
        if self.f_is_d and capacity is not Capacity.UNPAID_CARERS:
            return Of.OTHER, True
        tags = sitting.place.made.fact.tags
        meant = not self.d or not self.d.isdisjoint(tags)
        if not meant and tags:
            return Of.OTHER, True
        drawing = capacity is Capacity.DRAWS_ON_SERVICES or self.f_is_d
        return Of.D if drawing else Of.F, meant and not sitting.doubted

    @property
    def who_d(self) -> Who:
        """Tell the places of the people themselves, as rules tell places."""
        own = Capacity.UNPAID_CARERS if self.f_is_d else Capacity.DRAWS_ON_SERVICES
        return Who(capacity=frozenset({own}), tag=self.d or None)

    @property
    def who_affected(self) -> Who:
        """Tell the places of all whom it is about, as rules tell places."""
        return self.who_d if self.f_is_d else Who(affected=True, tag=self.d or None)


def scope(work: Work) -> Scope | NotEnough:
    """Tell whom a work is about, as an affected member and the host both say.

    Formula: the last that each side said, without what was challenged and found not so, and
        what another typed for them only once it is confirmed.
    Errors: NotEnough `scope_not_confirmed` where a side has not said it, or one person said both;
        `sides_differ`; `scope_challenged` where a challenge is open.
    """
    open_, upheld = challenged(work, ChallengeGround.SCOPE)
    right = {each.fact.entry for each in work.said.confirmed if each.fact.right}
    stands = [
        each
        for each in work.scope
        if each.entry not in upheld and (each.typed_by in (None, HOST) or each.entry in right)
    ]
    ours, theirs = (last_of(stands, side) for side in (Side.AFFECTED, Side.HOST))
    if ours is None or theirs is None or ours.by == theirs.by:
        return NotEnough("scope_not_confirmed")
    if (ours.fact.d, ours.fact.f_is_d) != (theirs.fact.d, theirs.fact.f_is_d):
        return NotEnough("sides_differ")
    entries = frozenset({ours.entry, theirs.entry})
    if entries & open_:
        return NotEnough("scope_challenged")
    return Scope(ours.fact.d, ours.fact.f_is_d, entries)


def last_of(told: Iterable[Told[f.ScopeConfirmed]], side: Side) -> Told[f.ScopeConfirmed] | None:
    """Tell what a side said last of whom a work is about."""
    return next((each for each in reversed(list(told)) if each.fact.side is side), None)


def challenged(work: Work, ground: ChallengeGround) -> tuple[frozenset[int], frozenset[int]]:
    """Tell the entries of a work that are challenged on a ground: those open, and those upheld."""
    open_, upheld = set(), set()
    for each in work.said.challenges.values():
        if each.raised.fact.ground is not ground:
            continue
        if each.ended is None:
            open_.add(each.raised.fact.entry)
        elif each.ended.fact.outcome is ChallengeOutcome.UPHELD:
            upheld.add(each.raised.fact.entry)
    return frozenset(open_), frozenset(upheld)
