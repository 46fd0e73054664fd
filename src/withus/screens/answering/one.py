"""One point: its words, where it went, what was answered; and what can be done about it."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import themes as act
from withus.actions import typing_points as typing
from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.core.words import PointOutcome
from withus.jobs import telling_back
from withus.questions import answering as ask
from withus.questions import followed
from withus.questions.finding import NotHere
from withus.saying.answering import followed as told_of
from withus.saying.answering import points as saying
from withus.screens.answering.here import for_anybody, of_a_work
from withus.screens.answering.own import say_of_own
from withus.screens.answering.say.codes import slip, where_to_say
from withus.screens.answering.shown import line, went
from withus.screens.frame.allowed import faults, rendered
from withus.screens.frame.qr import qr
from withus.screens.framing.here import AtWork, about, missing_duties
from withus.screens.framing.here import of_a_work as with_meetings
from withus.screens.meeting.form import longer
from withus.stores.answering import files

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_SENT
@for_anybody
def point(request: HttpRequest, at: AtWork, *, point: str) -> HttpResponse:
    """Show a point; whoever put it says where it is, or takes it back."""
    context = shown(at, point)
    if request.method != "POST":
        return rendered(request, "answering/point.html", context)
    if not context["own"] or at.me is None:
        raise Http404
    try:
        say_of_own(point, request.POST.get("do", ""), by=at.by)
    except Refusal as refusal:
        return rendered(request, "answering/point.html", context | faults(refusal), status=422)
    return redirect("answering:point", at.found.origin, at.found.id, point)


def shown(at: AtWork, point: str) -> dict[str, Any]:
    """Tell a point with all that came of it."""
    try:
        row, state = ask.point_row(at.found, point)
    except NotHere as nothing:
        raise Http404 from nothing
    own = row.entry in at.mine
    reads = at.reads or own
    (one,) = ask.lines(at.found, [row], reads=at.reads, own=own)
    words = ask.words_of(at.found, followed.entries_of(at.found, state)) if reads else {}
    what = followed.of_point(at.found, state, words)
    stays = at.me is not None and not at.me.looking
    return about(at) | {
        "one": line(one, reads=reads),
        "reads": reads,
        "own": own and stays,
        "went": [went(at, each) for each in what.links],
        "answers": [told_of.answer(each, reads=reads) for each in what.answers],
        "said": told_of.said(what.confirmed),
        "typed": told_of.typed(what.typed, what.right),
        "told": told_of.told(what.told),
        "over": what.withdrawn,
        "where": saying.say_where() if what.links or what.answers else [],
        "may_answer": stays and at.may(Act.ANSWER_POINT) and not what.withdrawn,
        "may_link": stays and at.may(Act.JOIN_POINTS) and not what.withdrawn,
        "may_print": stays and at.may(Act.TYPE_FOR_OTHERS),
        "live": not about(at)["practice"],
    }


@require_safe
@for_anybody
def file(request: HttpRequest, at: AtWork, *, point: str) -> HttpResponse:
    """Give the file of a point, to those who may read its words."""
    put = at.found.state.points.get(point)
    entry = put.put.entry if put else -1
    reads = at.reads or entry in at.mine
    told = ask.words_of(at.found, [entry]).get((entry, "attachment")) if reads else None
    kept = files.find(at.found.origin, point) if told else None
    if kept is None or told != kept.told:
        raise Http404
    response = HttpResponse(kept.content, content_type=kept.kind)
    name = f"point-{sha256(point.encode()).hexdigest()[:8]}.{kept.ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response


@READ_OR_SENT
@of_a_work(Act.ANSWER_POINT)
def answer(request: HttpRequest, at: AtWork, *, point: str) -> HttpResponse:
    """Show the form for an answer; answer."""
    return answered(request, at, point, "answering/answer.html", shown(at, point))


def answered(
    request: HttpRequest, at: AtWork, to: str, template: str, context: dict[str, Any]
) -> HttpResponse:
    """Take the answer to a point or a theme, and have those told who put what it is to."""
    reason = longer(request.POST.get("reason", ""), most=8_000)
    told = {"outcome": request.POST.get("outcome", ""), "reason": reason}
    context |= {"typed": told, "outcomes": saying.outcomes(), "missing": missing_duties(at)}
    context["reader"] = saying.told_readers()
    if request.method != "POST":
        return rendered(request, template, context)
    try:
        if told["outcome"] not in set(PointOutcome):
            raise Refusal("no_outcome")
        wanted = act.Answer(at.found.id, to, PointOutcome(told["outcome"]), reason)
        act.answer(wanted, by=at.by)
    except Refusal as refusal:
        return rendered(request, template, context | faults(refusal, box="reason"), status=422)
    telling_back.soon()
    if template == "answering/theme.html":
        return redirect("answering:theme", at.found.origin, at.found.id, to)
    return redirect("answering:point", at.found.origin, at.found.id, to)


@READ_OR_SENT
@with_meetings(Act.JOIN_POINTS)
def link(request: HttpRequest, at: AtWork, *, point: str) -> HttpResponse:
    """Show what a point can have gone into; say that it went there."""
    is_theme = point in at.found.state.themes
    context = about(at) | {"theme": point} if is_theme else shown(at, point)
    sent = request.POST.get("to", "")
    paragraph = request.POST.get("paragraph", "").strip()
    places = told_of.places(followed.places(at.found))
    context |= {"places": places, "typed": {"to": sent, "paragraph": paragraph}, "point": point}
    if request.method != "POST":
        return rendered(request, "answering/link.html", context)
    try:
        if sent not in {code for code, _ in places}:
            raise Refusal("went_nowhere_known")
        number = (
            int(paragraph) - 1 if paragraph.isdecimal() and 0 < int(paragraph) < 10_000 else None
        )
        act.link(point, sent, number if sent in at.found.state.revisions else None, by=at.by)
    except Refusal as refusal:
        return rendered(request, "answering/link.html", context | faults(refusal), status=422)
    to = "answering:theme" if is_theme else "answering:point"
    return redirect(to, at.found.origin, at.found.id, point)


@require_safe
@of_a_work(Act.TYPE_FOR_OTHERS)
def codes(request: HttpRequest, at: AtWork, *, point: str) -> HttpResponse:
    """Show, to print, the codes with which people say that what was typed for them is right."""
    context = shown(at, point)
    found = typing.letters_for(at.found.origin, point)
    context |= {
        "slips": [slip(row.id, code) for row, code in found],
        "qr": qr(where_to_say()),
        "address": where_to_say(),
        "large": request.GET.get("size") == "large",
        "group": bool(context["one"]["group"]),
    }
    return rendered(request, "answering/codes.html", context)
