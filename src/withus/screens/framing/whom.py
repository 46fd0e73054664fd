"""Whom a work is about, as each side says it; and how far power is promised to be shared."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from withus.actions import framing as act
from withus.core.errors import Refusal
from withus.core.facts.framing import ScopeConfirmed, StepPromised
from withus.core.framing.scope import last_of, scope
from withus.core.history.told import Told
from withus.core.rules.rights import Act, Role
from withus.core.rules.situation import NotAllowed
from withus.core.words import AFFECTED, Side, Step
from withus.saying import words
from withus.saying.framing import whom as saying
from withus.saying.framing import work as of_work
from withus.saying.joining.terms import term
from withus.saying.language import _
from withus.screens.frame.allowed import not_theirs, rendered
from withus.screens.frame.beside import beside
from withus.screens.framing.here import AtWork, about, missing_duties, of_a_work
from withus.screens.framing.sent import check_name, entered, line
from withus.screens.meeting.form import longer

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])
SIDES = {Side.AFFECTED: Act.CONFIRM_FOR_AFFECTED, Side.HOST: Act.CONFIRM_SCOPE}


def told(at: AtWork) -> dict[str, Any]:
    """Tell whom the work is about as each side says, and what was promised."""
    state = at.found.state
    found = scope(state)
    where = (at.found.origin, at.found.id)
    last = last_promised(at)
    can = []
    if sides(at):
        can.append((reverse("framing:scope", args=where), _("Say whom it is about")))
    if at.may(Act.PROMISE_STEP):
        can.append((reverse("framing:promise", args=where), _("Promise how far power is shared")))
    return {
        "scope": saying.settled(found),
        "ladder": of_work.LADDER,
        "sides": [side(at, each) for each in Side],
        "promised": [
            {
                "body": one.fact.body,
                "said": of_work.promised(one.fact.body, one.fact.step, one.day),
                "means": of_work.in_own_words(one.fact.step),
                "group": of_work.group_of(one.fact.step),
                "words": at.found.said(one.entry, "words") or "",
                "entry": one.entry,
            }
            for one in last.values()
        ],
        "do": can,
    }


def entries(at: AtWork) -> list[int]:
    """Tell the entries whose words the page of a work shows of what was promised."""
    return [one.entry for one in last_promised(at).values()]


def last_promised(at: AtWork) -> dict[str, Told[StepPromised]]:
    """Tell what each body promised last."""
    return {one.fact.body: one for one in at.found.state.promised}


def side(at: AtWork, code: Side) -> dict[str, Any]:
    """Tell what a side said last of whom the work is about."""
    one = last_of(at.found.state.scope, code)
    return {
        "name": term(code),
        "said": of_work.whom(one.fact.d, f_is_d=one.fact.f_is_d) if one else "",
        "day": words.day(one.day) if one else "",
        "entry": one.entry if one else None,
    }


def sides(at: AtWork) -> list[Side]:
    """Tell for which sides somebody can speak here."""
    return [each for each, right in SIDES.items() if at.may(right)]


@READ_OR_SENT
@of_a_work(Act.READ_BOARD)
def confirm(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show the form for whom a work is about; enter it for a side."""
    others = at.others(affected=True)
    mine = sides(at) or ([Side.AFFECTED] if others else [])
    if not mine:
        needs = f"{Role.AFFECTED_MEMBER},{Role.OFFICER}"
        refused: dict[str, str | int] = {"act": Act.CONFIRM_FOR_AFFECTED.value, "needs": needs}
        return not_theirs(request, NotAllowed("not_yours_to_do", refused))
    tags = tags_of(at)
    typed = _typed(request, at, mine, tags)
    typed_for = request.POST.get("typed_for", "")
    page = about(at) | {
        "choices": [(each, of_work.tag(each)) for each in tags],
        "mine": [(each.value, term(each)) for each in mine],
        "sides": [side(at, each) for each in Side],
        "others": others,
        "typed": typed | {"typed_for": typed_for},
    }
    if request.method != "POST":
        return rendered(request, "framing/scope.html", page)

    def enter() -> None:
        if typed["side"] not in {each.value for each in mine}:
            raise Refusal("side_missing")
        fact = ScopeConfirmed(
            work=at.found.id,
            side=Side.AFFECTED if typed_for else Side(typed["side"]),
            d=frozenset(typed["d"]),
            f_is_d=typed["f_is_d"],
        )
        known = typed_for if typed_for in dict(others) else ""
        act.confirm_scope(fact, by=at.by, beside=beside(request), typed_for=known or None)

    return entered(request, at, form=("framing/scope.html", page), act=enter)


def _typed(request: HttpRequest, at: AtWork, mine: list[Side], tags: list[str]) -> dict[str, Any]:
    """Read what was sent; at first, what was said last by either side."""
    if request.method == "POST":
        d = [each for each in request.POST.getlist("d") if each in tags]
        f_is_d = request.POST.get("f_is_d") == "yes"
    else:
        last = at.found.state.scope[-1].fact if at.found.state.scope else None
        d = sorted(last.d) if last else []
        f_is_d = last.f_is_d if last else False
    only = mine[0].value if len(mine) == 1 else ""
    chosen = request.POST.get("side", "") if request.method == "POST" else only
    return {"d": d, "f_is_d": f_is_d, "side": chosen}


def tags_of(at: AtWork) -> list[str]:
    """Tell the boards' own words for places of the people it is about."""
    return sorted(
        {
            tag
            for board in at.found.boards.values()
            for place in board.places.values()
            if place.ended is None and place.made.fact.capacity in AFFECTED
            for tag in place.made.fact.tags
        }
    )


@READ_OR_SENT
@of_a_work(Act.PROMISE_STEP)
def promise(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show the steps in the words of each; promise one."""
    typed = {
        "step": request.POST.get("step", ""),
        "body": line(request, "body"),
        "words": longer(request.POST.get("words", "")),
    }
    page = about(at) | {
        "steps": of_work.steps(),
        "ladder": of_work.LADDER,
        "typed": typed,
        "missing": missing_duties(at),
        "box": "words",
    }
    if request.method != "POST":
        return rendered(request, "framing/promise.html", page)

    def enter() -> None:
        if typed["step"] not in set(Step):
            raise Refusal("step_missing")
        body = check_name(typed["body"], otherwise="body_missing")
        fact = StepPromised(
            work=at.found.id, step=Step(typed["step"]), body=body, words=typed["words"]
        )
        act.promise_step(fact, by=at.by)

    return entered(request, at, form=("framing/promise.html", page), act=enter)
