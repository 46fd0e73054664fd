"""How the places of each capacity come to be filled, and who pays."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from withus.core.errors import Refusal
from withus.core.setting_up.plan import Plan, Sort
from withus.core.words import Capacity, ChosenBy, PaidBy, PlaceKind
from withus.saying import words
from withus.saying.joining.terms import term
from withus.screens.setting_up.start import READ_OR_SENT
from withus.screens.setting_up.steps import (
    Here,
    day_in,
    go_on,
    of_a_draft,
    one_of,
    show,
    typed,
)

STEP = "chosen"


@READ_OR_SENT
@of_a_draft
def chosen(request: HttpRequest, here: Here) -> HttpResponse:
    """Ask once for each capacity; a place of its own is changed on its page."""
    refused: tuple[Refusal, ...] = ()
    if request.method == "POST":
        try:
            done = go_on(here, STEP, answered(request, here.plan))
            if isinstance(done, HttpResponse):
                return done
            refused = done
        except Refusal as refusal:
            refused = (refusal,)
    context = {
        "groups": [group(here.plan, code, request) for code in used(here.plan)],
        "kinds": [(each.value, term(each)) for each in PlaceKind],
        "choosers": [(each.value, term(each)) for each in ChosenBy],
        "payers": [(each.value, term(each)) for each in PaidBy],
    }
    return show(request, here, STEP, context, refused)


def used(plan: Plan) -> list[Capacity]:
    """Return the capacities that places of the plan are held in, the people it is about first."""
    there = {each.capacity for each in plan.members}
    return [code for code in words.ORDER if code in there]


def answered(request: HttpRequest, plan: Plan) -> Plan:
    """Return the plan with what was answered for each capacity."""
    sorts = dict(plan.sorts)
    for code in used(plan):
        before = sorts.get(code, Sort())
        sorts[code] = Sort(
            one_of(request, f"kind-{code}", PlaceKind, before.kind),
            one_of(request, f"chosen-{code}", ChosenBy, before.chosen_by),
            one_of(request, f"paid-{code}", PaidBy, before.paid_by),
            day_in(typed(request, f"until-{code}")),
        )
    return replace(plan, sorts=sorts)


def group(plan: Plan, code: Capacity, request: HttpRequest) -> dict[str, object]:
    """Return what the page shows of one capacity."""
    sort, until = plan.sorts.get(code, Sort()), ""
    if sort.term_until:
        until = f"{sort.term_until.day}/{sort.term_until.month}/{sort.term_until.year}"
    return {
        "code": code.value,
        "capacity": words.capacity(code),
        "places": sum(each.capacity is code for each in plan.members),
        "kind": sort.kind.value,
        "chosen": sort.chosen_by.value,
        "paid": sort.paid_by.value,
        "until": request.POST.get(f"until-{code}", until),
    }
