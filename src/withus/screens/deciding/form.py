"""A rule as a form has it: from its data to the answers, and from the answers to its data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from withus.core.deciding.faults import NotARule
from withus.core.deciding.reading import LONGEST_SOURCE, MAY_HAVE, MOST_RULES, lenient, read_rule
from withus.core.deciding.rule import (
    Force,
    MayCall,
    MoreThan,
    Of,
    Rule,
    RuleKind,
)
from withus.core.deciding.writing import write_bound
from withus.core.words import MotionKind
from withus.screens.deciding import whom
from withus.screens.deciding.whom import Usual
from withus.screens.frame.typed import Typed

NUMBERS, PARTS = ("at_least", "at_most"), ("share", "over")
BOUNDS = (*NUMBERS, *PARTS, "more_than")
ORDER = (
    "what",
    "caller",
    "bound",
    "amount",
    "who",
    "than",
    "of",
    "force",
    "source",
    "from",
    "until",
)
"""The fields as they come on the page."""
LATEST = 5
FEWEST_LINES = 3
WHERE = {"source_missing": "source", "rule_ends_first": "until", "nested_too_deep": "who"}


def bounds_of(kind: RuleKind) -> list[str]:
    """Return the ways in which a kind of rule may say how many it asks for."""
    return [each for each in BOUNDS if each in MAY_HAVE[kind]]


def fields_of(rule: Rule, usual: Usual) -> dict[str, list[str]]:
    """Return the answers that make a rule."""
    found: dict[str, list[str]] = {
        "kind": [rule.kind.value],
        "force": [rule.force.value],
        "source": [rule.source or ""],
        "from": [rule.from_.isoformat() if rule.from_ else ""],
        "until": [rule.until.isoformat() if rule.until else ""],
        "for": sorted(rule.motions or ()),
        "of": [rule.of.value if rule.of else ""],
        "before": ["yes" if rule.before else "no"],
        "late": [str(rule.late)],
        "what": [rule.what.value if rule.what else ""],
    }
    if rule.who is not None:
        found |= whom.fields_of(rule.who, "who", usual)
    return found | _bound_of(rule, usual) | _callers_of(rule)


def _bound_of(rule: Rule, usual: Usual) -> dict[str, list[str]]:
    if rule.bound is None:
        return {}
    if isinstance(rule.bound, MoreThan):
        return {"bound": ["more_than"], **whom.fields_of(rule.bound.who, "than", usual)}
    ((name, value),) = write_bound(rule.bound).items()
    return {"bound": [name], "amount": [str(value)]}


def _callers_of(rule: Rule) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for number, each in enumerate(rule.any_of):
        found |= whom.fields_of(each.who, f"caller-{number}", None)
        found[f"caller-{number}-count"] = [str(each.count)]
        signed = "" if each.signatures is None else str(each.signatures)
        found[f"caller-{number}-signatures"] = [signed]
    return found


def read(typed: Typed, name: str) -> Rule | None:
    """Read a rule from the answers; None, and the faults noted, where they make none."""
    if typed.one("kind") not in set(RuleKind):
        typed.wrong("kind_missing", "kind")
        return None
    kind = RuleKind(typed.one("kind"))
    told: dict[str, Any] = {"id": name, "kind": kind.value, **_everywhere(typed)}
    if "who" in MAY_HAVE[kind]:
        told["who"] = whom.read(typed, "who")
    told |= _bound(typed, kind)
    if kind is RuleKind.AGREE:
        told |= _agreeing(typed, told)
    if kind is RuleKind.MAY_CALL:
        told |= _calling(typed)
    if kind is RuleKind.VOTE_FROM and not typed.one("from"):
        typed.wrong("from_missing", "from")
    return None if typed.faults else _rule(typed, told)


def _rule(typed: Typed, told: Mapping[str, Any]) -> Rule | None:
    try:
        return read_rule(told)
    except NotARule as fault:
        typed.wrong(fault.code, WHERE.get(fault.code, ""))
        return None


def _everywhere(typed: Typed) -> dict[str, Any]:
    source = " ".join(typed.one("source").split())
    if len(source) > LONGEST_SOURCE or not source.isprintable():
        typed.wrong("source_too_long", "source")
    motions = sorted(set(typed.many("for")) & set(MotionKind))
    return {
        "force": typed.chosen("force", list(Force), otherwise="force_missing"),
        "source": source or None,
        "from": typed.day("from"),
        "until": typed.day("until"),
        **({"for": motions} if motions else {}),
    }


def _bound(typed: Typed, kind: RuleKind) -> dict[str, Any]:
    ways = bounds_of(kind)
    if not ways:
        return {}
    way = typed.chosen("bound", ways, otherwise="bound_missing")
    if way in NUMBERS:
        return {way: typed.number("amount", least=0 if way == "at_most" else 1)}
    if way in PARTS:
        return {way: typed.part("amount", whole=way == "share")}
    return {way: whom.read(typed, "than")} if way == "more_than" else {}


def _agreeing(typed: Typed, told: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if not told.keys().isdisjoint(PARTS):
        found["of"] = typed.chosen("of", list(Of), otherwise="of_missing")
    before, late = typed.one("before"), typed.one("late")
    force = told["force"]
    usual = force in set(Force) and lenient(Force(force))
    found["before"] = {"yes": True, "no": False}.get(before, usual)
    found["late"] = int(late) if late in {str(each) for each in range(LATEST + 1)} else 0
    return found


def lines_of(typed: Typed) -> int:
    """Return how many lines a form has for those who may force something: one is always free."""
    filled = [n for n in range(MOST_RULES) if typed.one(f"caller-{n}") or _count(typed, n)]
    return min(MOST_RULES, max(FEWEST_LINES, max(filled, default=-1) + 2))


def _count(typed: Typed, number: int) -> str:
    return typed.one(f"caller-{number}-count")


def _calling(typed: Typed) -> dict[str, Any]:
    what = typed.chosen("what", list(MayCall), otherwise="what_missing")
    every = []
    for number in range(lines_of(typed)):
        name = f"caller-{number}"
        if typed.one(name) or _count(typed, number):
            one = {"who": whom.read(typed, name), "at_least": typed.number(f"{name}-count")}
            signed = f"{name}-signatures"
            every.append(one | ({"signatures": typed.number(signed)} if typed.one(signed) else {}))
    if not every:
        typed.wrong("callers_missing", "caller-0")
    return {"what": what, "any_of": every}
