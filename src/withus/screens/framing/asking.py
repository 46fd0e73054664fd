"""The question of a work: proposed by anybody in it, joined, put to a meeting, and agreed there."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from withus.actions import framing as act
from withus.core.facts.framing import QuestionProposed
from withus.core.framing.seen import question
from withus.core.history.standing import in_force, outcome_of
from withus.core.history.told import Told
from withus.core.rules.rights import Act
from withus.questions import work_beside as beside
from withus.questions import works as ask
from withus.saying import words
from withus.saying.framing import asking as saying
from withus.saying.joining.terms import term
from withus.saying.language import _
from withus.screens.frame.allowed import rendered
from withus.screens.framing.here import AtWork, about, missing_duties, of_a_work
from withus.screens.framing.sent import entered
from withus.screens.meeting.form import longer

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])


def told(at: AtWork) -> dict[str, Any]:
    """Tell the question that was agreed, and what is proposed for it."""
    state, agreed = at.found.state, question(at.found.seen)
    found = opened(at)
    proposed = [line(found, at, each) for each in state.questions.values()]
    is_agreed = agreed.fact.question if agreed else ""
    where, can = (at.found.origin, at.found.id), []
    if at.may(Act.DRAFT) and not agreed:
        can.append((reverse("framing:questions", args=where), _("Propose a question")))
    return {
        "asks": next((one["words"] for one in proposed if one["id"] == is_agreed), ""),
        "agreed": agreed is not None,
        "agreed_day": words.day(agreed.day) if agreed else "",
        "agreed_by": agreed.fact.decision if agreed else "",
        "proposed": [one for one in proposed if one["id"] != is_agreed],
        "to_put": beside.open_meetings(at.found) if at.may(Act.RUN_MEETING) and not agreed else [],
        "do": can,
    }


def opened(at: AtWork) -> ask.WorkHere:
    """Return the work with the words of its proposals, for those who may read them."""
    if not at.reads:
        return at.found
    return ask.opened(at.found, [each.entry for each in at.found.state.questions.values()])


def line(found: ask.WorkHere, at: AtWork, one: Told[QuestionProposed]) -> dict[str, Any]:
    """Tell a proposal: its words, from which place, what it joins, and what became of it."""
    state, fact = at.found.state, one.fact
    joined = any(fact.question in each.fact.joins for each in state.questions.values())
    return {
        "id": fact.question,
        "entry": one.entry,
        "words": found.said(one.entry, "words") or "",
        "by": saying.by_whom(at.capacity_of(fact.holding)),
        "day": words.day(one.day),
        "typed": one.typed_by is not None,
        "joins": len(fact.joins),
        "joined": joined,
        "came": became(at, fact.question),
    }


def became(at: AtWork, name: str) -> str:
    """Tell what came of a proposal that was put to a board; nothing where it was not."""
    put = [
        motion
        for meeting in at.found.meetings.values()
        for motion in meeting.motions.values()
        if motion.put.fact.revision == name
    ]
    if not put:
        return ""
    taken = in_force(max(put, key=lambda each: each.put.entry))
    return term(outcome_of(taken)) if taken else saying.put_to_a_board()


@READ_OR_SENT
@of_a_work(Act.DRAFT)
def questions(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show what is proposed for the question; propose one, or one that joins several."""
    found = opened(at)
    proposed = [line(found, at, each) for each in at.found.state.questions.values()]
    named = [(one["id"], one["words"]) for one in proposed if not one["joined"] and one["words"]]
    known = {each for each, _words in named}
    words_ = longer(request.POST.get("words", ""))
    typed = {
        "words": words_,
        "joins": [each for each in request.POST.getlist("joins") if each in known],
        "holding": request.POST.get("holding", ""),
    }
    page = (
        about(at)
        | told(at)
        | {
            "named": named,
            "typed": typed,
            "places": at.places(),
            "missing": missing_duties(at),
            "longest": act.LONGEST_QUESTION,
            "box": "words",
        }
    )
    if request.method != "POST":
        return rendered(request, "framing/questions.html", page)

    def enter() -> None:
        mine = at.holdings
        holding = typed["holding"] if typed["holding"] in mine else next(iter(mine), None)
        fact = QuestionProposed(
            work=at.found.id,
            question="",
            holding=holding,
            joins=frozenset(typed["joins"]),
            words=words_,
        )
        act.propose_question(fact, by=at.by)

    return entered(request, at, form=("framing/questions.html", page), act=enter)
