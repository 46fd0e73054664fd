"""A board's decisions, page by page; and what it decided elsewhere, told later."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import saying_where as act
from withus.core.deciding.now import RulesUnreadable, rules_on
from withus.core.errors import Refusal
from withus.core.rules.guarding import duties_missing
from withus.core.rules.rights import Act, may
from withus.core.words import HowKnown, MotionKind, Outcome
from withus.questions import decided as ask
from withus.questions.changing_rules import board_here
from withus.saying import words
from withus.saying.deciding import decided as saying
from withus.saying.joining.terms import term
from withus.saying.mine import duties
from withus.screens.deciding.decisions.about import about
from withus.screens.frame.allowed import faults, for_those_who_may, rendered
from withus.screens.frame.me import Me, me_if_signed_in
from withus.screens.frame.public import page_wanted, public
from withus.screens.places.about import about as about_board
from withus.stores.record.states import partnership_state

LONGEST = 2_000


@require_safe
@public
def every(request: HttpRequest, *, origin: str, board: str) -> HttpResponse:
    """Show a page of a board's decisions: of one kind, of one outcome, newest or oldest first."""
    me = me_if_signed_in(request, origin)
    kind, outcome = request.GET.get("kind", ""), request.GET.get("outcome", "")
    oldest = request.GET.get("order") == "oldest"
    wanted = ask.Wanted(
        kind=MotionKind(kind) if kind in set(MotionKind) else None,
        outcome=Outcome(outcome) if outcome in set(Outcome) else None,
        oldest_first=oldest,
        page=page_wanted(request),
        reads=me is not None and may(Act.READ_BOARD, me.roles(board)),
    )
    found = ask.decisions_seen(origin, board, by=me.person if me else None, wanted=wanted)
    chosen = {"kind": kind, "outcome": outcome, "order": "oldest" if oldest else ""}
    context = about(found.where) | {
        "listed": [_line(one) for one in found.listed],
        "page": found.page,
        "all": found.all,
        "query": urlencode({key: value for key, value in chosen.items() if value}),
        "chosen": chosen,
        "kinds": saying.kinds(),
        "outcomes": saying.outcomes(),
        "reported": [_reported(one, said) for one, said in found.reported],
        "inside": me is not None,
    }
    return render(request, "deciding/decisions.html", context)


def _line(one: ask.DecisionLine) -> dict[str, Any]:
    return {
        "decision": one.decision,
        "day": words.day(one.day),
        "kind": saying.kind(one.kind),
        "came": term(one.outcome),
        "words": one.words,
        "private": one.private,
    }


def _reported(one: Any, said: str) -> dict[str, str]:
    return {
        "day": words.day(one.fact.day),
        "how": term(one.fact.how_known),
        "rule": one.fact.outside_rule or "",
        "words": said,
    }


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_may(Act.REPORT_DECISION)
def report(request: HttpRequest, me: Me, *, board: str) -> HttpResponse:
    """Tell what the board decided elsewhere, or outside one of its rules."""
    here = board_here(me.origin, board)
    missing = duties_missing(partnership_state(here.log), on=localdate())
    page = about_board(here) | {
        "rules": _rules(here.state),
        "ways": saying.ways_known(),
        "missing": [duties.missing(each) for each in missing],
    }
    if request.method != "POST":
        return rendered(request, "deciding/report.html", page)
    page |= {"typed": {name: request.POST.get(name, "") for name in ("what", "day", "how", "rule")}}
    try:
        told = _to_report(request, board, dict(page["rules"]))
        act.report_decision(told, record=me.origin, by=me.person, now=now())
    except Refusal as refusal:
        told_ = page | faults(refusal, box="what")
        return rendered(request, "deciding/report.html", told_, status=422)
    return redirect("decisions:every", me.origin, board)


def _rules(board: Any) -> list[tuple[str, str]]:
    try:
        rules = rules_on(board, MotionKind.OTHER, on=localdate())
    except RulesUnreadable:
        return []
    return [(rule.id, saying.rule(rule)) for rule in rules if rule.stops]


def _to_report(request: HttpRequest, board: str, rules: dict[str, str]) -> act.ToReport:
    what = "\n".join(request.POST.get("what", "").strip()[:LONGEST].splitlines())
    how, rule = request.POST.get("how", ""), request.POST.get("rule", "")
    if not what:
        raise Refusal("nothing_written")
    if how not in set(HowKnown):
        raise Refusal("no_way_known")
    try:
        day = date.fromisoformat(request.POST.get("day", ""))
    except ValueError:
        raise Refusal("no_day") from None
    return act.ToReport(board, day, rule if rule in rules else None, HowKnown(how), what)
