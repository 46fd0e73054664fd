"""Themes: points brought together, agreed by somebody it is about, and answered once for all."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from withus.actions import themes as act
from withus.core.answering.standing import PointStands, is_agreed
from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.questions import answering as ask
from withus.questions import followed
from withus.saying import words
from withus.saying.answering import followed as told_of
from withus.saying.answering import points as saying
from withus.screens.answering.here import of_a_work
from withus.screens.answering.one import answered
from withus.screens.answering.shown import line, went
from withus.screens.frame.allowed import faults, rendered
from withus.screens.frame.public import page_wanted
from withus.screens.framing.here import AtWork, about, missing_duties
from withus.stores.answering.models import PointRow

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])
MOST_LISTED = 100


@READ_OR_SENT
@of_a_work(Act.READ_BOARD)
def every(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show the themes, and points to bring together; bring them together."""
    title = " ".join(request.POST.get("title", "").split())
    chosen = request.POST.getlist("points")
    context = about(at) | _listed(request, at) | {"title": title, "chosen": chosen}
    if request.method != "POST":
        return rendered(request, "answering/themes.html", context)
    try:
        theme = act.join(at.found.id, chosen, title, by=at.by)
    except Refusal as refusal:
        told = context | faults(refusal, box="title")
        return rendered(request, "answering/themes.html", told, status=422)
    return redirect("answering:theme", at.found.origin, at.found.id, theme)


def _listed(request: HttpRequest, at: AtWork) -> dict[str, Any]:
    rows = ask.themes(at.found)[:MOST_LISTED]
    titles = ask.words_of(at.found, [row.entry for row in rows])
    wanted = ask.Wanted(search=request.GET.get("q", "")[:100], page=page_wanted(request))
    found = ask.points(at.found, wanted, reads=True)
    return {
        "themes": [
            {
                "id": row.ref,
                "title": titles.get((row.entry, "title")) or saying.untitled(number),
                "points": saying.points_in(row.points),
                "agreed": row.agreed,
                "stands": saying.stands(PointStands(row.stands)),
                "mark": saying.mark(PointStands(row.stands)),
            }
            for number, row in enumerate(rows, 1)
        ],
        "lines": [line(one, reads=True) for one in found.lines],
        "page": found.page,
        "search": wanted.search,
        "missing": missing_duties(at),
        "may_join": at.may(Act.JOIN_POINTS) and at.me is not None and not at.me.looking,
    }


@READ_OR_SENT
@of_a_work(Act.READ_BOARD)
def one(request: HttpRequest, at: AtWork, *, theme: str) -> HttpResponse:
    """Show a theme; agree that its points belong together; answer it."""
    context = _shown(at, theme)
    if request.method == "POST" and request.POST.get("do") == "agree":
        try:
            act.agree(at.found.id, theme, by=at.by)
        except Refusal as refusal:
            told = context | faults(refusal)
            return rendered(request, "answering/theme.html", told, status=422)
        return redirect("answering:theme", at.found.origin, at.found.id, theme)
    return answered(request, at, theme, "answering/theme.html", context)


def _shown(at: AtWork, theme: str) -> dict[str, Any]:
    found = at.found.state.themes.get(theme)
    if found is None:
        raise Http404
    joined = found.joined
    entries = [joined.entry, *(one.entry for one in found.answers)]
    told = ask.words_of(at.found, entries)
    rows = PointRow.objects.filter(origin=at.found.origin, ref__in=joined.fact.points)
    lines = ask.lines(at.found, rows.order_by("-entry")[:MOST_LISTED], reads=True)
    links = [
        followed.went(at.found, one.fact.to, one.fact.paragraph, one.day, one.entry)
        for one in found.links
    ]
    answers = [
        followed.AnswerSeen(
            outcome=one.fact.outcome,
            reason=told.get((one.entry, "reason")),
            same_as=one.fact.same_reason_as,
            on=one.day,
            entry=one.entry,
            by_theme=False,
        )
        for one in found.answers
    ]
    stays = at.me is not None and not at.me.looking
    return about(at) | {
        "theme": theme,
        "title": told.get((joined.entry, "title")) or saying.missing_words(),
        "day": words.day(joined.day),
        "points": saying.points_in(len(joined.fact.points)),
        "lines": [line(each, reads=True) for each in lines],
        "agreed": is_agreed(found),
        "went": [went(at, each) for each in links],
        "answers": [told_of.answer(each, reads=True) for each in answers],
        "may_agree": stays and bool(at.holdings) and at.may(Act.CONFIRM_FOR_AFFECTED),
        "may_answer": stays and at.may(Act.ANSWER_POINT) and is_agreed(found),
        "may_link": stays and at.may(Act.JOIN_POINTS),
    }
