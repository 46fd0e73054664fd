"""The members, pasted as they are."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from withus.core.errors import Refusal
from withus.core.setting_up.listed import LONGEST_LIST, members_listed
from withus.screens.setting_up.start import READ_OR_SENT
from withus.screens.setting_up.steps import Here, go_on, of_a_draft, show

STEP = "members"


@READ_OR_SENT
@of_a_draft
def members(request: HttpRequest, here: Here) -> HttpResponse:
    """Read who is on the list; the same list once more changes nothing."""
    if request.method != "POST":
        return show(request, here, STEP, {"pasted": here.plan.pasted})
    pasted = request.POST.get("pasted", "").replace("\r\n", "\n").strip()[: LONGEST_LIST + 1]
    refused: tuple[Refusal, ...] = ()
    plan = here.plan
    try:
        if pasted != plan.pasted or not plan.members:
            found = members_listed(pasted, board=plan.board)
            plan = replace(plan, pasted=pasted, members=found)
        done = go_on(here, STEP, plan)
        if isinstance(done, HttpResponse):
            return done
        refused = done
    except Refusal as refusal:
        refused = (refusal,)
    return show(request, here, STEP, {"pasted": pasted}, refused)
