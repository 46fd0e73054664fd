"""The agenda: anybody on the board asks for an item; whoever runs the meeting places it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from withus.actions import meeting as act
from withus.core.errors import Refusal
from withus.core.facts.meeting import ItemPlaced
from withus.core.history.state import AgendaItem
from withus.core.meeting.papers import PaperSeen, all_in_time, papers_of
from withus.core.meeting.standing import agenda, stage
from withus.core.rules.rights import Act
from withus.core.words import MeetingStage, Paper, Placed
from withus.questions.meeting import MeetingHere
from withus.saying import words
from withus.saying.joining.forms import upper
from withus.saying.joining.terms import term
from withus.saying.meeting import agenda as of_agenda
from withus.saying.meeting import calling as saying
from withus.saying.meeting import forms
from withus.screens.frame.allowed import faults, rendered
from withus.screens.frame.typed import Typed
from withus.screens.meeting.form import longer
from withus.screens.meeting.here import AtMeeting, heading, missing_duties, of_a_meeting
from withus.screens.meeting.wrong import wrong

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])
PLACING = ("outcome", "order", "urgent", "private_by_law", "told_before", "reason")


def told(at: AtMeeting) -> dict[str, Any]:
    """Tell the agenda, what was asked for and is not placed yet, and what was not put on."""
    state = at.found.state
    placed = [(name, one) for name, one in agenda(state)]
    waiting = [(name, one) for name, one in state.items.items() if one.placed is None]
    off = [
        (name, one)
        for name, one in state.items.items()
        if one.placed and one.placed.fact.outcome is not Placed.ON
    ]
    needed = needed_forms(at.found)
    seen = [each for _, one in placed for each in papers_of(one, needed, due=at.found.due)]
    return {
        "agenda": [line(at, name, one) for name, one in placed],
        "asked": [line(at, name, one) for name, one in waiting],
        "off_agenda": [line(at, name, one) for name, one in off],
        "in_time": of_agenda.in_time(all_in_time(seen, needed)),
        "formats": words.listing([term(each) for each in Paper if each in needed]),
    }


def needed_forms(found: MeetingHere) -> frozenset[Paper]:
    """Tell the forms in which a board needs its papers; ordinary print at the least."""
    opened = found.board.opened
    return (opened.fact.formats if opened else frozenset()) or frozenset({Paper.STANDARD})


def line(at: AtMeeting, name: str, one: AgendaItem) -> dict[str, Any]:
    """Tell an item of the agenda as a page shows it."""
    asked, placed = one.asked, one.placed
    fact = placed.fact if placed else None
    return {
        "id": name,
        "title": of_agenda.title(at.found.said(asked.entry, "title"), fact, reads=at.reads),
        "by": saying.asked_by(asked.fact.capacity),
        "day": words.day(asked.day),
        "outcome": term(fact.outcome) if fact else "",
        "marks": of_agenda.marks(fact),
        "reason": (at.found.said(placed.entry, "reason") or "") if placed else "",
        "papers": [paper(at, one, each) for each in papers(at, one)],
    }


def papers(at: AtMeeting, one: AgendaItem) -> tuple[PaperSeen, ...]:
    """Tell the papers of an item."""
    return papers_of(one, needed_forms(at.found), due=at.found.due)


def paper(at: AtMeeting, one: AgendaItem, seen: PaperSeen) -> dict[str, Any]:
    """Tell a paper with its forms as a page shows it."""
    title = at.found.said(one.papers[seen.paper].entry, "title")
    return {
        "id": seen.paper,
        "title": title or of_agenda.untitled(reads=at.reads),
        "forms": [
            {
                "form": upper(term(each.form)),
                "paper": each.paper or "",
                "code": of_agenda.code(each),
                "when": of_agenda.out(each),
            }
            for each in seen.forms
        ],
    }


@READ_OR_SENT
@of_a_meeting(Act.ASK_FOR_ITEM)
def ask(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Show the form for an item, and ask for it."""
    typed = Typed.of(request.POST)
    context = heading(at) | {"title": typed.one("title"), "missing": missing_duties(at)}
    if request.method != "POST":
        return rendered(request, "meeting/ask.html", context)
    try:
        act.ask_for(at.found.id, " ".join(request.POST.get("title", "").split()), by=at.by)
    except Refusal as refusal:
        told = context | faults(refusal)
        if refusal.code in ("nothing_written", "too_many_words"):
            typed.wrong(
                "title_missing" if refusal.code == "nothing_written" else "line_too_long", "title"
            )
            told = context | wrong(typed, ("title",))
        return rendered(request, "meeting/ask.html", told, status=422)
    return redirect("meeting:page", at.found.on.origin, at.found.id)


@READ_OR_SENT
@of_a_meeting(Act.PLACE_ITEM)
def place(request: HttpRequest, at: AtMeeting, *, agenda_item: str) -> HttpResponse:
    """Show what becomes of an item so far, and say what does."""
    one = at.found.state.items.get(agenda_item)
    if one is None:
        raise Http404
    typed, reason = Typed.of(request.POST), longer(request.POST.get("reason", ""))
    context = heading(at) | {"one": line(at, agenda_item, one)} | _choices(at)
    if request.method != "POST":
        return rendered(request, "meeting/place.html", context | {"typed": _as_placed(at, one)})
    context["typed"] = {name: typed.one(name) for name in PLACING} | {"reason": reason}
    wanted = read_placing(typed, agenda_item, reason)
    if wanted is None:
        told = context | wrong(typed, PLACING)
        return rendered(request, "meeting/place.html", told, status=422)
    try:
        act.place(as_private_as_before(wanted, one), by=at.by)
    except Refusal as refusal:
        return rendered(request, "meeting/place.html", context | faults(refusal), status=422)
    return redirect("meeting:page", at.found.on.origin, at.found.id)


def _choices(at: AtMeeting) -> dict[str, Any]:
    over = stage(at.found.state) is MeetingStage.CLOSED
    return {"outcomes": forms.outcomes(over=over), "missing": missing_duties(at)}


def _as_placed(at: AtMeeting, one: AgendaItem) -> dict[str, str]:
    if one.placed is None:
        following = len(agenda(at.found.state)) + 1
        return {"outcome": Placed.ON.value, "order": str(following), "told_before": "yes"}
    fact = one.placed.fact
    return {
        "outcome": fact.outcome.value,
        "order": str(fact.order),
        "urgent": "yes" if fact.urgent else "",
        "private_by_law": "yes" if fact.private_by_law else "",
        "told_before": "yes" if fact.told_before else "",
        "reason": at.found.said(one.placed.entry, "reason") or "",
    }


def as_private_as_before(wanted: ItemPlaced, one: AgendaItem) -> ItemPlaced:
    """Keep an item private by law when it is refused or not reached: the form asks that no more."""
    was = one.placed is not None and one.placed.fact.private_by_law
    return replace(wanted, private_by_law=True) if was and wanted.outcome != Placed.ON else wanted


def read_placing(typed: Typed, agenda_item: str, reason: str) -> ItemPlaced | None:
    """Read what becomes of an item; None, and the faults noted, where it is nothing."""
    outcome = typed.chosen("outcome", list(Placed), otherwise="outcome_missing")
    told = typed.one("order") or "0"
    order = int(told) if told.isascii() and told.isdecimal() and len(told) < 4 else -1
    on = outcome == Placed.ON
    if order < (1 if on else 0):
        typed.wrong("order_not_so", "order")
    urgent, private = on and bool(typed.one("urgent")), on and bool(typed.one("private_by_law"))
    if not reason and outcome == Placed.REFUSED:
        typed.wrong("refusal_reason_missing", "reason")
    elif not reason and private:
        typed.wrong("ground_missing", "reason")
    elif not reason and urgent:
        typed.wrong("urgent_reason_missing", "reason")
    if typed.faults:
        return None
    return ItemPlaced(
        item=agenda_item,
        outcome=Placed(outcome),
        order=order,
        urgent=urgent,
        private_by_law=private,
        told_before=bool(typed.one("told_before")),
        reason=reason,
    )
