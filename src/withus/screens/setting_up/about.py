"""What the partnership and its board are called, and what they are about."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from withus.core.errors import Refusal
from withus.core.setting_up.plan import Plan
from withus.core.words import Country, Level, OrganisationKind, Paper
from withus.saying.joining.terms import level, term
from withus.screens.setting_up.start import READ_OR_SENT
from withus.screens.setting_up.steps import Here, go_on, of_a_draft, one_of, show, typed

STEP = "about"
LONGEST_TEXT = 4_000


@READ_OR_SENT
@of_a_draft
def about(request: HttpRequest, here: Here) -> HttpResponse:
    """Ask for the names, the host, the level and the formats of papers."""
    plan = answered(request, here.plan) if request.method == "POST" else here.plan
    refused: tuple[Refusal, ...] = ()
    if request.method == "POST":
        done = go_on(here, STEP, plan)
        if isinstance(done, HttpResponse):
            return done
        refused = done
    context = {
        "plan": plan,
        "host_kinds": [(each.value, term(each)) for each in OrganisationKind],
        "countries": [(each.value, term(each)) for each in Country],
        "levels": [(each.value, level(each)) for each in reversed(Level)],
        "formats": [(each.value, capital(term(each))) for each in Paper],
        "formats_chosen": [each.value for each in plan.formats],
    }
    return show(request, here, STEP, context, refused)


def answered(request: HttpRequest, plan: Plan) -> Plan:
    """Return the plan with what was answered."""
    formats = frozenset(
        Paper(each) for each in request.POST.getlist("formats") if each in set(Paper)
    )
    return replace(
        plan,
        name=typed(request, "name"),
        host=typed(request, "host"),
        board=typed(request, "board"),
        about=request.POST.get("about", "").replace("\r\n", "\n").strip()[:LONGEST_TEXT],
        host_kind=one_of(request, "host_kind", OrganisationKind, plan.host_kind),
        country=one_of(request, "country", Country, plan.country),
        level=one_of(request, "level", Level, plan.level),
        formats=formats or frozenset({Paper.STANDARD}),
    )


def capital(words: str) -> str:
    """Return words with a capital at their head."""
    return words[:1].upper() + words[1:]
