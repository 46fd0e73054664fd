"""The rules of a board as anybody may see them, and what they mean, now and on days to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from withus.core.deciding.each import LeftOut, each_left_out, hangs_on_a_promise
from withus.core.deciding.mirror import Mirror, mirror
from withus.core.deciding.reading import read_what_can_be
from withus.core.deciding.rule import Rule
from withus.core.deciding.short import Short, falling_short
from withus.core.deciding.voting import days_of_change, places_on
from withus.core.facts.joining import RulesSet
from withus.core.findings.finding import NotEnough
from withus.core.history.state import Board
from withus.core.history.told import Told

MOST_CHANGES = 4  # that a page tells of, for each time rules were set


@dataclass(frozen=True, slots=True)
class RulesSeen:
    """Rules from a day on, None for one that cannot be read; and what they mean, day by day."""

    rules: tuple[Rule | None, ...]
    since: date | None  # None: no rules were ever set
    entry: int | None
    means: tuple[tuple[date, Mirror | NotEnough], ...]
    short: tuple[Short, ...] = ()  # those that stop no decision, and are not met


def rules_seen(board: Board, *, on: date) -> tuple[RulesSeen, tuple[RulesSeen, ...]]:
    """Return the rules in force on a day, and those set already for days to come, in order."""
    by_day = {each.fact.from_: each for each in board.rules}  # the last one set for a day holds
    begun = [day for day in by_day if day <= on]
    coming = sorted(day for day in by_day if day > on)
    ends = dict(zip([on, *coming], [*coming, date.max], strict=True))
    now = by_day[max(begun)] if begun else None
    return seen(board, now, from_=on, until=ends[on]), tuple(
        seen(board, by_day[day], from_=day, until=ends[day]) for day in coming
    )


def seen(board: Board, told: Told[RulesSet] | None, *, from_: date, until: date) -> RulesSeen:
    """Return rules as they were set, and what they mean from one day until another."""
    rules = read_what_can_be(told.fact.rules) if told else ()
    means = tuple(meanings(board, rules, from_=from_, until=until))
    return RulesSeen(
        rules=rules,
        since=told.fact.from_ if told else None,
        entry=told.entry if told else None,
        means=means,
        short=falling_short(filter(None, rules), places_on(board, on=from_), on=from_),
    )


def means_on(board: Board, *, on: date) -> Mirror | NotEnough:
    """Return what the rules in force on a day mean."""
    return next(meanings(board, in_force(board, on=on), from_=on, until=on))[1]


def left_out(board: Board, *, on: date) -> tuple[LeftOut, ...]:
    """Return what can be decided on a day without each sort of members; nothing if unreadable."""
    rules = in_force(board, on=on)
    known = [rule for rule in rules if rule is not None]
    if not known or len(known) != len(rules):
        return ()
    return each_left_out(known, places_on(board, on=on), on=on)


def on_a_promise(board: Board, *, on: date) -> bool:
    """Return whether only promises keep the others from deciding without the people it is about."""
    known = [rule for rule in in_force(board, on=on) if rule is not None]
    return hangs_on_a_promise(known, places_on(board, on=on), on=on)


def in_force(board: Board, *, on: date) -> tuple[Rule | None, ...]:
    """Return the rules that were set for a day, None for one that cannot be read."""
    by_day = {each.fact.from_: each for each in board.rules if each.fact.from_ <= on}
    return read_what_can_be(by_day[max(by_day)].fact.rules) if by_day else ()


def meanings(
    board: Board, rules: tuple[Rule | None, ...], *, from_: date, until: date
) -> Iterator[tuple[date, Mirror | NotEnough]]:
    """Yield what rules mean on the first day, and on each day from which they mean something else.

    Not: a guess where one of the rules cannot be read: nobody can tell what they mean together.
    """
    known = [rule for rule in rules if rule is not None]
    if len(known) != len(rules):
        yield from_, NotEnough("rule_unreadable")
        return
    last: Mirror | NotEnough | None = None
    days = [day for day in days_of_change(known, board, after=from_) if day < until]
    for day in [from_, *days[:MOST_CHANGES]]:
        found = mirror(known, places_on(board, on=day), on=day)
        if found != last:
            yield day, found
        last = found
