"""Looking once more at all that is planned, opening it, and what comes next."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from withus.actions import setting_up as act
from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.core.setting_up.checking import NEEDED, wrong
from withus.core.setting_up.plan import Charge, Plan
from withus.questions import inviting as people
from withus.questions import setting_up as ask
from withus.saying import words
from withus.saying.deciding.rules import behind, sentence
from withus.saying.joining.terms import level, term
from withus.saying.keeping import refusals as saying
from withus.saying.language import _
from withus.saying.mine.duties import title
from withus.screens.frame.allowed import for_those_who_may, rendered
from withus.screens.frame.me import Me
from withus.screens.inviting.invite import letter
from withus.screens.setting_up.mirror import mirror
from withus.screens.setting_up.start import READ_OR_SENT
from withus.screens.setting_up.steps import Here, of_a_draft
from withus.stores.setting_up.drafts import NoSuchDraft


@READ_OR_SENT
@of_a_draft
def check(request: HttpRequest, here: Here) -> HttpResponse:
    """Show all answers, with what is still missing; then open it."""
    if request.method != "POST":
        return looked_at(request, here)
    try:
        record = act.open_it(here.draft, account=here.account, now=now(), letter=letter)
    except NoSuchDraft:  # pressed twice: it is open
        return HttpResponseRedirect(reverse("mine:page"))
    except Refusal as refusal:
        return looked_at(request, here, refusal)
    return HttpResponseRedirect(reverse("setting_up:opened", args=[record]))


def looked_at(request: HttpRequest, here: Here, *refused: Refusal) -> HttpResponse:
    """Show the page on which everything is looked at once more."""
    plan, missing = here.plan, wrong(here.plan, on=here.today)
    context: dict[str, Any] = {
        "here": here,
        "plan": plan,
        "about": about(here),
        "counted": counted(here),
        "rules": [(sentence(each), behind(each)) for each in plan.rules],
        "rules_at": here.at("rules"),
        "mirror": mirror(plan, here.today),
        "duties": duties(here),
        "missing": [
            (saying.line(each), here.at(step)) for step, told in missing.items() for each in told
        ],
        "errors": [{"sentence": saying.line(each), "field": ""} for each in refused],
    }
    return rendered(request, "setting_up/check.html", context, 422 if refused else 200)


def about(here: Here) -> list[dict[str, str]]:
    """Return the names and what goes with them, each with where it is changed."""
    plan = here.plan
    told = {
        _("Partnership"): plan.name,
        _("Host"): f"{plan.host} ({term(plan.host_kind)})" if plan.host else "",
        _("Board"): f"{plan.board}. {level(plan.level)}" if plan.board else "",
        _("Papers"): words.listing([term(each) for each in sorted(plan.formats)]),
        _("Bank holidays of"): term(plan.country),
    }
    return [
        {"name": name, "value": value, "href": here.at("about")} for name, value in told.items()
    ]


def counted(here: Here) -> list[dict[str, str]]:
    """Return how many places there are of each capacity, and how people are invited."""
    found = Counter(each.capacity for each in here.plan.members)
    told = [
        {"name": words.capacity(code), "value": str(found[code]), "href": here.at("places")}
        for code in words.ORDER
        if found[code]
    ]
    asked = Counter(each.asked for each in here.plan.members if each.name)
    ways = {
        "letter": _("by letter"),
        "email": _("by e-mail"),
        "in_person": _("in person"),
        "later": _("later"),
    }
    value = ", ".join(f"{asked[way]} {said}" for way, said in ways.items() if asked[way])
    invited = {"name": _("Invited"), "value": value or "0", "href": here.at("invitations")}
    return [*told, invited]


def duties(here: Here) -> list[dict[str, str]]:
    """Return who is to have which duty."""
    plan = here.plan
    return [
        {"name": _("Host’s officer"), "value": plan.me, "href": ""},
        *(
            {
                "name": title(each),
                "value": who(plan, plan.charges.get(each)),
                "href": here.at("duties"),
            }
            for each in NEEDED
        ),
        {"name": _("A number to ring"), "value": plan.phone, "href": here.at("duties")},
    ]


def who(plan: Plan, charge: Charge | None) -> str:
    """Return who is to have a duty, by name."""
    return "" if charge is None else plan.me if charge.mine else charge.name


@require_POST
@of_a_draft
def throw_away(request: HttpRequest, here: Here) -> HttpResponse:
    """Throw the draft away."""
    act.throw_away(here.draft, account=here.account)
    return HttpResponseRedirect(reverse("setting_up:start"))


@require_safe
@for_those_who_may(Act.INVITE)
def opened(request: HttpRequest, here: Me) -> HttpResponse:
    """Show what was opened, and what comes next."""
    waiting, page = people.invitations(here.origin, page=1, every=False, now=now())
    context = {
        "origin": here.origin,
        "name": people.name_of(here.origin),
        "waiting": page.count,
        "boards": ask.boards_of(here.origin),
        "on_paper": sum(one.route != "email" for one in waiting),
    }
    return rendered(request, "setting_up/opened.html", context)
