"""The timeline of a work: what happened, who was in, each linked to its entry; also to print."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from withus.core.words import Stage
from withus.questions import timeline as ask
from withus.saying.framing import work as saying
from withus.saying.joining.terms import term
from withus.saying.keeping.happened import SENTENCES, when
from withus.screens.frame.allowed import rendered
from withus.screens.frame.public import page_wanted
from withus.screens.framing.here import AtWork, about, for_anybody


@require_safe
@for_anybody
def timeline(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show what happened in a work, in the record's order: at one stage, or at all."""
    wanted = request.GET.get("stage", "")
    stage = Stage(wanted) if wanted in set(Stage) else None
    found = ask.timeline(at.found, stage=stage, page=page_wanted(request))
    opened = at.found.board.opened
    name = opened.fact.name if opened else ""
    lines = [line(each, name) for each in found.lines]
    before: dict[str, Any] = {"there": None}
    for one in lines:
        one["changed"], before = before["there"] != one["there"], one
    key = {code: 1 for each in found.lines for code, count in each.there.items() if count}
    context = about(at) | {
        "lines": lines,
        "key": saying.there(key),
        "page": found.page,
        "query": f"stage={stage.value}" if stage else "",
        "stage": stage.value if stage else "",
        "stages": [(each.value, term(each)) for each in Stage],
        "size": at.found.log.size,
    }
    return rendered(request, "framing/timeline.html", context)


def line(each: ask.Happened, board: str) -> dict[str, Any]:
    """Tell an entry of a work as the timeline shows it."""
    fact = each.entry.fact
    return {
        "entry": each.entry.index,
        "sentence": SENTENCES[type(fact)](fact, board),
        "when": when(each.entry.circumstances),
        "stage": term(each.stage),
        "there": saying.there(each.there),
        "decision": each.decision,
    }
