"""Putting something to a meeting: what is asked, and the rules that bind it, before it counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import Truncator
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from withus.actions import decisions as act
from withus.core.errors import Refusal
from withus.core.rules.deciding import asked
from withus.core.words import MotionKind
from withus.questions import decisions as ask
from withus.questions.decided import to_reopen
from withus.questions.deciding_now import MeetingNow, meeting_now
from withus.questions.finding import NotHere
from withus.questions.works_to_decide import ToDecide, to_decide
from withus.saying import words as said
from withus.saying.deciding import decided as saying
from withus.saying.framing import deciding as works
from withus.screens.deciding.decisions.about import NOT_YOURS, about, unguarded
from withus.screens.frame.allowed import faults, for_people, not_theirs, rendered
from withus.screens.frame.me import Me

LONGEST = 2_000


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def put(request: HttpRequest, me: Me, *, meeting: str, item: str) -> HttpResponse:
    """Show a form; then the rules that bind what is asked, to check; then put it."""
    here = meeting_now(me.origin, meeting, now=now())
    if item not in here.meeting.items:
        raise NotHere("not_here")
    if not ask.mine_in(here, me.person, on=now().date()).chairs:
        return not_theirs(request, NOT_YOURS)
    some = {one.id: one for one in to_decide(here.log, here.board_id)}
    page = _page(request, here, item, some)
    if request.method != "POST" or request.POST.get("step") == "change":
        return rendered(request, "deciding/put.html", page)
    kind, words, about_ = _typed(request, some)
    if kind is None or not words:
        wrong = [] if kind else [Refusal("no_kind")]
        wrong += [] if words else [Refusal("nothing_written")]
        told = faults(*wrong, box="words")
        return rendered(request, "deciding/put.html", page | told, status=422)
    try:
        if request.POST.get("step") != "put":
            rules = [saying.rule(each) for each in asked(here.situation, kind)]
            context = page | {"rules": rules, "kind_said": saying.kind(kind)} | _changes(page)
            return rendered(request, "deciding/put_check.html", context)
        reopens = page["typed"]["reopens"] or None
        wanted = act.ToPut(meeting, item, kind, words, about_.id if about_ else None, reopens)
        made = act.put_motion(wanted, record=me.origin, by=me.person, now=now())
    except Refusal as refusal:
        return rendered(request, "deciding/put.html", page | faults(refusal), status=422)
    return redirect("decisions:motion", me.origin, meeting, made)


Some = Mapping[str, ToDecide]


def _changes(page: dict[str, Any]) -> dict[str, str]:
    chosen = page["typed"]["reopens"]
    return {"changes": next((said for code, said in page["earlier"] if code == chosen), "")}


def _earlier(here: MeetingNow) -> list[tuple[str, str]]:
    """Tell what was decided before, in a line each, to choose what this would change."""
    told = (
        (one.decision, said.day(one.day), Truncator(one.words or saying.no_words()).chars(80))
        for one in to_reopen(here)
    )
    return [(decision, f"{day}: {words}") for decision, day, words in told]


def _typed(request: HttpRequest, some: Some) -> tuple[MotionKind | None, str, ToDecide | None]:
    """Read what is to be put; what of a work it decides says on what it is, and is its words."""
    sent = request.POST if request.method == "POST" else request.GET
    about_ = some.get(sent.get("about", ""))
    kind = about_.kind if about_ else sent.get("kind", "")
    words = "\n".join(sent.get("words", "").strip()[:LONGEST].splitlines())
    if about_ and not words:
        words = works.as_put(about_)
    return (MotionKind(kind) if kind in set(MotionKind) else None), words, about_


def _page(request: HttpRequest, here: MeetingNow, item: str, some: Some) -> dict[str, Any]:
    kind, words, about_ = _typed(request, some)
    entry = here.meeting.items[item].asked.entry
    title = ask.texts(here.log, [entry], meeting=here.meeting).get(entry, {}).get("title", "")
    earlier = _earlier(here)
    reopens = request.POST.get("reopens", "")
    known = {decision for decision, _ in earlier}
    return about(ask.where_of(here)) | {
        "earlier": [("", saying.nothing_before()), *earlier] if earlier else [],
        "meeting": here.id,
        "item": item,
        "title": title,
        "kinds": saying.kinds(),
        "some": works.to_decide(some.values()),
        "named": works.named(about_) if about_ else "",
        "typed": {
            "kind": kind.value if kind else "",
            "words": words,
            "about": about_.id if about_ else "",
            "reopens": reopens if reopens in known else "",
        },
        "missing": unguarded(here.situation),
    }
