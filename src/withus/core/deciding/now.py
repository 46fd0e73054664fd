"""May this board decide now? One answer, asked by screen, call and command, and under the lock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from withus.core.deciding.before import board_before, meeting_before
from withus.core.deciding.call import Call, seats
from withus.core.deciding.decide import Decision, Seat, counted, decide, lacks_only_people, stance
from withus.core.deciding.law import is_law_told
from withus.core.deciding.outcome import agreed, casting, present
from withus.core.deciding.reading import read_what_can_be
from withus.core.deciding.rule import Force, Rule, RuleKind
from withus.core.deciding.voting import binding
from withus.core.errors import Refusal
from withus.core.history.state import Board, Meeting, Motion
from withus.core.words import MotionKind


class RulesUnreadable(Refusal):
    """Say that a rule in force cannot be read, so that nobody can tell what it asks."""


@dataclass(frozen=True, slots=True)
class Stands:
    """How a motion stands: what comes of it now, and by which rules.

    `decision` is by the rules without those of which an exception was made; `strict` by all.
    """

    decision: Decision
    strict: Decision
    met: tuple[Rule, ...]
    unmet: tuple[Rule, ...]
    seats: tuple[Seat, ...]
    law_told: bool = False  # whether the board has said that its legal rules are all entered


def stands(board: Board, meeting: Meeting, motion: Motion, call: Call) -> Stands:
    """Tell what comes of a motion by a roll-call.

    Formula: as `decide`, over the rules in force on the day that are for its kind; a promise of
        which an exception was made for this motion does not bind where it lacks only people:
        what was voted down stays so. A roll-call that was recorded is
        worked out by the board as it stood then.
    Errors: RulesUnreadable `rule_unreadable`.
    Source: rules.md, How it is worked out, 8 to 10.
    """
    if call.entry is not None:
        board, meeting = board_before(board, call.entry), meeting_before(meeting, call.entry)
    rules = rules_on(board, motion.put.fact.kind, on=call.on)
    found = seats(board, meeting, motion, call, rules=rules)
    asked = [rule for rule in rules if rule.stops or rule.kind is RuleKind.CASTING]
    excepted = {
        each.fact.rule
        for each in motion.exceptions
        if each.fact.until is None or call.on < each.fact.until
    }
    loose = {r.id for r in asked if r.force is Force.PROMISE and lacks_only_people(r, found)}
    bound = [rule for rule in asked if rule.id not in excepted & loose]
    met, unmet = told_apart(asked, found)
    strict = decide(asked, found, elapsed=call.elapsed)
    decision = strict if bound == asked else decide(bound, found, elapsed=call.elapsed)
    return Stands(decision, strict, met, unmet, tuple(found), is_law_told(board))


def rules_on(board: Board, kind: MotionKind, *, on: date) -> tuple[Rule, ...]:
    """Tell the rules in force on a day that are for a kind of motion.

    Formula: those set last for that day or an earlier one.
    Errors: RulesUnreadable `rule_unreadable`: what one asks that cannot be read nobody can tell.
    """
    by_day = {each.fact.from_: each for each in board.rules if each.fact.from_ <= on}
    told = read_what_can_be(by_day[max(by_day)].fact.rules) if by_day else ()
    known = [rule for rule in told if rule is not None]
    if len(known) < len(told):
        raise RulesUnreadable("rule_unreadable")
    return tuple(
        rule
        for rule in binding(known, kind)
        if rule.holds_on(on) or rule.kind is RuleKind.VOTE_FROM  # whom it dates has no vote before
    )


def told_apart(
    rules: Sequence[Rule], found: Sequence[Seat]
) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Tell the rules that are met by a roll-call, and those that are not, each by itself."""
    voting = [seat for seat in found if seat.counts]
    room = [stance(seat, seat.took) for seat in voting]
    cast = casting(rules, room)
    met: list[Rule] = []
    unmet: list[Rule] = []
    for rule in rules:
        if rule.kind is RuleKind.PRESENT:
            (met if present(rule, room) else unmet).append(rule)
        elif rule.stops:
            (met if agreed(rule, counted(rule, voting), cast=cast) else unmet).append(rule)
    return tuple(met), tuple(unmet)
