"""Who is at a page of a work’s points: as on its own page, and nothing is asked of its meetings."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from withus.core.rules.rights import Act, check_may
from withus.core.rules.situation import NotAllowed
from withus.questions.finding import NotHere
from withus.screens.frame.allowed import not_theirs
from withus.screens.frame.me import me_if_signed_in, signed_in, who_is_here
from withus.screens.framing.here import at_work

Open = Callable[..., HttpResponse]


def of_a_work(act: Act) -> Callable[[Open], Open]:
    """Let in whoever may do something in a work; tell others why not, and who."""

    def only(view: Open) -> Open:
        @wraps(view)
        def answer(request: HttpRequest, *, origin: str, work: str, **named: Any) -> HttpResponse:
            try:
                at = at_work(origin, work, me=who_is_here(request, origin), meetings=False)
                check_may(act, at.roles)
            except NotHere as nothing:
                raise Http404 from nothing
            except NotAllowed as refusal:
                return not_theirs(request, refusal)
            return view(request, at, **named)

        return signed_in(answer)

    return only


def for_anybody(view: Open) -> Open:
    """Let anybody see the points of a work; what they read hangs on who they are."""

    @wraps(view)
    def answer(request: HttpRequest, *, origin: str, work: str, **named: Any) -> HttpResponse:
        try:
            at = at_work(origin, work, me=me_if_signed_in(request, origin), meetings=False)
        except NotHere as nothing:
            raise Http404 from nothing
        return view(request, at, **named)

    return answer
