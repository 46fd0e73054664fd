"""Rules as they are written in the record and in files, read strictly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from withus.core.deciding.faults import NotARule, names, shape
from withus.core.deciding.rule import (
    AtLeast,
    AtMost,
    Bound,
    Caller,
    Force,
    MayCall,
    MoreThan,
    Of,
    Over,
    Rule,
    RuleKind,
    ShareOf,
)
from withus.core.deciding.values import code, day, needed, part, whole, yes
from withus.core.deciding.who import read_who
from withus.core.facts.forms import A_RULE_NAME
from withus.core.words import MotionKind

MOST_RULES, MOST_PEOPLE, LATEST = 50, 10_000, 5
LONGEST_SOURCE = 200
EVERYWHERE = frozenset({"id", "kind", "force", "source", "from", "until", "for"})
COUNTS = frozenset({"at_least", "at_most", "share", "over"})
MAY_HAVE: Mapping[RuleKind, frozenset[str]] = {
    RuleKind.PRESENT: frozenset({"who", "more_than"}) | COUNTS,
    RuleKind.AGREE: frozenset({"who", "at_least", "share", "over", "of", "before", "late"}),
    RuleKind.NO_OBJECTION: frozenset({"who"}),
    RuleKind.CASTING: frozenset({"who"}),
    RuleKind.MADE_UP: frozenset({"who"}) | COUNTS,
    RuleKind.VOTE_FROM: frozenset({"who"}),
    RuleKind.MAY_CALL: frozenset({"what", "any_of"}),
}
BOUNDED = (RuleKind.PRESENT, RuleKind.AGREE, RuleKind.MADE_UP)
SOURCED = (Force.LAW, Force.CONSTITUTION, Force.TERMS)


def read_rules(told: Any) -> tuple[Rule, ...]:
    """Read a list of rules as the record has it.

    Errors: NotARule with `rule`, the number of the one at fault, counted from 1.
    Source: rules.md, Form.
    """
    if not isinstance(told, list):
        raise NotARule("not_a_list", {"found": shape(told)})
    if len(told) > MOST_RULES:
        raise NotARule("too_many_rules", {"most": MOST_RULES})
    found = tuple(_numbered(each, number) for number, each in enumerate(told, 1))
    ids = [rule.id for rule in found]
    for number, each in enumerate(ids, 1):
        if each in ids[: number - 1]:
            raise NotARule("rule_twice", {"field": "id", "rule": number})
    return found


def _numbered(told: Any, number: int) -> Rule:
    try:
        return read_rule(told)
    except NotARule as fault:
        raise NotARule(fault.code, {**fault.parameters, "rule": number}) from fault


def read_what_can_be(told: Any) -> tuple[Rule | None, ...]:
    """Read rules one by one as an old record may have them; None for one that cannot be read."""
    return tuple(_or_nothing(each) for each in told) if isinstance(told, list) else (None,)


def _or_nothing(told: Any) -> Rule | None:
    try:
        return read_rule(told)
    except NotARule:
        return None


def readable(told: Any) -> bool:
    """Tell whether rules are all in the strict form."""
    try:
        read_rules(told)
    except NotARule:
        return False
    return True


def read_rule(told: Any) -> Rule:
    """Read one rule.

    Shape: a mapping with `id`, `kind`, `force`, `source`, `from` and what its kind has.
    Errors: NotARule `rule_unknown`, `keys_unknown`, `key_missing`, `value_unknown`,
        `one_of_bounds`, `source_missing`, `rule_ends_first`, and those of a WHO.
    """
    if not isinstance(told, Mapping):
        raise NotARule("rule_unknown", {"found": shape(told)})
    kind = code(told, "kind", RuleKind)
    beyond = told.keys() - EVERYWHERE - MAY_HAVE[kind]
    if beyond:
        raise NotARule("keys_unknown", {"keys": names(beyond)})
    for name in sorted(MAY_HAVE[kind] & {"who", "what", "any_of"}):
        needed(told, name)
    for name in sorted({"source", "from"} - told.keys()):  # nothing is written as null
        raise NotARule("key_missing", {"key": name})
    force, bound = code(told, "force", Force), read_bound(told, kind)
    rule = Rule(
        id=read_id(told),
        kind=kind,
        force=force,
        source=read_source(told, force),
        from_=day(told, "from"),
        until=day(told, "until"),
        motions=read_motions(told),
        who=read_who(told["who"]) if "who" in told else None,
        bound=bound,
        of=read_of(told, bound) if kind is RuleKind.AGREE else None,
        before=yes(told, "before", usual=kind is RuleKind.AGREE and lenient(force)),
        late=whole(told, "late", least=0, most=LATEST) if told.get("late") is not None else 0,
        what=code(told, "what", MayCall) if "what" in told else None,
        any_of=read_callers(told),
    )
    check_days(rule)
    return rule


def lenient(force: Force) -> bool:
    """Tell whether people may say before what they think, unless the rule says otherwise."""
    return force in (Force.TERMS, Force.PROMISE)


def check_days(rule: Rule) -> None:
    """Refuse a rule that ends before it begins, or a vote from no day.

    Errors: NotARule `rule_ends_first`, `key_missing`.
    """
    if rule.from_ is None and rule.kind is RuleKind.VOTE_FROM:
        raise NotARule("key_missing", {"key": "from"})
    if rule.from_ is not None and rule.until is not None and rule.until <= rule.from_:
        raise NotARule("rule_ends_first")


def read_bound(told: Mapping[str, Any], kind: RuleKind) -> Bound | None:
    """Read how many a rule asks for: one bound, and one only.

    Errors: NotARule `one_of_bounds`, `value_unknown`.
    """
    if kind not in BOUNDED:
        return None
    given = sorted((COUNTS | {"more_than"}) & {n for n in told if told[n] is not None})
    if len(given) != 1:
        raise NotARule("one_of_bounds", {"found": ", ".join(given) or "none"})
    readers: Mapping[str, Callable[[], Bound]] = {
        "at_least": lambda: AtLeast(whole(told, "at_least", least=1, most=MOST_PEOPLE)),
        "at_most": lambda: AtMost(whole(told, "at_most", least=0, most=MOST_PEOPLE)),
        "share": lambda: ShareOf(part(told, "share", plaintoo=True)),
        "over": lambda: Over(part(told, "over", plaintoo=False)),
        "more_than": lambda: MoreThan(read_who(told["more_than"])),
    }
    return readers[given[0]]()


def read_of(told: Mapping[str, Any], bound: Bound | None) -> Of | None:
    """Read of which places a share is counted; a number is of nothing.

    Errors: NotARule `key_missing`, `value_unknown`.
    """
    if isinstance(bound, AtLeast):
        if told.get("of") is not None:
            raise NotARule("keys_unknown", {"keys": "of"})
        return None
    found: Of = code(told, "of", Of)
    return found


def read_callers(told: Mapping[str, Any]) -> tuple[Caller, ...]:
    """Read who may call for something.

    Errors: NotARule `value_unknown`, `keys_unknown`, `key_missing`.
    """
    if "any_of" not in told:
        return ()
    listed = told["any_of"]
    if not isinstance(listed, list) or not 0 < len(listed) <= MOST_RULES:
        raise NotARule("value_unknown", {"field": "any_of", "found": shape(listed)})
    found = []
    for each in listed:
        if not isinstance(each, Mapping):
            raise NotARule("value_unknown", {"field": "any_of", "found": shape(each)})
        beyond = each.keys() - {"who", "at_least", "signatures"}
        if beyond:
            raise NotARule("keys_unknown", {"keys": names(beyond)})
        signed = each.get("signatures")
        least, most = 1, MOST_PEOPLE
        found.append(
            Caller(
                read_who(needed(each, "who")),
                whole(each, "at_least", least=least, most=most),
                None if signed is None else whole(each, "signatures", least=least, most=most),
            )
        )
    return tuple(found)


def read_id(told: Mapping[str, Any]) -> str:
    """Read the id of a rule, by which decisions name it.

    Errors: NotARule `key_missing`, `value_unknown`.
    """
    found = needed(told, "id")
    if not isinstance(found, str) or not A_RULE_NAME.fullmatch(found):
        raise NotARule("value_unknown", {"field": "id", "found": shape(found)})
    return found


def read_source(told: Mapping[str, Any], force: Force) -> str | None:
    """Read where a rule is written; a promise may be written nowhere.

    Errors: NotARule `source_missing`, `value_unknown`.
    """
    found = told.get("source")
    if found is None and force in SOURCED:
        raise NotARule("source_missing", {"force": force.value})
    if found is None:
        return None
    if not (isinstance(found, str) and found == found.strip() and found.isprintable()):
        raise NotARule("value_unknown", {"field": "source", "found": shape(found)})
    if not 0 < len(found) <= LONGEST_SOURCE:
        raise NotARule("value_unknown", {"field": "source", "found": shape(found)})
    return found


def read_motions(told: Mapping[str, Any]) -> frozenset[MotionKind] | None:
    """Read for which kinds of motion a rule holds; None is all.

    Errors: NotARule `value_unknown`.
    """
    found = told.get("for")
    if found is None:
        return None
    if not isinstance(found, list) or not found:
        raise NotARule("value_unknown", {"field": "for", "found": shape(found)})
    return frozenset(code({"for": each}, "for", MotionKind) for each in found)
