"""What every page about a motion or a decision says of where it is, and what is to be put right."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from withus.core.deciding.room import Answer
from withus.core.errors import Refusal
from withus.core.rules.guarding import duties_missing
from withus.core.rules.rights import Act, Role
from withus.core.rules.situation import NotAllowed, Situation
from withus.questions.decisions import NotYours, Where
from withus.saying.deciding.may_decide import Told, told
from withus.saying.keeping.refusals import said
from withus.saying.language import _
from withus.saying.mine import duties
from withus.screens.frame.allowed import for_people, not_theirs
from withus.screens.frame.me import Me


def about(where: Where) -> dict[str, Any]:
    """Tell in which partnership and on which board a page is."""
    return {
        "origin": where.origin,
        "partnership": where.partnership,
        "practice": where.practice,
        "board": where.board,
        "board_name": where.board_name,
    }


def answered(answer: Answer | Refusal) -> dict[str, Any]:
    """Tell whether the board may decide now: the answer, then why, then what would mend it."""
    if isinstance(answer, Refusal):
        wrong, then = said(answer)
        return {"may": False, "told": Told(_("Not now"), wrong, then)}
    return {"may": answer.may, "told": told(answer)}


Open = Callable[..., HttpResponse]


def for_readers(view: Open) -> Open:
    """Let in whoever may read the words of the board's meetings, and tell the others who may."""

    @wraps(view)
    def answer(request: HttpRequest, me: Me, **named: Any) -> HttpResponse:
        try:
            return view(request, me, **named)
        except NotYours as refusal:
            return not_theirs(request, refusal)

    return for_people(answer)


NOT_YOURS = NotAllowed("not_yours_to_do", {"act": Act.RUN_MEETING, "needs": Role.CHAIR})
"""For pages of whoever chairs a meeting, by their place or as those present chose."""


def unguarded(situation: Situation) -> list[str]:
    """Tell which duties free text waits for, if any; then there is no box."""
    assert situation.at is not None
    missing = duties_missing(situation.partnership, on=situation.at.date())
    return [duties.missing(each) for each in missing]
