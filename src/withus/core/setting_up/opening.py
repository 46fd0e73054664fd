"""What is entered when a plan is opened: a practice run, its board, places, rules and duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from withus.core.deciding.writing import write_rules
from withus.core.facts.fact import Fact
from withus.core.facts.joining import (
    BoardOpened,
    DutyGiven,
    OrganisationJoined,
    PartnershipOpened,
    PlaceMade,
    RulesSet,
)
from withus.core.setting_up.plan import Member, Plan
from withus.core.words import Duty


def opens(plan: Plan) -> PartnershipOpened:
    """Tell the opening: always of a practice run."""
    return PartnershipOpened(
        name=plan.name, practice=True, follows=None, country=plan.country, about=plan.about
    )


def gives(duty: Duty, *, given: str, person: str, on: date) -> DutyGiven:
    """Tell that somebody has a duty for the whole partnership from a day on."""
    return DutyGiven(given=given, duty=duty, board=None, from_=on, until=None, person=person)


def follows(plan: Plan, *, ids: Iterable[str], me: str, on: date) -> tuple[Fact, ...]:
    """Tell what is entered after the opening, by whoever sets the partnership up.

    Shape: the body that hosts it, the duties that they take on themselves, the board, its places
    in the order of the plan, and its rules, of which there may be none.
    Reads: `ids`, as many new ones as are asked for.
    """
    new = iter(ids)
    board = next(new)
    rules = write_rules(plan.rules)
    return (
        OrganisationJoined(organisation=next(new), name=plan.host, kind=plan.host_kind),
        *(gives(duty, given=next(new), person=me, on=on) for duty in own_duties(plan)),
        BoardOpened(
            board=board, name=plan.board, level=plan.level, parent=None, formats=plan.formats
        ),
        *(place(plan, each, (next(new), board), on=on) for each in plan.members),
        *([rules_set(board, rules, on)] if rules else []),
    )


def own_duties(plan: Plan) -> Iterator[Duty]:
    """Yield the duties that whoever sets the partnership up takes on, beside hosting it."""
    return (duty for duty in Duty if duty in plan.charges and plan.charges[duty].mine)


def place(plan: Plan, member: Member, ids: tuple[str, str], *, on: date) -> PlaceMade:
    """Tell that a place is made; one without a vote has a vote that is over from the first day."""
    sort = plan.sort_of(member)
    return PlaceMade(
        place=ids[0],
        board=ids[1],
        capacity=member.capacity,
        kind=sort.kind,
        tags=member.tags,
        chair=member.chair,
        vote_from=member.vote_from if member.vote else None,
        vote_until=member.vote_until if member.vote else on,
        term_until=sort.term_until,
        chosen_by=sort.chosen_by,
        paid_by=sort.paid_by,
        post=member.post,
    )


def rules_set(board: str, rules: list[dict[str, Any]], on: date) -> RulesSet:
    """Tell that a board's first rules are set, by nobody's decision."""
    return RulesSet(board=board, rules=rules, from_=on, decision=None)
