"""Which places have a vote on a day, and which rules bind a motion then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from withus.core.deciding.outcome import whom
from withus.core.deciding.rule import Rule, RuleKind
from withus.core.deciding.sums import Places
from withus.core.deciding.who import Place
from withus.core.history.figures import in_force
from withus.core.history.state import Board
from withus.core.words import MotionKind

MOTIONS = frozenset(MotionKind)


def places_on(board: Board, *, on: date) -> Counter[Place]:
    """Count the places of a board in being with a vote on a day, by what rules can tell of them.

    Shape: a sort of place -> how many; vacant ones too.
    Reads: the places as corrected, their days of voting, mandates in force.
    Source: rules.md, How it is worked out, 1.
    """
    mandated = {
        each.granted.fact.holding for each in board.mandates.values() if in_force(each, day=on)
    }
    found: Counter[Place] = Counter()
    for place in board.places.values():
        made, held = place.made.fact, place.held
        begun = made.vote_from is None or made.vote_from <= on
        if place.ended is None and begun and (made.vote_until is None or on < made.vote_until):
            chosen = held is not None and held.taken.fact.holding in mandated
            found[Place(made.capacity, made.kind, made.tags, made.chair, chosen)] += 1
    return found


def with_a_vote(rules: Iterable[Rule], places: Places, *, on: date) -> Counter[Place]:
    """Tell the places that vote on a day: whom a rule gives a vote, from its day and until its end.

    Source: rules.md, the kind `vote_from`.
    """
    given = [rule for rule in rules if rule.kind is RuleKind.VOTE_FROM]
    found: Counter[Place] = Counter()
    for place, count in places.items():
        dated = [rule for rule in given if whom(rule).includes(place)]
        if not dated or any(rule.holds_on(on) for rule in dated):
            found[place] += count
    return found


def binding(rules: Iterable[Rule], motion: MotionKind) -> tuple[Rule, ...]:
    """Tell the rules that are for a kind of motion, whether or not in force."""
    return tuple(rule for rule in rules if rule.motions is None or motion in rule.motions)


def told_apart_by(rules: Iterable[Rule]) -> Iterator[tuple[frozenset[MotionKind], list[Rule]]]:
    """Yield the kinds of motion that the rules do not tell apart, with the rules for them."""
    every = list(rules)
    groups: dict[tuple[Rule, ...], set[MotionKind]] = {}
    for motion in MotionKind:
        groups.setdefault(binding(every, motion), set()).add(motion)
    for bound, motions in groups.items():
        yield frozenset(motions), list(bound)


def days_of_change(rules: Iterable[Rule], board: Board, *, after: date) -> list[date]:
    """Tell the days after a day on which a rule begins or ends, or a place's vote does."""
    found = {day for rule in rules for day in (rule.from_, rule.until)}
    for place in board.places.values():
        found |= {place.made.fact.vote_from, place.made.fact.vote_until}
    for mandate in board.mandates.values():
        found |= {mandate.granted.fact.from_, mandate.granted.fact.until}
    return sorted(day for day in found if day is not None and day > after)
