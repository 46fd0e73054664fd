"""Who keeps people safe, who looks after what is held about them, and who runs the work."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse

from withus.core.errors import Refusal
from withus.core.setting_up.checking import NEEDED
from withus.core.setting_up.plan import Charge, Plan
from withus.core.words import Duty
from withus.saying.mine.duties import title
from withus.saying.setting_up.duties import means
from withus.screens.setting_up.start import READ_OR_SENT
from withus.screens.setting_up.steps import Here, go_on, of_a_draft, show, typed

STEP = "duties"


@READ_OR_SENT
@of_a_draft
def duties(request: HttpRequest, here: Here) -> HttpResponse:
    """Ask who has each duty that a partnership needs, and for a number to ring."""
    plan = here.plan
    told: tuple[Refusal, ...] = ()
    if request.method == "POST":
        plan = answered(request, here.plan)
        done = go_on(here, STEP, plan)
        if isinstance(done, HttpResponse):
            return done
        told = done
    return show(
        request, here, STEP, {"rows": [row(plan, each) for each in NEEDED], "plan": plan}, told
    )


def answered(request: HttpRequest, plan: Plan) -> Plan:
    """Return the plan with whoever is to have each duty."""
    charges = dict(plan.charges)
    for duty in NEEDED:
        mine = request.POST.get(duty) == "me"
        charges[duty] = Charge(mine, "" if mine else typed(request, f"name-{duty}"))
    return replace(plan, charges=charges, phone=typed(request, "phone", most=40))


def row(plan: Plan, duty: Duty) -> dict[str, Any]:
    """Return what the page shows of one duty."""
    charge = plan.charges.get(duty)
    return {
        "duty": duty.value,
        "field": duty.value,
        "title": title(duty),
        "means": means(duty),
        "chosen": "" if charge is None else "me" if charge.mine else "other",
        "name": charge.name if charge else "",
    }
