"""What the rules of a plan would mean: now, on days to come, and with each capacity left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from withus.core.deciding.each import LeftOut, each_left_out, hangs_on_a_promise
from withus.core.deciding.mirror import Mirror, mirror
from withus.core.deciding.who import Place
from withus.core.findings.finding import NotEnough
from withus.core.setting_up.plan import Plan

MOST_CHANGES = 4  # that a page tells of


def places_planned(plan: Plan, *, on: date) -> Counter[Place]:
    """Count the places of a plan with a vote on a day, by what rules can tell of them.

    Shape: a sort of place -> how many; nobody has a mandate yet.
    """
    found: Counter[Place] = Counter()
    for member in plan.members:
        begun = member.vote_from is None or member.vote_from <= on
        if member.vote and begun and (member.vote_until is None or on < member.vote_until):
            kind = plan.sort_of(member).kind
            found[Place(member.capacity, kind, member.tags, member.chair)] += 1
    return found


def mirrored(plan: Plan, *, on: date) -> Mirror | NotEnough:
    """Tell what the rules of a plan would mean for the people it is about.

    Source: rules.md, Can it be decided without them?
    """
    return mirror(plan.rules, places_planned(plan, on=on), on=on)


def changes(plan: Plan, *, on: date) -> Iterator[tuple[date, Mirror | NotEnough]]:
    """Yield each later day from which the rules of a plan would mean something else.

    Unit: at most four days.
    """
    days = {day for rule in plan.rules for day in (rule.from_, rule.until)}
    days |= {day for each in plan.members for day in (each.vote_from, each.vote_until)}
    last = mirrored(plan, on=on)
    for day in sorted(day for day in days if day is not None and day > on)[:MOST_CHANGES]:
        found = mirrored(plan, on=day)
        if found != last:
            yield day, found
        last = found


def left_out(plan: Plan, *, on: date) -> tuple[LeftOut, ...]:
    """Tell what the rest could decide without the people it is about, and without each capacity.

    Source: rules.md, Can it be decided without them?
    """
    return each_left_out(plan.rules, places_planned(plan, on=on), on=on)


def on_a_promise(plan: Plan, *, on: date) -> bool:
    """Tell whether only promises would keep the others from deciding without those it is about."""
    return hangs_on_a_promise(plan.rules, places_planned(plan, on=on), on=on)
