"""How each person is invited: by letter, by e-mail, in person, or later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse

from withus.core.setting_up.checking import NOT_YET
from withus.core.setting_up.plan import Member, Plan
from withus.saying import words
from withus.saying.inviting import shown
from withus.saying.language import _
from withus.screens.setting_up.start import READ_OR_SENT
from withus.screens.setting_up.steps import Here, go_on, of_a_draft, show, typed
from withus.stores.inviting.invitations import Route

STEP = "invitations"


@READ_OR_SENT
@of_a_draft
def invitations(request: HttpRequest, here: Here) -> HttpResponse:
    """Ask how an invitation reaches each of those on the list."""
    if request.method != "POST":
        return show(request, here, STEP, page(here.plan))
    plan = replace(here.plan, members=tuple(answered(request, here.plan)))
    done = go_on(here, STEP, plan)
    return done if isinstance(done, HttpResponse) else show(request, here, STEP, page(plan), done)


def answered(request: HttpRequest, plan: Plan) -> Iterator[Member]:
    """Yield the members, with how each is invited."""
    for number, member in enumerate(plan.members):
        asked = request.POST.get(f"asked-{number}", "")
        if member.name and asked in {*Route, NOT_YET}:
            address = typed(request, f"address-{number}") if asked == Route.EMAIL else ""
            yield replace(member, asked=str(asked), address=address)
        else:
            yield member


def page(plan: Plan) -> dict[str, Any]:
    """Return those who are to be invited, for the page."""
    rows = [
        {
            "number": number,
            "field": f"address-{number}",
            "name": member.name,
            "capacity": words.capacity(member.capacity),
            "asked": member.asked,
            "address": member.address,
        }
        for number, member in enumerate(plan.members)
        if member.name
    ]
    routes = [(each.value, shown.route(each.value)) for each in (Route.LETTER, *Route)]
    routes = [*dict(routes).items(), (NOT_YET, _("Not yet"))]
    return {"rows": rows, "routes": routes, "nobody": len(plan.members) - len(rows)}
