"""What a plan still lacks, or has wrong, step by step."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from withus.core.deciding.faults import NotARule
from withus.core.deciding.possible import check_can_be_met
from withus.core.deciding.reading import read_rules
from withus.core.deciding.writing import write_rules
from withus.core.errors import Refusal
from withus.core.facts.forms import LONGEST_NAME, UNSEEN
from withus.core.setting_up.meaning import places_planned
from withus.core.setting_up.plan import Charge, Member, Plan
from withus.core.words import Capacity, Duty

STEPS = ("about", "members", "places", "chosen", "rules", "duties", "invitations")
NEEDED = (Duty.SAFEGUARDING, Duty.DATA, Duty.FACILITATOR)
NOT_YET = "later"
LONGEST_TEXT = 2_000


def wrong_in(step: str, plan: Plan, *, on: date) -> tuple[Refusal, ...]:
    """Tell what is missing or wrong in one step of a plan.

    Errors: none; they are what is told.
    """
    if step == "rules":
        return tuple(rule_faults(plan, on=on))
    return tuple(CHECKS[step](plan)) if step in CHECKS else ()


def wrong(plan: Plan, *, on: date) -> Mapping[str, tuple[Refusal, ...]]:
    """Tell the steps in which something is missing or wrong, in order, with what it is."""
    found = {step: wrong_in(step, plan, on=on) for step in STEPS}
    return {step: refusals for step, refusals in found.items() if refusals}


def about_faults(plan: Plan) -> Iterator[Refusal]:
    """Yield what is wrong in the names of the partnership, its host and its board."""
    for field, value in (("name", plan.name), ("host", plan.host), ("board", plan.board)):
        if not value:
            yield Refusal(f"{field}_missing")
        elif not is_a_name(value):
            yield Refusal("name_too_long_here" if field == "name" else f"{field}_too_long")
    if len(plan.about) > LONGEST_TEXT:
        yield Refusal("about_too_long", {"most": LONGEST_TEXT})


def is_a_name(text: str) -> bool:
    """Tell whether a text can be the name of a body or a board in a record.

    Source: facts.md, names of organisations, boards and works.
    """
    seen = not any(unicodedata.category(each) in UNSEEN for each in text)
    return 0 < len(text) <= LONGEST_NAME and seen


def member_faults(plan: Plan) -> Iterator[Refusal]:
    """Yield that nobody is on the list."""
    if not plan.members:
        yield Refusal("nobody_listed")


def place_faults(plan: Plan) -> Iterator[Refusal]:
    """Yield the places of which nobody has said in what capacity they are held, and bad days."""
    for number, member in enumerate(plan.members):
        if member.capacity is Capacity.UNSURE:
            yield Refusal("capacity_missing", {"who": called(member, number), "at": number})
        from_, until = member.vote_from, member.vote_until
        if from_ is not None and until is not None and until <= from_:
            yield Refusal("vote_ends_first", {"who": called(member, number), "at": number})


def called(member: Member, number: int) -> str:
    """Tell a place by the name or the post that it is known by, else by its number from 1."""
    return member.name or member.post or str(number + 1)


def rule_faults(plan: Plan, *, on: date) -> Iterator[Refusal]:
    """Yield the first fault of the rules: in a rule, or of a rule that nobody could meet."""
    try:
        rules = read_rules(write_rules(plan.rules))
        check_can_be_met(rules, places_planned(plan, on=on), on=on)
    except NotARule as fault:
        yield fault


def duty_faults(plan: Plan) -> Iterator[Refusal]:
    """Yield the duties that nobody is to have, and that there is no number to ring."""
    for duty in NEEDED:
        charge = plan.charges.get(duty, Charge())
        if not charge.mine and not charge.name:
            yield Refusal(f"{duty.value}_missing")
        elif len(charge.name) > LONGEST_NAME:
            yield Refusal("name_too_long", {"at": duty.value})
    if not plan.phone:
        yield Refusal("phone_missing")


def asked_faults(plan: Plan) -> Iterator[Refusal]:
    """Yield the e-mail addresses that are none."""
    for number, member in enumerate(plan.members):
        if member.name and member.asked == "email" and not is_an_address(member.address):
            yield Refusal("address_missing", {"who": member.name, "at": number})


def is_an_address(text: str) -> bool:
    """Tell whether a text has the shape of an e-mail address."""
    before, _, after = text.strip().rpartition("@")
    return bool(before) and "." in after and " " not in before + after


CHECKS: Mapping[str, Callable[[Plan], Iterator[Refusal]]] = {
    "about": about_faults,
    "members": member_faults,
    "places": place_faults,
    "duties": duty_faults,
    "invitations": asked_faults,
}
