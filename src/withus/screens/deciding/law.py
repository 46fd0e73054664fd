"""Whether all the legal rules that bind a board are entered: said after a look at those."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods

from withus.actions.telling_law import tell_law
from withus.core.deciding.law import law_told
from withus.core.deciding.rule import Force
from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.questions.changing_rules import BoardHere, board_here
from withus.questions.deciding import in_force
from withus.saying import words
from withus.saying.deciding.law import in_law
from withus.saying.deciding.rules import behind, sentence
from withus.screens.frame.allowed import faults, for_those_who_may, rendered
from withus.screens.frame.me import Me
from withus.screens.places.about import about


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_may(Act.SET_UP)
def law(request: HttpRequest, here: Me, *, board: str) -> HttpResponse:
    """Show a board's legal rules, and say that they are all entered, or take that back."""
    found = board_here(here.origin, board)
    if request.method != "POST":
        return rendered(request, "deciding/law.html", _page(found))
    try:
        whole = _whole(request.POST.get("whole", ""))
        tell_law(board, whole=whole, record=here.origin, by=here.person, now=now())
    except Refusal as refusal:
        told = _page(found) | faults(refusal)
        return rendered(request, "deciding/law.html", told, status=422)
    return redirect("joining:board", here.origin, board)


def _whole(typed: str) -> bool:
    if typed not in ("yes", "no"):
        raise Refusal("not_chosen")
    return typed == "yes"


def _page(found: BoardHere) -> dict[str, Any]:
    told = law_told(found.state)
    rules = [each for each in in_force(found.state, on=localdate()) if each is not None]
    return about(found) | {
        "legal": [(sentence(each), behind(each)) for each in rules if each.force is Force.LAW],
        "told": words.day(told.day) if told else "",
        "in_law": in_law(told.day if told else None),
        "entry": told.entry if told else None,
    }
