"""The rules of the preset as plain sentences, each to be used or not; and the plain mirror."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from withus.core.deciding.reading import LONGEST_SOURCE
from withus.core.deciding.rule import AtLeast, Force, Rule
from withus.core.errors import Refusal
from withus.core.setting_up.checking import wrong_in
from withus.core.setting_up.plan import Choice, Plan
from withus.saying.deciding.rules import sentence
from withus.saying.setting_up.forces import forces
from withus.saying.setting_up.presets import note
from withus.screens.deciding.views import runs_our_script
from withus.screens.setting_up.mirror import mirror
from withus.screens.setting_up.start import READ_OR_SENT
from withus.screens.setting_up.steps import Here, go_on, kept, of_a_draft, one_of, show, typed

STEP = "rules"
MOST = 4  # figures of a number


@READ_OR_SENT
@runs_our_script
@of_a_draft
def rules(request: HttpRequest, here: Here) -> HttpResponse:
    """Show each rule with its force, and what they mean together; keep what is chosen."""
    if request.method != "POST":
        return shown(request, here, here.plan)
    plan = replace(here.plan, choices=tuple(answered(request, here.plan)))
    refused = wrong_in(STEP, plan, on=here.today)
    if refused or request.POST.get("step") == "look":  # a script looks, and keeps nothing
        return shown(request, here, plan, *refused)
    if request.POST.get("do") == "look":
        kept(here, STEP, plan)
        return HttpResponseRedirect(here.at(STEP) + "#mirror")
    done = go_on(here, STEP, plan)
    return done if isinstance(done, HttpResponse) else shown(request, here, plan, *done)


def answered(request: HttpRequest, plan: Plan) -> Iterator[Choice]:
    """Yield the rules as they were answered."""
    for number, choice in enumerate(plan.choices):
        rule = choice.rule
        if isinstance(rule.bound, AtLeast):
            rule = replace(rule, bound=AtLeast(count_in(request, f"count-{number}", rule.bound)))
        force = one_of(request, f"force-{number}", Force, rule.force)
        source = typed(request, f"source-{number}", most=LONGEST_SOURCE + 1) or None
        yield Choice(replace(rule, force=force, source=source), f"use-{number}" in request.POST)


def count_in(request: HttpRequest, name: str, before: AtLeast) -> int:
    """Return a number that was typed; what was there before, if it is none."""
    text = typed(request, name, most=MOST)
    return int(text) if text.isascii() and text.isdecimal() else before.count


def shown(request: HttpRequest, here: Here, plan: Plan, *refused: Refusal) -> HttpResponse:
    """Show the rules of a plan."""
    context: dict[str, Any] = {
        "rows": list(rows(plan)),
        "forces": forces(),
        "mirror": mirror(plan, here.today),
        "note": note(plan.preset),
    }
    return show(request, here, STEP, context, refused)


def rows(plan: Plan) -> Iterator[dict[str, Any]]:
    """Yield the rules for the page; `field` has the number of one that is used, among those."""
    at = 0
    for number, choice in enumerate(plan.choices):
        rule = choice.rule
        at += choice.used
        yield {
            "number": number,
            "field": f"rule-{at}" if choice.used else f"unused-{number}",
            "used": choice.used,
            "sentence": sentence(rule),
            "count": count_of(rule),
            "force": rule.force.value,
            "source": rule.source or "",
        }


def count_of(rule: Rule) -> str:
    """Return the number that a rule asks for, if it asks for a number."""
    return str(rule.bound.count) if isinstance(rule.bound, AtLeast) else ""
