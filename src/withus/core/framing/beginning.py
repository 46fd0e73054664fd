"""When a plan began: with the first thing of it that was kept, as early as anybody says it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum
from fractions import Fraction

from withus.core.facts.drafting import RevisionMade
from withus.core.framing.presence import earliest, moment
from withus.core.framing.seen import WorkSeen, adopting, motion_of_decision, stands
from withus.core.history.state import Board
from withus.core.history.told import Told
from withus.core.history.work import Existing, Work
from withus.core.words import AFFECTED, Capacity, ExistingKind, PointOutcome, Position

MOST_OLDER = Fraction(1, 5)  # policy: of the adopted points, older than when people began again


class Aside(StrEnum):
    """Whether what was there before was set aside, so that people began again."""

    NO = "no"
    YES = "yes"
    NOT_YET = "not_yet"  # with assent; nothing is adopted yet, so nobody can tell what is kept


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a plan began with: its entry, and when that was at the earliest."""

    entry: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Begins:
    """How a plan began: as the record shows it, and if what was set aside is taken to be gone.

    `again` are the entries by which something was set aside.
    """

    first: Beginning | None
    at_latest: Beginning | None
    again: frozenset[int] = frozenset()


def begins(seen: WorkSeen) -> Begins:
    """Tell with what a plan began.

    Formula: start = min(claimed, logged) of the first revision that is kept, earlier plan or
        proposal. One that was set aside is left out if people began again; where that cannot be
        told yet it counts in `first`, and not in `at_latest`.
    Not: what is fixed, which is no plan; nor a proposal for the question.
    Source: record.md, Start of a plan; findings.md G1.
    """
    surely = [Beginning(each.entry, earliest(each)) for each in kept_revisions(seen)]
    perhaps, again = [], set()
    for each in seen.work.existing.values():
        if each.told.fact.kind is ExistingKind.FIXED:
            continue
        found, aside = beginning_of(each), set_aside(each, seen)
        if aside is not Aside.NO and each.again is not None:
            again.add(each.again.entry)
        if aside is Aside.NO:
            surely.append(found)
        elif aside is Aside.NOT_YET:
            perhaps.append(found)
    return Begins(first_of(surely + perhaps), first_of(surely), frozenset(again))


def beginning_of(existing: Existing) -> Beginning:
    """Tell since when something was there before.

    Formula: min(the day that is told, logged).
    """
    told = existing.told
    found = earliest(told)
    if told.fact.since is not None:
        found = min(found, datetime.combine(told.fact.since, time(), UTC))
    return Beginning(told.entry, found)


def first_of(some: list[Beginning]) -> Beginning | None:
    """Tell the earliest of some beginnings."""
    return min(some, key=lambda each: (each.at, each.entry), default=None)


def kept_revisions(seen: WorkSeen) -> Iterator[Told[RevisionMade]]:
    """Yield the revisions from which the adopted one descends; all, where none is adopted yet.

    Not: another form of a text, such as Easy Read: it is no proposal.
    """
    work, adopted = seen.work, adopting(seen)
    texts = {name: each for name, each in work.revisions.items() if not each.fact.version_of}
    wanted: list[str | None] = [adopted[0].put.fact.revision] if adopted else [*texts]
    found: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name is None or name in found or name not in texts:
            continue
        found.add(name)
        wanted.extend(texts[name].fact.bases)
    yield from (texts[name] for name in texts if name in found)


def set_aside(existing: Existing, seen: WorkSeen) -> Aside:
    """Tell whether people began again without something that was there before.

    Formula: a decision set it aside, the people it is about agreed to that, and at most 20 % of
        the adopted points are older than that.
    Source: findings.md G1, Began again.
    """
    again = existing.again
    if again is None or not has_assent(again.fact.decision, seen):
        return Aside.NO
    share = share_older(seen.work, moment(again.at))
    if share is None:
        return Aside.NOT_YET
    return Aside.YES if share <= MOST_OLDER else Aside.NO


def has_assent(decision: str, seen: WorkSeen) -> bool:
    """Tell whether the people it is about agreed to a decision.

    Formula: of those in its roll-call who are affected more agree than do not, and so of those who
        draw on services, where any of them is in it.
    Not: a decision that was not carried, or whose place another has taken.
    """
    found = motion_of_decision(seen, decision)
    if found is None or not stands(seen, decision):
        return False
    said = {row.holding: row.position for row in found[1].taken.fact.roll}
    said |= {each.fact.holding: each.fact.position for each in found[0].assents}
    affected = [one for name, one in said.items() if capacity_of(name, seen) in AFFECTED]
    drawing = Capacity.DRAWS_ON_SERVICES
    d = [one for name, one in said.items() if capacity_of(name, seen) is drawing]
    return mostly(affected) and (not d or mostly(d))


def mostly(positions: list[Position]) -> bool:
    """Tell whether more of some positions agree than do not."""
    agree = sum(each is Position.AGREE for each in positions)
    return agree > sum(each is Position.DISAGREE for each in positions)


def capacity_of(holding: str, seen: WorkSeen) -> Capacity | None:
    """Tell in what capacity a place of the work's boards is held."""
    board: Board
    for board in seen.boards.values():
        place = board.places.get(board.place_of.get(holding, ""))
        if place is not None:
            return place.made.fact.capacity
    return None


def share_older(work: Work, than: datetime) -> Fraction | None:
    """Tell which share of the adopted points is older than a moment; None where none is adopted.

    Formula: those put before it / all; a point is as old as min(claimed, logged).
    Unit: 0 to 1, exact. Points adopted in part count as adopted.
    """
    adopted = [earliest(work.points[name].put) for name in sorted(adopted_points(work))]
    if not adopted:
        return None
    return Fraction(sum(at < than for at in adopted), len(adopted))


def adopted_points(work: Work) -> frozenset[str]:
    """Tell the points that were adopted, themselves or by the theme they are in, and stand."""
    taken = (PointOutcome.ADOPTED, PointOutcome.PARTLY)
    found = {
        name
        for name, point in work.points.items()
        if point.answers and point.answers[-1].fact.outcome in taken
    }
    for theme in work.themes.values():
        if theme.answers and theme.answers[-1].fact.outcome in taken:
            found |= theme.joined.fact.points & work.points.keys()
    return frozenset(name for name in found if work.points[name].withdrawn is None)
