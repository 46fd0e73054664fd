"""Were people in before the plan? G1, worked out from the record alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from withus.core.deciding.before import board_before
from withus.core.deciding.mirror import decided_without
from withus.core.deciding.now import RulesUnreadable, rules_on
from withus.core.deciding.sums import TooManyCases
from withus.core.deciding.voting import places_on
from withus.core.findings.finding import NotEnough
from withus.core.framing.accounts import accepted, in_by_account
from withus.core.framing.beginning import Beginning, begins
from withus.core.framing.presence import Sitting, moment, sittings
from withus.core.framing.scope import Of, Scope, challenged, scope
from withus.core.framing.seen import WorkSeen
from withus.core.history.state import Board
from withus.core.words import Begun, ChallengeGround, MotionKind, Shows

FEWEST = 2  # policy, here and below: of those it is about, or of the people themselves
SMALL_GROUP = 5  # in a group of so many or fewer one is enough, and a quarter
LEAST_IN_100 = 15  # Kanter 1977


@dataclass(frozen=True, slots=True)
class Group:
    """Those who were in: the people themselves, their unpaid carers, and the others.

    Unit: places held.
    """

    d: int = 0
    f: int = 0
    others: int = 0

    @property
    def affected(self) -> int:
        """Tell how many of them it is about."""
        return self.d + self.f

    @property
    def all(self) -> int:
        """Tell how many were in."""
        return self.d + self.f + self.others


@dataclass(frozen=True, slots=True)
class Before:
    """Whether people were in before the plan: how that is known, and who was in by then.

    `why` is the reason where it is not shown, or cannot be told. `at_most` is the group if all
    that is not sure were so. `entries` are those that it was worked out from.
    """

    shows: Shows
    begun: Begun = Begun.IN_THE_RECORD
    why: str = ""
    start: Beginning | None = None
    group: Group = Group()
    at_most: Group = Group()
    entries: frozenset[int] = field(default_factory=frozenset)


def who_was_in_before(seen: WorkSeen) -> Before:
    """Tell who was in before the plan began, and whether that is enough.

    Formula: on the board that answers, before the first thing of the plan that is kept: at least
        2 of those it is about (in a group of five or fewer at least 1, and 25 %), and at least
        15 %, or the others could not decide without them by the rules of that day. The same for
        the people themselves. A hidden earlier plan, once upheld, fails it.
    Reads: places taken and left, what was there before, revisions, accounts, challenges.
    Not: how far anybody was heard.
    Errors: `shows` is CANNOT, and `why` one of `no_plan_yet`, `scope_not_confirmed`,
        `sides_differ`, `scope_challenged`, `places_doubted`, `nothing_adopted_yet`,
        `plan_challenged`; where it is NOT: `hidden_plan`, `too_few_in`.
    Source: findings.md G1; record.md.
    """
    open_, upheld = challenged(seen.work, ChallengeGround.EARLIER_PLAN)
    begin, about = begins(seen), scope(seen.work)
    if begin.first is None:
        found = Before(Shows.CANNOT, why="no_plan_yet")
    else:
        found = _before(seen, begin.first, about)
        if begin.at_latest != begin.first and found.shows is not Shows.SHOWN:
            later = _before(seen, begin.at_latest, about) if begin.at_latest else None
            if later is None or later.shows is not Shows.NOT:
                found = replace(found, shows=Shows.CANNOT, why="nothing_adopted_yet")
    if begin.again and found.shows is Shows.SHOWN and found.begun is Begun.IN_THE_RECORD:
        found = replace(found, begun=Begun.AGAIN)
    entries = found.entries | begin.again | open_ | upheld
    if upheld:
        found = replace(found, shows=Shows.NOT, why="hidden_plan")
    elif open_ and found.shows is Shows.SHOWN:
        found = replace(found, shows=Shows.CANNOT, why="plan_challenged")
    return replace(found, entries=entries)


def _before(seen: WorkSeen, start: Beginning, about: Scope | NotEnough) -> Before:
    """Tell who was in before a beginning: by the record, or else as all of them tell it."""
    everybody = list(sittings(seen.board, witnessed=seen.witnessed))
    known = Scope(frozenset(), f_is_d=False) if isinstance(about, NotEnough) else about
    there = [each for each in everybody if each.was_in(start.at)]
    found = _weighed(seen.board, start, known, there)
    if isinstance(about, NotEnough):
        return replace(found, shows=Shows.CANNOT, why=about.reason)
    if found.shows is Shows.SHOWN:
        return found
    for account in accepted(seen, before=start.at):
        also = _weighed(seen.board, start, known, in_by_account(account, seen.work, everybody))
        if also.shows is Shows.SHOWN:
            told = {each.entry for each in account.answers} | {account.told.entry}
            return replace(also, begun=Begun.BY_ACCOUNT, entries=also.entries | told)
    return found


def _weighed(board: Board, start: Beginning, about: Scope, there: Iterable[Sitting]) -> Before:
    """Tell whether those who were in are enough: surely, perhaps, or not."""
    sitting = list(there)
    surely, at_most = group(sitting, about), group(sitting, about, unsure=True)
    unheard = without(board, start.at, about)
    shows = Shows.NOT
    if is_enough(surely, unheard):
        shows = Shows.SHOWN
    elif is_enough(at_most, unheard):
        shows = Shows.CANNOT
    why = {Shows.SHOWN: "", Shows.NOT: "too_few_in", Shows.CANNOT: "places_doubted"}[shows]
    entries = {each.entry for each in sitting} | {start.entry} | about.entries
    return Before(shows, Begun.IN_THE_RECORD, why, start, surely, at_most, frozenset(entries))


def group(there: Iterable[Sitting], about: Scope, *, unsure: bool = False) -> Group:
    """Count those who were in by what they are to the work.

    Shape: those of whom it is not sure are among the others, unless `unsure` asks for them too.
    """
    counts = dict.fromkeys(Of, 0)
    for each in there:
        what, sure = about.of(each)
        counts[what if sure or unsure else Of.OTHER] += 1
    return Group(counts[Of.D], counts[Of.F], counts[Of.OTHER])


def is_enough(found: Group, unheard: tuple[bool, bool]) -> bool:
    """Tell whether enough of those it is about were in, and of the people themselves.

    Shape: `unheard`: whether the others could decide without the one, and without the other.
    """
    affected = are_enough(found.affected, found.all, unheard=unheard[0])
    return affected and are_enough(found.d, found.all, unheard=unheard[1])


def are_enough(theirs: int, all_: int, *, unheard: bool) -> bool:
    """Tell whether so many of so many are enough.

    Formula: at least 2, or 1 and 25 % of five or fewer; and 15 %, or the others cannot decide
        without them.
    """
    small = all_ <= SMALL_GROUP and theirs >= 1 and 4 * theirs >= all_
    return (small or theirs >= FEWEST) and (100 * theirs >= LEAST_IN_100 * all_ or not unheard)


def without(board: Board, when: datetime, about: Scope) -> tuple[bool, bool]:
    """Tell whether the others could decide a text without those it is about, and without D.

    Formula: by the rules and the places as they stood before a moment. What cannot be worked out
        protects nobody.
    """
    then = board_before(board, first_since(board, when))
    try:
        rules = rules_on(then, MotionKind.TEXT, on=when.date())
        places = places_on(then, on=when.date())
        affected, d = (
            MotionKind.TEXT in decided_without(rules, places, who, on=when.date())
            for who in (about.who_affected, about.who_d)
        )
    except (RulesUnreadable, TooManyCases):
        return True, True
    return affected, d


def first_since(board: Board, when: datetime) -> int:
    """Tell the first number that an entry of a board could have that was made since a moment."""
    told = [*board.rules, *(place.made for place in board.places.values())]
    told += [each.taken for place in board.places.values() for each in place.holdings]
    return 1 + max((each.entry for each in told if moment(each.at) < when), default=-1)
