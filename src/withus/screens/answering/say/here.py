"""Who says something with a code: what their session holds, and what the answer is so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from withus.core.errors import Refusal
from withus.core.history.state import Partnership
from withus.core.history.streams import PARTNERSHIP
from withus.core.history.work import Work
from withus.questions.answering import opened
from withus.saying.language import _
from withus.screens.frame.allowed import faults
from withus.stores.answering import answers, links
from withus.stores.answering.answers import Draft
from withus.stores.answering.links import Asks
from withus.stores.answering.models import SayAnswer, SayLink
from withus.stores.record.read import find_log
from withus.stores.record.states import states

SAYS = "says"  # in the session: the answer that somebody is at


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody is asked: by whom, about what, and how else it can be read."""

    origin: str
    partnership: str
    practice: bool
    name: str  # of the work
    question: str
    asks: Asks


@dataclass(frozen=True, slots=True)
class Saying:
    """An answer under way, and what it answers."""

    row: SayAnswer
    draft: Draft
    asked: Asked


def asked(origin: str, work: str, link: SayLink | None) -> Asked:
    """Return what a link, or a code, asks about."""
    log = find_log(origin)
    found = states(log, [work, PARTNERSHIP])
    state, whole = found.get(work, Work()), found.get(PARTNERSHIP, Partnership())
    assert isinstance(state, Work)
    assert isinstance(whole, Partnership)
    question = ""
    if state.agreed:
        entry = state.questions[state.agreed[-1].fact.question].entry
        question = opened(log, [entry], state).get((entry, "words"), "")
    asks = links.opened([link]).get(link.id, Asks()) if link else Asks()
    return Asked(
        origin,
        whole.opened.fact.name if whole.opened else "",
        whole.opened.fact.practice if whole.opened else False,
        state.opened.fact.name if state.opened else "",
        question,
        asks,
    )


def saying(request: HttpRequest) -> Saying | None:
    """Return the answer that this browser is at, not sent yet; None where there is none."""
    name = request.session.get(SAYS, "")
    try:
        row = answers.find(name)
        draft = answers.draft_of(row)
    except Refusal:
        return None
    if row.sent_at is not None or row.link is None:
        return None
    link = SayLink.objects.filter(id=row.link).first()
    return Saying(row, draft, asked(row.origin, row.work, link))


def cards_of(says: Saying) -> tuple[str, ...]:
    """Return the cards of a link; without any, there is one that asks what somebody thinks."""
    return says.asked.asks.cards or ("",)


def again(request: HttpRequest) -> HttpResponse:
    """Ask for the code, where this browser is at no answer."""
    return HttpResponseRedirect(reverse("say:code"))


def page(asked: Asked, *refused: Refusal, box: str = "") -> dict[str, Any]:
    """Tell what every page of theirs tells."""
    return faults(*refused, box=box) | {
        "asked": asked,
        "partnership": asked.partnership,
        "practice": asked.practice,
        "keeps": keeps(),
    }


def keeps() -> str:
    """Tell what these pages keep."""
    return _(
        "What this page keeps: what you say, sealed, under the code you have. One cookie holds "
        "your place for two weeks at most; another protects the forms."
    )
