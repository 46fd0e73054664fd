"""A board in short words and pictures."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from withus.core.words import Capacity, Duty
from withus.questions import duties
from withus.questions import joining as ask
from withus.saying import words
from withus.saying.easy_read import unchecked
from withus.saying.joining.easy_read import BoardTold, frames
from withus.saying.joining.responsibility import who_decides
from withus.screens.frame.me import me_if_signed_in
from withus.screens.frame.public import public


@require_safe
@public
def easy_read(request: HttpRequest, *, origin: str, board: str) -> HttpResponse:
    """Show a board in short words, a picture for each idea."""
    here = me_if_signed_in(request, origin)
    cut = ask.PageOfPlaces(1, words.ORDER)
    found = ask.board(origin, board, on=localdate(), cut=cut, inside=here is not None)
    told = told_of(found, who_runs_it(origin) if here else ())
    context = {
        "origin": origin,
        "board": board,
        "partnership": found.partnership,
        "practice": found.practice,
        "name": told.name,
        "frames": frames(told),
        "unchecked": unchecked(),
    }
    return render(request, "joining/easy_read.html", context)


def told_of(found: ask.BoardSeen, helped_by: tuple[str, ...]) -> BoardTold:
    """Tell what the frames need of a board."""
    held = {code: each.held for code, each in found.count.by_capacity.items()}
    above = found.above
    return BoardTold(
        name=found.opened.fact.name,
        partnership=found.partnership,
        level=found.opened.fact.level,
        places=found.count.places,
        drawing=held.get(Capacity.DRAWS_ON_SERVICES, 0),
        caring=held.get(Capacity.UNPAID_CARERS, 0),
        vacant=found.count.vacant,
        means=found.rules.means[0][1],
        promised=found.on_a_promise,
        above=[(one.name, who_decides(one.means)) for one in above.steps],
        further=above.more or above.elsewhere is not None,
        helpers=helped_by,
    )


def who_runs_it(origin: str) -> tuple[str, ...]:
    """Return the names of those who run the work, for whoever is in the partnership."""
    held = duties.duties(origin, on=localdate(), names=True).held
    return tuple(one.name for one in held if one.duty is Duty.FACILITATOR and one.name)
