"""The page of a work: where it stands, what there was before it, and the parts that rooms bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from withus.core.framing.stages import stages
from withus.saying.framing import work as saying
from withus.screens.answering import lists as points
from withus.screens.drafting import reading as drafting
from withus.screens.frame.allowed import rendered
from withus.screens.framing import asking, before, whom
from withus.screens.framing.here import AtWork, about, for_anybody, opened
from withus.screens.framing.lists import path

Told = dict[str, Any]


def nothing(at: AtWork) -> Iterable[int]:
    """Tell that a part shows no words, or opens them itself."""
    return ()


@dataclass(frozen=True, slots=True)
class Part:
    """What a room brings to the page of a work: what it tells, and where that is drawn.

    Under `do` a part may tell what somebody can do now: pairs of an address and words.
    """

    told: Callable[[AtWork], Told]
    template: str
    entries: Callable[[AtWork], Iterable[int]] = nothing  # whose words it shows to readers


PARTS: tuple[Part, ...] = (
    Part(asking.told, "framing/_question.html", asking.entries),
    Part(whom.told, "framing/_whom.html", whom.entries),
    Part(before.told, "framing/_before.html", before.entries),
    Part(drafting.part, "drafting/_plan.html"),
    Part(points.part, "answering/_points.html", points.entries),
)
"""In the order of the page: a room that brings a part adds its own line here."""


@require_safe
@for_anybody
def page(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show a work: to anybody what is open to all, to those on its boards what was written too."""
    at = opened(at, (entry for each in PARTS for entry in each.entries(at)))
    context, can = about(at) | standing(at), []
    for each in PARTS:
        told = each.told(at)
        can += told.pop("do", [])
        context |= told
    context |= {"parts": [each.template for each in PARTS], "can": can}
    return rendered(request, "framing/work.html", context)


def standing(at: AtWork) -> Told:
    """Tell where a work stands, and who was in at each stage."""
    seen = stages(at.found.seen)
    names = [one.opened.fact.name for one in at.found.boards.values() if one.opened]
    return {
        "boards": saying.boards(names),
        "at": saying.under_way(seen),
        "path": [path(each) for each in seen],
        "key": saying.there({code: 1 for each in seen for code in each.there}),
        "table": saying.table(seen),
        "one_person": at.found.opened.fact.about_one_person,
        "entry": at.found.opened.entry,
    }
