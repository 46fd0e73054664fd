"""The steps of setting up: whose draft it is, where one is, what is kept, and where to go next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import wraps
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.timezone import localdate

from withus.actions import setting_up as act
from withus.core.errors import Refusal
from withus.core.setting_up.checking import STEPS, wrong_in
from withus.core.setting_up.plan import Plan
from withus.questions import setting_up as ask
from withus.saying.keeping import refusals as saying
from withus.screens.frame.allowed import rendered
from withus.screens.frame.me import account_of, signed_in
from withus.stores.setting_up.drafts import NoSuchDraft

E = TypeVar("E", bound=StrEnum)
LONGEST = 400
CHECK = "check"


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody at a step of what they are setting up."""

    account: str
    draft: str
    plan: Plan
    today: date

    def at(self, step: str) -> str:
        """Return the address of a step."""
        return reverse(f"setting_up:{step}", args=[self.draft])


def of_a_draft(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open the draft for whoever it belongs to; to others there is no such page."""

    @wraps(view)
    def with_it(request: HttpRequest, /, *, draft: str, **named: Any) -> HttpResponse:
        account = account_of(request) or ""
        try:
            found = ask.draft(draft, account)
            return view(request, Here(account, draft, found.plan, localdate()), **named)
        except NoSuchDraft as nothing:
            raise Http404 from nothing

    return signed_in(with_it)


def kept(here: Here, step: str, plan: Plan) -> None:
    """Keep what was answered at a step."""
    seen = replace(plan, seen=plan.seen | {step})
    act.keep(here.draft, seen, account=here.account, on=here.today)


def go_on(here: Here, step: str, plan: Plan) -> HttpResponseRedirect | tuple[Refusal, ...]:
    """Keep what was answered; go to the next step, or tell what is still to be put right."""
    refused = wrong_in(step, plan, on=here.today)
    kept(here, step, plan)
    if refused:
        return refused
    return HttpResponseRedirect(here.at(after(step, plan)))


def after(step: str, plan: Plan) -> str:
    """Return where to go after a step: on, or back to where everything is looked at once more."""
    if plan.seen >= set(STEPS):
        return CHECK
    following = STEPS.index(step) + 1
    return STEPS[following] if following < len(STEPS) else CHECK


def show(
    request: HttpRequest,
    here: Here,
    step: str,
    context: Mapping[str, Any],
    refused: Iterable[Refusal] = (),
) -> HttpResponse:
    """Show the page of a step, with what is to be put right."""
    told = told_at(refused)
    number = STEPS.index(step) + 1
    about = {
        "here": here,
        "plan": here.plan,
        "number": number,
        "steps": len(STEPS),
        "back": here.at(STEPS[number - 2]) if number > 1 else here.at("preset"),
        "inside": True,
    }
    for row in context.get("rows", ()):
        row["error"] = told["at"].get(row["field"], "")
    status = 422 if told["errors"] else 200
    name = context.get("template", step)
    return rendered(request, f"setting_up/{name}.html", {**about, **told, **context}, status)


def told_at(refused: Iterable[Refusal]) -> dict[str, Any]:
    """Tell refusals for the summary at the head of a page, and each at the field that mends it."""
    errors = [{"sentence": saying.line(each), "field": field_of(each)} for each in refused]
    return {"errors": errors, "at": {each["field"]: each["sentence"] for each in errors}}


def field_of(refusal: Refusal) -> str:
    """Return the id of the field that mends a refusal; nothing, where there is none."""
    field = FIELDS.get(refusal.code, "")
    at = refusal.parameters.get("at")
    if field and at is not None:
        return f"{field}{at}"
    if not field and "rule" in refusal.parameters:
        return f"rule-{refusal.parameters['rule']}"
    return field


FIELDS = {
    "no_preset_chosen": "preset",
    "no_board_chosen": "board",
    "code_void": "code",
    "no_code_typed": "code",
    "too_often": "code",
    "name_missing": "name",
    "name_too_long_here": "name",
    "host_missing": "host",
    "host_too_long": "host",
    "board_missing": "board",
    "board_too_long": "board",
    "about_too_long": "about",
    "nobody_listed": "pasted",
    "list_too_long": "pasted",
    "too_many_listed_here": "pasted",
    "capacity_missing": "capacity-",
    "vote_ends_first": "vote-",
    "safeguarding_missing": "safeguarding",
    "data_missing": "data",
    "facilitator_missing": "facilitator",
    "name_too_long": "name-",
    "phone_missing": "phone",
    "address_missing": "address-",
}


def typed(request: HttpRequest, name: str, *, most: int = LONGEST) -> str:
    """Return what was typed in a field, with one space between words."""
    return " ".join(request.POST.get(name, "").split())[:most]


def one_of(request: HttpRequest, name: str, codes: type[E], otherwise: E) -> E:
    """Return what was chosen of closed words; what was there before, if it is none of them."""
    given = request.POST.get(name, "")
    return codes(given) if given in set(codes) else otherwise


def day_in(text: str) -> date | None:
    """Return a day typed as day, month and year, or as 2026-09-01; None for nothing."""
    if not text:
        return None
    parts = text.replace(".", "/").replace(" ", "/").split("/")
    try:
        if len(parts) == 3:
            day, month, year = map(int, parts)
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal("day_unreadable", {"found": text[:20]}) from None
