"""Rules written as the record has them: what is read from it is the same rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from withus.core.deciding.rule import (
    AtLeast,
    AtMost,
    Bound,
    Caller,
    MoreThan,
    Over,
    Rule,
    RuleKind,
    ShareOf,
)
from withus.core.deciding.who import write_who


def write_rules(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """Write rules as the record has them."""
    return [write_rule(rule) for rule in rules]


def write_rule(rule: Rule) -> dict[str, Any]:
    """Write one rule; what `read_rule` reads from it is the same rule."""
    told: dict[str, Any] = {"id": rule.id, "kind": rule.kind.value, "force": rule.force.value}
    told["source"] = rule.source
    told["from"] = rule.from_.isoformat() if rule.from_ else None
    told["until"] = rule.until.isoformat() if rule.until else None
    if rule.motions is not None:
        told["for"] = sorted(rule.motions)
    if rule.who is not None:
        told["who"] = write_who(rule.who)
    if rule.bound is not None:
        told |= write_bound(rule.bound)
    if rule.kind is RuleKind.AGREE:
        told |= {"of": rule.of.value} if rule.of is not None else {}
        told |= {"before": rule.before, "late": rule.late}
    if rule.what is not None:
        told |= {"what": rule.what.value, "any_of": [write_caller(each) for each in rule.any_of]}
    return told


def write_bound(bound: Bound) -> dict[str, Any]:
    """Write how many a rule asks for."""
    match bound:
        case AtLeast(count):
            return {"at_least": count}
        case AtMost(count):
            return {"at_most": count}
        case ShareOf(share):
            return {"share": f"{share.numerator}/{share.denominator}"}
        case Over(share):
            return {"over": f"{share.numerator}/{share.denominator}"}
        case MoreThan(who):
            return {"more_than": write_who(who)}


def write_caller(caller: Caller) -> dict[str, Any]:
    """Write one of those who may call for something."""
    told: dict[str, Any] = {"who": write_who(caller.who), "at_least": caller.count}
    return told | ({"signatures": caller.signatures} if caller.signatures is not None else {})
