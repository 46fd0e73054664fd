"""The works of a partnership: what people work on together here."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from withus.core.rules.rights import Act, may
from withus.questions import works as ask
from withus.saying.framing import work as saying
from withus.saying.joining.terms import term
from withus.screens.frame.allowed import rendered
from withus.screens.frame.me import me_if_signed_in
from withus.screens.frame.public import page_wanted, public
from withus.screens.meeting.here import nothing_kept

LONGEST_SEARCH = 100
ORDERS = ("newest", "name")


@require_safe
@public
def every(request: HttpRequest, *, origin: str) -> HttpResponse:
    """Show a page of the works that somebody may see, the newest first or by name."""
    me = me_if_signed_in(request, origin)
    search = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    by_name = request.GET.get("order") == "name"
    wanted = ask.Wanted(search=search, by_name=by_name, page=page_wanted(request))
    found = ask.works(origin, by=me.person if me else None, on=localdate(), wanted=wanted)
    chosen = {"q": search, "order": "name" if by_name else ""}
    context = {
        "origin": origin,
        "partnership": found.partnership,
        "practice": found.practice,
        "lines": [line(one) for one in found.lines],
        "page": found.page,
        "all": found.all,
        "search": search,
        "searched": found.all > ask.A_PAGE or bool(search),
        "by_name": by_name,
        "query": urlencode({key: value for key, value in chosen.items() if value}),
        "may_open": me is not None and may(Act.OPEN_WORK, me.duties()),
    }
    if me is None:
        context |= {"inside": False, "keeps": nothing_kept()}
    return rendered(request, "framing/every.html", context)


def line(one: ask.WorkLine) -> dict[str, Any]:
    """Tell a work as lists show it."""
    opened = one.state.opened
    assert opened is not None
    promised = one.state.promised[-1] if one.state.promised else None
    return {
        "id": one.id,
        "name": opened.fact.name,
        "one_person": opened.fact.about_one_person,
        "boards": saying.boards(one.boards),
        "at": saying.under_way(one.stages),
        "question": one.question or "",
        "promised": term(promised.fact.step) if promised else "",
        "path": [path(each) for each in one.stages],
    }


def path(each: Any) -> dict[str, Any]:
    """Tell a stage as a path shows it."""
    return {
        "stage": term(each.stage),
        "when": saying.when_closed(each),
        "later": not each.reached,
        "now": each.reached and each.closed is None,
        "entry": each.closed.entry if each.closed else None,
        "there": saying.there(each.there),
    }
