"""A plan begun from a board that is here already: its places, its rules, and who is in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from withus.core.deciding.reading import read_what_can_be
from withus.core.deciding.rule import Rule, RuleKind
from withus.core.history.state import Board, Place
from withus.core.setting_up.plan import Choice, Member, Plan, Sort
from withus.core.words import Capacity


@dataclass(frozen=True, slots=True)
class Known:
    """What can be opened of a place: who holds it, and its post."""

    name: str = ""
    post: str = ""


def begun_from(plan: Plan, board: Board, known: Mapping[str, Known], *, on: date) -> Plan:
    """Tell a plan begun from a board as it stands on a day.

    Shape: places in being, with their holders' names to be asked anew; the rules in force, each
        from that day on unless its own is later; those of an old form are left out.
    Not: mandates, deputies or how anybody chose to be shown; nobody has said yes to this yet.
    """
    opened = board.opened
    assert opened is not None
    places = {ref: each for ref, each in board.places.items() if each.ended is None}
    sorts = usual(places.values())
    members = [member(each, known.get(ref, Known()), sorts, on) for ref, each in places.items()]
    return replace(
        plan,
        preset="last_year",
        board=opened.fact.name,
        level=opened.fact.level,
        formats=opened.fact.formats,
        pasted="",
        members=tuple(members),
        sorts=sorts,
        choices=tuple(Choice(each) for each in rules_of(board, on=on)),
    )


def usual(places: Iterable[Place]) -> dict[Capacity, Sort]:
    """Tell for each capacity how its first place came to be filled: the others, where they differ.

    Reads: the places as corrected.
    """
    found: dict[Capacity, Sort] = {}
    for each in places:
        found.setdefault(each.made.fact.capacity, sort_of(each))
    return found


def sort_of(place: Place) -> Sort:
    """Tell how a place came to be filled."""
    made = place.made.fact
    return Sort(made.kind, made.chosen_by, made.paid_by, made.term_until)


def member(place: Place, known: Known, sorts: Mapping[Capacity, Sort], on: date) -> Member:
    """Tell a place as it is planned anew."""
    made, sort = place.made.fact, sort_of(place)
    over = made.vote_until is not None and made.vote_until <= on
    return Member(
        name=known.name,
        post=known.post,
        capacity=made.capacity,
        own=None if sort == sorts[made.capacity] else sort,
        tags=made.tags,
        chair=made.chair,
        vote=not over,
        vote_from=None if over else made.vote_from,
        vote_until=None if over else made.vote_until,
    )


def rules_of(board: Board, *, on: date) -> list[Rule]:
    """Tell the rules that hold on a day and can be read.

    Formula: of those set for that day or before, the last; a vote keeps the day it began.
    """
    begun = [each for each in board.rules if each.fact.from_ <= on]
    if not begun:
        return []
    last = max(begun, key=lambda each: (each.fact.from_, each.entry))
    rules = [each for each in read_what_can_be(last.fact.rules) if each is not None]
    return [from_then(each, on) for each in rules if each.until is None or each.until > on]


def from_then(rule: Rule, on: date) -> Rule:
    """Tell a rule as it holds from a day on, or from its own where that is later."""
    own = rule.kind is RuleKind.VOTE_FROM or (rule.from_ is not None and rule.from_ > on)
    return rule if own else replace(rule, from_=on)
