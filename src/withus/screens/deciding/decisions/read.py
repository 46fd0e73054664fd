"""A decision, for everybody to read; and what a body above made of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import saying_where as act
from withus.core.errors import Refusal
from withus.core.facts.forms import Named, NotSo
from withus.core.meeting.standing import stage
from withus.core.rules.rights import Act, check_may
from withus.core.rules.situation import NotAllowed
from withus.core.words import MeetingStage, Outcome, Signed
from withus.questions import decided as ask
from withus.saying import words
from withus.saying.deciding import decided as saying
from withus.saying.deciding.may_decide import to_be_confirmed, waiting_for
from withus.saying.joining.terms import term
from withus.screens.deciding.decisions.about import about
from withus.screens.frame.allowed import faults, for_people, not_theirs, rendered
from withus.screens.frame.me import Me, me_if_signed_in
from withus.screens.frame.public import public


@require_safe
@public
def decision(request: HttpRequest, *, origin: str, decision: str) -> HttpResponse:
    """Show what was decided, by which rule, who was in the room, and what came of it."""
    me = me_if_signed_in(request, origin)
    by = me.person if me else None
    found = ask.decision_seen(origin, decision, by=by, now=now())
    return render(request, "deciding/decision.html", context(found, inside=me is not None))


def context(found: ask.DecisionSeen, *, inside: bool) -> dict[str, Any]:
    """Return what the page of a decision tells."""
    taken, stands = found.taken.taken, found.stands.decision
    open_ = ""
    if found.outcome is Outcome.UNSETTLED and stands.to_confirm:
        open_ = to_be_confirmed(len(stands.to_confirm))
    if found.outcome is Outcome.WAITING and stands.waiting_for:
        open_ = waiting_for(len(stands.waiting_for), stands.days)
    return about(found.where) | {
        "reads": found.mine.reads,
        "decision": taken.fact.decision,
        "meeting": found.here.id,
        "motion": taken.fact.motion,
        "entry": taken.entry,
        "day": words.day(taken.day),
        "title": found.title,
        "words": found.words.get(found.motion.put.entry, {}).get("words", ""),
        "kind": saying.kind(found.motion.put.fact.kind),
        "came": saying.came_of_it(found.outcome, until=found.until),
        "open": open_,
        "in_force": found.in_force,
        "instead": _instead(found),
        "changed_by": _changed_by(found),
        "changes": _changes(found),
        "met": [saying.rule(each) for each in found.rules if each.id in taken.fact.met],
        "unmet": [saying.rule(each) for each in found.rules if each.id in taken.fact.unmet],
        "table": saying.table(found.by_capacity()),
        "typed": saying.typed(found.typed()),
        "confirmed": saying.confirmed(*found.confirmed()),
        "exceptions": _exceptions(found),
        "objections": _objections(found),
        "signed": _signed(found),
        "inside": inside,
        "chairs": found.mine.chairs and stage(found.here.meeting) is MeetingStage.OPEN,
        "reports": found.mine.reports and found.outcome in (Outcome.CARRIED, Outcome.ADVISED),
        "says": _may_still_say(found),
        "confirms": found.confirms,
    }


def _may_still_say(found: ask.DecisionSeen) -> bool:
    """Tell whether it waits for whoever looks: they were away, and their days are not over."""
    board, waits = found.here.board, set(found.stands.decision.waiting_for)
    mine = {board.place_of.get(name) for name in found.mine.holdings}
    return found.in_force and found.outcome is Outcome.WAITING and bool(mine & waits)


def _instead(found: ask.DecisionSeen) -> str:
    reversed_ = found.taken.reversed
    return reversed_.fact.by_decision if reversed_ and not found.in_force else ""


def _changed_by(found: ask.DecisionSeen) -> str:
    """Tell the decision by which a later meeting decided otherwise; nothing where none did."""
    reversed_ = found.taken.reversed
    later = reversed_ and reversed_.fact.by_decision not in found.motion.decisions
    return reversed_.fact.by_decision if reversed_ and later else ""


def _changes(found: ask.DecisionSeen) -> str:
    """Tell the earlier decision that this one was to change."""
    return found.motion.reopens.fact.decision if found.motion.reopens else ""


def _exceptions(found: ask.DecisionSeen) -> list[dict[str, str]]:
    rules = {rule.id: saying.rule(rule) for rule in found.rules}
    return [
        {
            "rule": rules.get(each.fact.rule, each.fact.rule),
            "by": saying.by_whom(each.fact.by),
            "until": words.day(each.fact.until) if each.fact.until else "",
            "why": found.words.get(each.entry, {}).get("why", ""),
        }
        for each in found.motion.exceptions
    ]


def _objections(found: ask.DecisionSeen) -> list[dict[str, str]]:
    board, told = found.here.board, []
    for each in found.motion.objections.values():
        place = board.places.get(board.place_of.get(each.made.fact.holding, ""))
        one = each.answered
        told.append(
            {
                "capacity": words.capacity(place.made.fact.capacity) if place else "",
                "reason": found.words.get(each.made.entry, {}).get("reason", ""),
                "outcome": term(one.fact.outcome) if one else "",
                "answer": found.words.get(one.entry, {}).get("answer", "") if one else "",
            }
        )
    return told


def _signed(found: ask.DecisionSeen) -> list[dict[str, Any]]:
    return [
        {
            "body": each.fact.body,
            "outcome": term(each.fact.outcome),
            "by_law": each.fact.by_law,
            "day": words.day(each.day),
        }
        for each in found.taken.signed
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def signed(request: HttpRequest, me: Me, *, decision: str) -> HttpResponse:
    """Enter what a body that has to sign made of a decision."""
    found = ask.decision_seen(me.origin, decision, by=me.person, now=now())
    try:
        check_may(Act.REPORT_DECISION, me.roles(found.where.board))
    except NotAllowed as refusal:
        return not_theirs(request, refusal)
    page = about(found.where) | {"decision": decision, "outcomes": saying.signings()}
    if request.method != "POST":
        return rendered(request, "deciding/signed.html", page)
    body = " ".join(request.POST.get("body", "").split())
    outcome = request.POST.get("outcome", "")
    page |= {"typed": {"body": body, "outcome": outcome, "by_law": request.POST.get("by_law", "")}}
    try:
        told = _to_sign(decision, body, outcome, request.POST.get("by_law", ""))
        act.sign_decision(told, record=me.origin, by=me.person, now=now())
    except Refusal as refusal:
        return rendered(request, "deciding/signed.html", page | faults(refusal), status=422)
    return redirect("decisions:decision", me.origin, decision)


def _to_sign(decision: str, body: str, outcome: str, by_law: str) -> act.ToSign:
    try:
        Named().write(body)
    except NotSo:
        raise Refusal("no_body") from None
    if outcome not in set(Signed):
        raise Refusal("no_outcome")
    return act.ToSign(decision, body, Signed(outcome), by_law == "yes")
