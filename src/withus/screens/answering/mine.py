"""What happened to what I said: each of my points, where it went, and the answer."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from withus.actions import answering as act
from withus.actions import telling_back
from withus.core.errors import Refusal
from withus.questions import mine_said as ask
from withus.saying.answering import followed as told_of
from withus.saying.answering import points as saying
from withus.screens.answering.own import say_of_own
from withus.screens.answering.shown import line
from withus.screens.frame.allowed import faults, for_people, rendered
from withus.screens.frame.me import Me
from withus.screens.frame.public import page_wanted


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def said(request: HttpRequest, here: Me) -> HttpResponse:
    """Show what I said and what came of it; say that I have seen it, or where it is."""
    if request.method != "POST":
        return rendered(request, "answering/mine.html", _shown(request, here))
    try:
        if request.POST.get("do") == "seen":
            telling_back.note_seen(here.origin, here.person, now=now())
        else:
            by = act.By(here.origin, here.person, now())
            say_of_own(request.POST.get("point", "")[:22], request.POST.get("do", ""), by=by)
    except Refusal as refusal:
        context = _shown(request, here) | faults(refusal)
        return rendered(request, "answering/mine.html", context, status=422)
    return redirect("said:mine", here.origin)


def _shown(request: HttpRequest, here: Me) -> dict[str, Any]:
    found = ask.said_by(here.origin, here.person, page=page_wanted(request))
    return {
        "origin": here.origin,
        "partnership": found.partnership,
        "practice": found.practice,
        "every": found.every,
        "page": found.page,
        "unseen": found.unseen,
        "said": [as_told(each) for each in found.said],
        "where": saying.say_where(),
    }


def as_told(each: ask.SaidOne) -> dict[str, Any]:
    """Tell a point of one's own with what came of it."""
    return {
        "work": each.work,
        "work_name": each.name,
        "one": line(each.line, reads=True),
        "went": [told_of.went(one) for one in each.came.links],
        "answers": [told_of.answer(one, reads=True) for one in each.came.answers[-1:]],
        "said": told_of.said_yourself(each.came.confirmed),
        "over": each.came.withdrawn,
        "asks": bool(each.came.links or each.came.answers) and not each.came.withdrawn,
    }
