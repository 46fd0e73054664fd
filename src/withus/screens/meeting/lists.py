"""The meetings of a board: those to come, and those past."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from withus.core.deciding.rule import MayCall, RuleKind
from withus.core.rules.rights import Act, may
from withus.questions import meeting as ask
from withus.questions.deciding import in_force
from withus.questions.finding import boards_of
from withus.saying.deciding.rules import sentence
from withus.saying.meeting import calling as saying
from withus.saying.meeting.happened import HERE
from withus.screens.frame.allowed import rendered
from withus.screens.frame.me import me_if_signed_in
from withus.screens.frame.public import page_wanted, public
from withus.screens.meeting.here import about, roles_on


@require_safe
@public
def every(request: HttpRequest, *, origin: str, board: str) -> HttpResponse:
    """Show a board's meetings to come, or those past; and how one is called."""
    here = me_if_signed_in(request, origin)
    on = ask.on_board(origin, board, inside=here is not None)
    roles = roles_on(here, board)
    past = request.GET.get("show") == "past"
    page = page_wanted(request)
    found = ask.meetings(on, past=past, page=page, now=now(), reads=may(Act.READ_BOARD, roles))
    context = about(on, inside=here is not None) | {
        "past": past,
        "lines": [_line(one, past=past) for one in found.lines],
        "page": found.page,
        "others": found.others,
        "query": "show=past" if past else "",
        "may_call": may(Act.CALL_MEETING, roles),
        "callers": callers(on),
        "reads_past": may(Act.PAST_MINUTES, roles),
    }
    return rendered(request, "meeting/every.html", context)


def _line(one: ask.MeetingLine, *, past: bool) -> dict[str, Any]:
    return {
        "id": one.id,
        "day": saying.weekday(one.starts.astimezone(HERE).date()),
        "hours": saying.hours(one.starts, one.ends),
        "ways": saying.ways(one.ways),
        "where": one.where or "",
        "agenda": saying.agenda(one.agenda),
        "stage": saying.stage(one.stage, past=past),
        "code": one.stage.value,
    }


def callers(on: ask.OnBoard) -> list[str]:
    """Tell the board's own rules on who else may have a meeting called."""
    board = boards_of(on.log, [on.id])[on.id]
    rules = in_force(board, on=localdate())
    calls = [rule for rule in rules if rule and rule.kind is RuleKind.MAY_CALL]
    return [sentence(rule) for rule in calls if rule.what is MayCall.MEETING]
