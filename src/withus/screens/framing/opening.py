"""Beginning a work: what it is called, and which boards it is of. The question comes after."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods

from withus.actions import framing as act
from withus.actions.meeting import By
from withus.core.errors import Refusal
from withus.core.facts.forms import Named, NotSo
from withus.core.rules.rights import Act, check_may
from withus.core.rules.situation import NotAllowed
from withus.questions import works as ask
from withus.questions.finding import seen_by
from withus.screens.frame.allowed import faults, for_people, not_theirs, rendered
from withus.screens.frame.me import Me


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def begin(request: HttpRequest, me: Me) -> HttpResponse:
    """Show the form for a work; begin it."""
    boards = ask.boards_to_open(me.origin, me.person, on=localdate())
    if not boards or me.looking:
        try:
            check_may(Act.OPEN_WORK, me.duties())
        except NotAllowed as refusal:
            return not_theirs(request, refusal)
    page = _page(request, me, boards)
    if request.method != "POST":
        return rendered(request, "framing/open.html", page)
    wanted, wrong = _read(page["typed"], boards)
    try:
        if wrong:
            return rendered(request, "framing/open.html", page | faults(*wrong), status=422)
        work = act.open_work(wanted, by=By(me.origin, me.person, now()))
    except Refusal as refusal:
        return rendered(request, "framing/open.html", page | faults(refusal), status=422)
    return redirect("framing:work", me.origin, work)


def _page(request: HttpRequest, me: Me, boards: list[tuple[str, str]]) -> dict[str, Any]:
    whole = seen_by(me.origin, inside=True)
    sent = request.POST if request.method == "POST" else request.GET
    known = {ref for ref, _ in boards}
    board = sent.get("board", boards[0][0] if len(boards) == 1 else "")
    return {
        "origin": me.origin,
        "partnership": whole.name,
        "practice": whole.practice,
        "choices": boards,
        "typed": {
            "name": " ".join(sent.get("name", "").split()),
            "board": board if board in known else "",
            "boards": [each for each in sent.getlist("boards") if each in known],
            "one_person": sent.get("one_person") == "yes",
        },
    }


def _read(typed: dict[str, Any], boards: list[tuple[str, str]]) -> tuple[act.ToOpen, list[Refusal]]:
    wrong = []
    try:
        Named().write(typed["name"])
    except NotSo:
        wrong.append(Refusal("no_work_name"))
    if not typed["board"]:
        wrong.append(Refusal("no_board_chosen"))
    beside = frozenset(typed["boards"]) - {typed["board"]}
    return act.ToOpen(typed["name"], typed["board"], beside, typed["one_person"]), wrong
