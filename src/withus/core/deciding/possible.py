"""Rules that nobody could ever meet on a board: refused before anybody relies on them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from withus.core.deciding.faults import NotARule
from withus.core.deciding.outcome import whom
from withus.core.deciding.rule import AtLeast, MoreThan, Over, Rule, RuleKind, ShareOf
from withus.core.deciding.sums import Places
from withus.core.deciding.voting import with_a_vote

ASKING = (RuleKind.PRESENT, RuleKind.AGREE)


def check_can_be_met(rules: Iterable[Rule], places: Places, *, on: date) -> None:
    """Refuse a rule that nobody could meet with the places there are.

    Shape: the rules set; places that may vote; the day from which the rules are to hold, or a
        rule's own first day where that is later.
    Not: rules that only together cannot be met; the mirror tells of those. Nor a board without any
        place yet: there, rules come first.
    Errors: NotARule `too_few_for_rule`, `nobody_for_rule`, `not_one_to_cast`, each with `rule`.
    """
    every = list(rules)
    if not any(places.values()):
        return
    for number, rule in enumerate(every, 1):
        day = on if rule.from_ is None else max(on, rule.from_)
        fault = unmeetable(rule, with_a_vote(every, places, on=day))
        if fault is not None:
            raise NotARule(fault.code, {**fault.parameters, "rule": number})


def unmeetable(rule: Rule, places: Places) -> NotARule | None:
    """Tell why nobody could meet a rule with these places; None where somebody could.

    Formula: fewer places than a number asks for; a share of no places; more than others, where
        none of the places is not one of the others; a casting vote of none or of several.
    """
    asked = [place for place in places if whom(rule).includes(place)]
    there = sum(places[place] for place in asked)
    if rule.kind is RuleKind.CASTING and there != 1:
        return NotARule("not_one_to_cast", {"there": there})
    if rule.kind not in ASKING:
        return None
    match rule.bound:
        case AtLeast(count) if count > there:
            return NotARule("too_few_for_rule", {"asked": count, "there": there})
        case ShareOf() | Over() if not there:
            return NotARule("nobody_for_rule")
        case MoreThan(others) if not any(places[p] and not others.includes(p) for p in asked):
            return NotARule("nobody_for_rule")
    return None
