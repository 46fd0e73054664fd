"""The boards of a partnership, for those who set them up: a list, and opening one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import places as act
from withus.core.errors import Refusal
from withus.core.facts.joining import BoardOpened
from withus.core.rules.rights import Act
from withus.core.words import Level, Paper
from withus.questions import changing_places as ask
from withus.saying.deciding.forms import choose
from withus.saying.joining import forms
from withus.saying.joining.terms import level, term
from withus.screens.frame.allowed import faults, for_those_who_may, rendered
from withus.screens.frame.me import Me
from withus.screens.frame.public import page_wanted
from withus.screens.frame.typed import Typed
from withus.screens.places.about import wrong
from withus.screens.places.form import ELSEWHERE, NONE, read_board

for_those_who_set_up = for_those_who_may(Act.SET_UP)
NAMES = ("name", "level", "above", "elsewhere", "formats")
NEAREST_FIRST = (Level.PERSON, Level.COMMUNITY, Level.COUNCIL, Level.NATION)


@require_safe
@for_those_who_set_up
def every(request: HttpRequest, here: Me) -> HttpResponse:
    """Show the boards, each with where its places, its rules and its mandates are changed."""
    found = ask.boards_here(here.origin, page=page_wanted(request) or 1)
    context = _about(here, found) | {"boards": found.boards, "page": found.page}
    return rendered(request, "places/boards.html", context)


def _about(here: Me, found: ask.BoardsHere) -> dict[str, Any]:
    return {
        "origin": here.origin,
        "partnership": found.partnership,
        "practice": found.practice,
    }


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_set_up
def open_one(request: HttpRequest, here: Me) -> HttpResponse:
    """Show the form for a board; then what will be entered, to check; then open it."""
    found = ask.boards_here(here.origin, page=0)
    typed, step = Typed.of(request.POST), request.POST.get("step", "")
    context = _about(here, found) | _choices(found, typed)
    if request.method != "POST" or step == "change":
        return rendered(request, "places/open.html", context)
    wanted = read_board(typed, [board for board, _name, _open in found.boards])
    if wanted is None:
        told = context | wrong(typed.in_order(NAMES))
        return rendered(request, "places/open.html", told, status=422)
    if step != "open":
        return rendered(request, "places/open_check.html", context | _checked(wanted, found, typed))
    try:
        board = act.open_board(wanted, record=here.origin, by=here.person, now=now())
    except Refusal as refusal:
        return rendered(request, "places/open.html", context | faults(refusal), status=422)
    return redirect("places:every", here.origin, board)


def _choices(found: ask.BoardsHere, typed: Typed) -> dict[str, Any]:
    none, elsewhere = forms.aboves()
    here = [(board, name) for board, name, _open in found.boards]
    return {
        "levels": [(code.value, level(code)) for code in NEAREST_FIRST],
        "aboves": [("", choose()), (NONE, none), *here, (ELSEWHERE, elsewhere)],
        "papers": [(code.value, forms.upper(term(code))) for code in Paper],
        "typed": {name: typed.one(name) for name in NAMES},
        "formats": typed.many("formats"),
    }


def _checked(wanted: BoardOpened, found: ask.BoardsHere, typed: Typed) -> dict[str, Any]:
    names = {board: name for board, name, _open in found.boards}
    none, elsewhere = forms.aboves()
    parent = wanted.parent
    above = none if parent is None else names.get(parent, f"{elsewhere}: {parent}")
    sent = [(name, typed.one(name)) for name in NAMES[:-1]]
    sent += [("formats", each) for each in sorted(wanted.formats)]
    return {"rows": forms.board_to_be(wanted, above), "sent": sent}
