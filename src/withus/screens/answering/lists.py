"""The points of a work: searched, sorted, by what became of them, by theme."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from withus.core.history.work import Point
from withus.core.rules.rights import Act
from withus.questions import answering as ask
from withus.saying import words
from withus.saying.answering import points as saying
from withus.saying.language import _
from withus.screens.answering.here import for_anybody
from withus.screens.answering.shown import line
from withus.screens.frame.allowed import rendered
from withus.screens.frame.public import page_wanted
from withus.screens.framing.here import AtWork, about

LONGEST, A_FEW = 100, 3
Told = dict[str, Any]


@require_safe
@for_anybody
def points(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show a page of the points."""
    wanted = read(request)
    found = ask.points(at.found, wanted, reads=at.reads)
    kept = {"sort": wanted.sort, "stands": wanted.stands, "theme": wanted.theme, "q": wanted.search}
    context = about(at) | {
        "lines": [line(one, reads=at.reads) for one in found.lines],
        "counted": saying.counted(found.every, found.waiting),
        "found": found.found,
        "every": found.every,
        "page": found.page,
        "searched_all": found.searched_all,
        "searched": ask.MOST_SEARCHED,
        "wanted": wanted,
        "narrowed": bool(wanted.stands or wanted.theme or wanted.search),
        "query": urlencode({name: value for name, value in kept.items() if value}),
        "states": saying.states(),
        "sorts": saying.sorts(),
        "themes": theme_choices(found),
        "can": can(at),
    }
    return rendered(request, "answering/points.html", context)


def read(request: HttpRequest) -> ask.Wanted:
    """Return which points are asked for."""
    sent = {name: request.GET.get(name, "")[:LONGEST] for name in ("sort", "stands", "theme", "q")}
    sort = sent["sort"] if sent["sort"] in ask.SORTS else "waits"
    search = " ".join(sent["q"].split())
    return ask.Wanted(sort, sent["stands"], sent["theme"], search, page_wanted(request))


def theme_choices(found: ask.Points) -> list[tuple[str, str]]:
    """Tell the themes by which points can be looked at."""
    if not found.themes:
        return []
    named = [
        (theme, title or saying.untitled(number))
        for number, (theme, title) in enumerate(found.themes, 1)
    ]
    return [("", _("All themes")), *named]


def can(at: AtWork) -> list[tuple[str, str]]:
    """Tell what somebody can do about points, and where."""
    found = at.found
    there = []
    if at.me is None or at.me.looking:
        return []
    if at.holdings:
        there.append(("answering:put", _("Put a point")))
    if at.may(Act.TYPE_FOR_OTHERS):
        there.append(("answering:type", _("Type a point for somebody")))
        there.append(("answering:group", _("Enter what a group agreed")))
        there.append(("answering:links", _("Links and letters")))
    if at.may(Act.TELL_CONTRIBUTOR):
        there.append(("answering:to-tell", _("Who is to be told")))
    if at.reads:
        there.append(("answering:themes", _("Themes")))
    return [(reverse(name, args=[found.origin, found.id]), words) for name, words in there]


def last_few(at: AtWork) -> list[Point]:
    """Tell the last points that stand, the last first."""
    standing = [one for one in at.found.state.points.values() if one.withdrawn is None]
    return standing[: -A_FEW - 1 : -1]


def entries(at: AtWork) -> list[int]:
    """Tell the entries whose words the page of a work shows of its points."""
    return [one.put.entry for one in last_few(at)]


def part(at: AtWork) -> Told:
    """Tell what the page of a work shows of its points: how many, and the last few."""
    every, waiting = ask.counts(at.found)
    where = reverse("answering:points", args=[at.found.origin, at.found.id])
    mine = reverse("answering:put", args=[at.found.origin, at.found.id])
    return {
        "points": [
            {
                "words": at.found.said(one.put.entry, "words") or "",
                "day": words.day(one.put.day),
                "entry": one.put.entry,
            }
            for one in last_few(at)
        ],
        "points_counted": saying.counted(every, waiting),
        "points_at": where,
        "do": [(mine, _("Put a point"))] if at.holdings and at.me and not at.me.looking else [],
    }
