"""The places that were read, to be put right; and the page about one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from withus.core.errors import Refusal
from withus.core.facts.forms import A_TAG
from withus.core.setting_up.checking import called
from withus.core.setting_up.listed import LONGEST_NAME, LONGEST_POST, MOST_MEMBERS
from withus.core.setting_up.plan import Member, Plan, Sort
from withus.core.words import Capacity, ChosenBy, PaidBy, PlaceKind
from withus.saying import words
from withus.saying.joining.terms import term
from withus.saying.language import _
from withus.screens.setting_up.start import READ_OR_SENT
from withus.screens.setting_up.steps import (
    Here,
    day_in,
    go_on,
    kept,
    of_a_draft,
    one_of,
    show,
    typed,
)

STEP = "places"


@READ_OR_SENT
@of_a_draft
def places(request: HttpRequest, here: Here) -> HttpResponse:
    """Show each place that was read; take what it is, add one, or go to the page about one."""
    if request.method != "POST":
        return show(request, here, STEP, shown(here.plan))
    plan = replace(here.plan, members=tuple(answered(request, here.plan)))
    wanted = request.POST.get("do", "")
    if wanted == "add":
        plan = replace(plan, members=(*plan.members, *added(request, plan)))
        kept(here, STEP, plan)
        return HttpResponseRedirect(here.at(STEP) + "#add")
    if wanted.isascii() and wanted.isdecimal() and int(wanted) < len(here.plan.members):
        kept(here, STEP, plan)
        gone = sum(f"gone-{n}" in request.POST for n in range(int(wanted)))
        if int(wanted) - gone < len(plan.members):
            args = [here.draft, int(wanted) - gone]
            return HttpResponseRedirect(reverse("setting_up:place", args=args))
    done = go_on(here, STEP, plan)
    return done if isinstance(done, HttpResponse) else show(request, here, STEP, shown(plan), done)


def answered(request: HttpRequest, plan: Plan) -> Iterator[Member]:
    """Yield the places as they were answered, without those that are no members."""
    for number, member in enumerate(plan.members):
        if f"gone-{number}" not in request.POST:
            yield replace(
                member,
                capacity=one_of(request, f"capacity-{number}", Capacity, member.capacity),
                chair=f"chair-{number}" in request.POST,
                vote=f"vote-{number}" in request.POST,
            )


def added(request: HttpRequest, plan: Plan) -> Iterator[Member]:
    """Yield the place that is added, of somebody by name or of nobody yet."""
    if len(plan.members) < MOST_MEMBERS:
        name = typed(request, "new-name", most=LONGEST_NAME)
        yield Member(name=name, capacity=one_of(request, "new-capacity", Capacity, Capacity.UNSURE))


def shown(plan: Plan) -> dict[str, Any]:
    """Return the places for the page, those first of which it is unsure."""
    rows = [
        {
            "number": number,
            "field": f"capacity-{number}",
            "called": member.name or _("Nobody yet"),
            "post": member.post,
            "capacity": "" if member.capacity is Capacity.UNSURE else member.capacity.value,
            "chair": member.chair,
            "vote": member.vote,
        }
        for number, member in enumerate(plan.members)
    ]
    unsure = sum(not row["capacity"] for row in rows)
    return {"rows": rows, "unsure": unsure, "capacities": capacities()}


def capacities() -> list[tuple[str, str]]:
    """Return what a place may be held as, with nothing chosen first."""
    told = [(each.value, words.capacity(each)) for each in words.ORDER]
    return [("", _("Choose one")), *told[:-1]]


@READ_OR_SENT
@of_a_draft
def place(request: HttpRequest, here: Here, *, number: int) -> HttpResponse:
    """Show all that can be said of one place, and take it."""
    if number >= len(here.plan.members):
        raise Http404
    if request.method != "POST":
        return one(request, here, number)
    try:
        member = one_answered(request, here.plan, number)
    except Refusal as refusal:
        return one(request, here, number, refusal)
    listed = list(here.plan.members)
    listed[number] = member
    kept(here, STEP, replace(here.plan, members=tuple(listed)))
    return HttpResponseRedirect(here.at(STEP))


def one_answered(request: HttpRequest, plan: Plan, number: int) -> Member:
    """Return a place as it was answered on its own page."""
    member = plan.members[number]
    before = plan.sort_of(member)
    sort = Sort(
        one_of(request, "kind", PlaceKind, before.kind),
        one_of(request, "chosen_by", ChosenBy, before.chosen_by),
        one_of(request, "paid_by", PaidBy, before.paid_by),
        day_in(typed(request, "term_until")),
    )
    capacity = one_of(request, "capacity", Capacity, member.capacity)
    usual = plan.sorts.get(capacity, Sort())
    return replace(
        member,
        name=typed(request, "name", most=LONGEST_NAME),
        post=typed(request, "post", most=LONGEST_POST),
        capacity=capacity,
        own=None if sort == usual else sort,
        tags=frozenset(marks_in(typed(request, "marks"))),
        vote_from=day_in(typed(request, "vote_from")),
        vote_until=day_in(typed(request, "vote_until")),
    )


def marks_in(text: str) -> Iterator[str]:
    """Yield the board's own marks of a place, typed with spaces or commas between them."""
    for each in re.split(r"[\s,]+", text):
        if each and not A_TAG.fullmatch(each):
            raise Refusal("mark_unreadable", {"found": each[:20]})
        if each:
            yield each


def one(request: HttpRequest, here: Here, number: int, *refused: Refusal) -> HttpResponse:
    """Show the page about one place."""
    member = here.plan.members[number]
    sort = here.plan.sort_of(member)
    days = {
        "vote_from": member.vote_from,
        "vote_until": member.vote_until,
        "term_until": sort.term_until,
    }
    written = {
        name: f"{day.day}/{day.month}/{day.year}" if day else "" for name, day in days.items()
    }
    sent = request.POST if request.method == "POST" else None
    context = {
        "called": called(member, number),
        "member": member,
        "sort": sort,
        "marks": " ".join(sorted(member.tags)),
        "days": {name: sent.get(name, "") if sent else told for name, told in written.items()},
        "capacities": capacities(),
        "kinds": [(each.value, term(each)) for each in PlaceKind],
        "choosers": [(each.value, term(each)) for each in ChosenBy],
        "payers": [(each.value, term(each)) for each in PaidBy],
        "template": "place",
    }
    return show(request, here, STEP, context, refused)
