"""The question of a work: proposed by anybody in it, joined, put to a meeting, and agreed there."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from withus.actions import framing as act
from withus.core.facts.framing import QuestionAgreed, QuestionProposed
from withus.core.framing.seen import question
from withus.core.history.standing import in_force, outcome_of
from withus.core.history.told import Told
from withus.core.rules.rights import Act
from withus.questions import work_beside as beside
from withus.questions import works as ask
from withus.questions.joining import Paged, paged
from withus.saying import words
from withus.saying.framing import asking as saying
from withus.saying.joining.terms import term
from withus.saying.language import _
from withus.screens.frame.allowed import rendered
from withus.screens.frame.public import page_wanted
from withus.screens.framing.here import AtWork, about, missing_duties, of_a_work, opened
from withus.screens.framing.sent import entered
from withus.screens.meeting.form import longer

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])


FEW, A_PAGE = 6, 20  # proposals on the page of a work, and on their own


def told(at: AtWork) -> dict[str, Any]:
    """Tell the question that was agreed, and the last that is proposed for it."""
    return shown(at, page=1, each=FEW)


def entries(at: AtWork) -> list[int]:
    """Tell the entries whose words the page of a work shows of its question."""
    return [one.entry for one in (*some_of(at, page=1, each=FEW)[0], *agreed_of(at)[1])]


def agreed_of(at: AtWork) -> tuple[Told[QuestionAgreed] | None, list[Told[QuestionProposed]]]:
    """Tell by which entry a question was agreed, and the question itself."""
    agreed = question(at.found.seen)
    return agreed, [at.found.state.questions[agreed.fact.question]] if agreed else []


def some_of(at: AtWork, *, page: int, each: int) -> tuple[list[Told[QuestionProposed]], Paged]:
    """Tell a page of what is proposed and not agreed, the last first."""
    agreed = agreed_of(at)[1]
    others = [one for one in reversed(list(at.found.state.questions.values())) if one not in agreed]
    here = paged(page, len(others), each=each)
    return others[(here.number - 1) * each : here.number * each], here


def shown(at: AtWork, *, page: int, each: int) -> dict[str, Any]:
    """Tell the question that was agreed, and a page of the proposals for it, the last first."""
    state, found = at.found.state, at.found
    agreed, asked = agreed_of(at)
    some, here = some_of(at, page=page, each=each)
    joined = {name for one in state.questions.values() for name in one.fact.joins}
    where, can = (at.found.origin, at.found.id), []
    if at.may(Act.DRAFT) and not agreed:
        can.append((reverse("framing:questions", args=where), _("Propose a question")))
    return {
        "asks": "".join(found.said(one.entry, "words") or "" for one in asked),
        "agreed": agreed is not None,
        "agreed_day": words.day(agreed.day) if agreed else "",
        "agreed_by": agreed.fact.decision if agreed else "",
        "proposed": [
            line(found, at, one) | {"joined": one.fact.question in joined} for one in some
        ],
        "more": here.count - len(some),
        "proposals": here,
        "to_put": beside.open_meetings(at.found) if at.may(Act.RUN_MEETING) and not agreed else [],
        "do": can,
    }


def line(found: ask.WorkHere, at: AtWork, one: Told[QuestionProposed]) -> dict[str, Any]:
    """Tell a proposal: its words, from which place, what it joins, and what became of it."""
    fact = one.fact
    return {
        "id": fact.question,
        "entry": one.entry,
        "words": found.said(one.entry, "words") or "",
        "by": saying.by_whom(at.capacity_of(fact.holding)),
        "day": words.day(one.day),
        "typed": one.typed_by is not None,
        "joins": len(fact.joins),
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
    number = page_wanted(request)
    seen = (*some_of(at, page=number, each=A_PAGE)[0], *agreed_of(at)[1])
    at = opened(at, [one.entry for one in seen])
    here = shown(at, page=number, each=A_PAGE)
    proposed = here["proposed"]
    named = [(one["id"], one["words"]) for one in proposed if not one["joined"] and one["words"]]
    known = {each for each, _words in named}
    words_ = longer(request.POST.get("words", ""))
    typed = {
        "words": words_,
        "joins": [each for each in request.POST.getlist("joins") if each in known],
        "holding": request.POST.get("holding", ""),
        "typed_for": request.POST.get("typed_for", ""),
    }
    others = at.others()
    page = (
        about(at)
        | here
        | {
            "every": True,
            "named": named,
            "typed": typed,
            "places": at.places(),
            "others": others,
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
        other = typed["typed_for"] if typed["typed_for"] in dict(others) else ""
        fact = QuestionProposed(
            work=at.found.id,
            question="",
            holding=str(other) or holding,
            joins=frozenset(typed["joins"]),
            words=words_,
        )
        act.propose_question(fact, by=at.by, typed=bool(other))

    return entered(request, at, form=("framing/questions.html", page), act=enter)
