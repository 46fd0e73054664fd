"""What the pages of rules show: each rule as a sentence, and the plain mirror beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from withus.core.deciding.mirror import Mirror
from withus.core.deciding.reading import MAY_HAVE
from withus.core.deciding.rule import Force, Rule, RuleKind
from withus.core.deciding.short import falling_short
from withus.core.deciding.sums import Places
from withus.core.findings.finding import NotEnough
from withus.questions import changing_rules as ask
from withus.saying import words
from withus.saying.deciding import forms
from withus.saying.deciding.mirror import each_told, reflected
from withus.saying.deciding.rules import behind, calls, forces, motions, sentence
from withus.saying.deciding.short import not_met
from withus.screens.deciding import form, whom
from withus.screens.deciding.draft import Draft
from withus.screens.deciding.whom import Usual, upper
from withus.screens.frame.typed import Typed
from withus.screens.joining.mirrored import sides

HOLDS_FOR = ("present", "agree", "no_objection", "casting")


def about(draft: Draft) -> dict[str, Any]:
    """Tell which board the rules are of, and what a form carries of them."""
    found = draft.found
    return {
        "origin": found.here.log.origin,
        "partnership": found.here.partnership,
        "practice": found.here.practice,
        "board": found.here.id,
        "name": found.here.name,
        "rules": draft.written,
        "over": "" if draft.over is None else draft.over,
        "unreadable": found.unreadable,
        "may_set": draft.may_set,
    }


def listed(rules: Sequence[Rule], places: Places, *, on: date) -> list[dict[str, str]]:
    """Tell rules one by one, and which of those that stop no decision are not met."""
    unmet = {each.rule.id: not_met(each) for each in falling_short(rules, places, on=on)}
    return [
        {
            "id": each.id,
            "said": sentence(each),
            "behind": behind(each),
            "unmet": unmet.get(each.id, ""),
        }
        for each in rules
    ]


def mirrored(draft: Draft, rules: Sequence[Rule], *, on: date) -> dict[str, Any]:
    """Tell what rules would mean, and what those that stand mean where that differs."""
    meant = ask.meaning(draft.found, rules, on=on)
    members, answers = reflected(meant.now)
    told = {
        "members": members,
        "answers": answers,
        "later": [_on_a_day(day, each) for day, each in meant.later],
        "each": each_told(meant.left_out),
        "sides": sides(meant.left_out),
        "on_a_promise": meant.on_a_promise,
        "stands": [],
    }
    if draft.found.entry is not None and tuple(rules) != draft.found.rules:
        stood = reflected(ask.meaning(draft.found, draft.found.rules, on=on).now)[1]
        told["stands"] = stood if stood != answers else []
    return told


def _on_a_day(day: date, each: Mirror | NotEnough) -> dict[str, str]:
    members, answers = reflected(each)
    return {"day": words.day(day), "said": " ".join([*members, *answers])}


def may_suppose(draft: Draft, *, on: date) -> int:
    """Tell how many must agree for the others not to decide alone; 0 where that mends nothing."""
    found = ask.meaning(draft.found, draft.rules, on=on).now
    if isinstance(found, NotEnough) or not found.affected or found.affected == found.members:
        return 0
    mends = found.without_affected or not found.ruled
    return found.must_agree if mends and not found.if_they_must else 0


def kinds() -> list[tuple[str, str, str]]:
    """Tell the kinds of rule to choose from, each with an example."""
    return [(code.value, title, example) for code, (title, example) in forms.kinds().items()]


def fields(typed: Typed, kind: RuleKind, usual: Usual, at: Mapping[str, str]) -> dict[str, Any]:
    """Tell the fields of a form for a kind of rule."""
    has = MAY_HAVE[kind]
    names = ("bound", "amount", "of", "before", "late", "what", "force", "source", "from", "until")
    ways = form.bounds_of(kind)
    return {
        "kind": kind.value,
        "title": forms.kinds()[kind][0],
        "typed": {name.replace("from", "since"): typed.one(name) for name in names},
        "who": whom.shown(typed, "who", usual, at) if "who" in has else None,
        "bounds": [(way, forms.bounds()[way]) for way in ways],
        "than": whom.shown(typed, "than", usual, at) if "more_than" in ways else None,
        "parts": [(code.value, said) for code, said in forms.parts_of().items()],
        "agree": kind is RuleKind.AGREE,
        "befores": list(forms.befores().items()),
        "lates": [(str(each), str(each)) for each in range(form.LATEST + 1)],
        "calls": [(code.value, said) for code, said in calls().items()],
        "callers": _callers(typed, usual, at) if kind is RuleKind.MAY_CALL else [],
        "forces": [(code.value, forces()[code]) for code in Force],
        "motions": [(code.value, upper(said)) for code, said in motions().items()],
        "chosen": typed.many("for"),
        "dated": kind is RuleKind.VOTE_FROM,
        "stops": kind.value in HOLDS_FOR,
    }


def _callers(typed: Typed, usual: Usual, at: Mapping[str, str]) -> list[dict[str, Any]]:
    found = []
    for number in range(form.lines_of(typed)):
        name = f"caller-{number}"
        parts = {"count": f"{name}-count", "signatures": f"{name}-signatures"}
        found.append(
            {
                "number": number + 1,
                "id": name,
                "value": typed.one(name),
                "options": usual.options(typed.one(name), ticks=False),
                "error": at.get(name, ""),
                **{key: (each, typed.one(each), at.get(each, "")) for key, each in parts.items()},
            }
        )
    return found
