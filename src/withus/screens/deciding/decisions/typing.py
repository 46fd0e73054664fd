"""Typing for somebody what they said about what is put to a meeting; they confirm it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from withus.actions.in_the_room import AtMeeting
from withus.actions.typing_to_motions import TypedSort, TypedWord, type_word
from withus.core.errors import Refusal
from withus.core.meeting.standing import stage
from withus.core.rules.rights import Act, Role
from withus.core.rules.situation import NotAllowed
from withus.core.words import MeetingStage, Outcome
from withus.questions import decisions as ask
from withus.saying import words
from withus.saying.deciding import decided as saying
from withus.screens.deciding.decisions.about import about, for_readers, unguarded
from withus.screens.frame.allowed import faults, not_theirs, rendered
from withus.screens.frame.me import Me

LONGEST = 2_000
NOT_YOURS = NotAllowed("not_yours_to_do", {"act": Act.TYPE_FOR_OTHERS, "needs": Role.FACILITATOR})


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers
def type_for(request: HttpRequest, me: Me, *, meeting: str, motion: str) -> HttpResponse:
    """Show a form for what somebody said of a motion, and enter it for them."""
    found = ask.motion_seen(me.origin, meeting, motion, by=me.person, now=now())
    if not found.mine.types:
        return not_theirs(request, NOT_YOURS)
    page = _page(request, found)
    if request.method != "POST":
        return rendered(request, "deciding/type_for.html", page)
    try:
        told = _told(page, motion)
        type_word(told, at=AtMeeting(me.origin, meeting, me.person, now()))
    except Refusal as refusal:
        told_why = page | faults(refusal, box="words")
        return rendered(request, "deciding/type_for.html", told_why, status=422)
    return redirect("decisions:motion", me.origin, meeting, motion)


def _page(request: HttpRequest, found: ask.MotionSeen) -> dict[str, Any]:
    put, sorts = found.motion.put.fact, set(TypedSort) if _before(found) else _after(found)
    typed = {name: request.POST.get(name, "").strip() for name in ("who", "what")}
    typed["words"] = "\n".join(request.POST.get("words", "").strip()[:LONGEST].splitlines())
    return about(found.where) | {
        "meeting": found.here.id,
        "motion": put.motion,
        "put": found.put,
        "people": _people(found),
        "sorts": [(code, text) for code, text in saying.typed_sorts().items() if code in sorts],
        "typed": typed,
        "missing": unguarded(found.here.situation),
    }


def _before(found: ask.MotionSeen) -> bool:
    goes_on = stage(found.here.meeting) in (MeetingStage.CALLED, MeetingStage.OPEN)
    return goes_on and found.taken is None


def _after(found: ask.MotionSeen) -> set[TypedSort]:
    waits = ask.outcome_now(found) is Outcome.WAITING
    return {TypedSort.AGREES, TypedSort.DISAGREES} if waits else set()


def _people(found: ask.MotionSeen) -> list[tuple[str, str]]:
    """Tell whom something may be typed for, by name: not oneself."""
    places = [place for place in found.here.board.places.values() if place.held is not None]
    names = ask.names_of(found.here, places)
    told = [
        (place.held.taken.fact.holding, place.made.fact.capacity)
        for place in places
        if place.held is not None
    ]
    listed = [
        (holding, f"{names.get(holding, '')} ({words.capacity(capacity)})".strip())
        for holding, capacity in told
        if holding not in found.mine.holdings
    ]
    return [("", saying.choose()), *sorted(listed, key=lambda one: one[1].casefold())]


def _told(page: dict[str, Any], motion: str) -> TypedWord:
    typed, sorts = page["typed"], {code for code, _ in page["sorts"]}
    if not typed["who"] or typed["who"] not in dict(page["people"]):
        raise NotAllowed("nobody_typed_for")
    if typed["what"] not in sorts:
        raise Refusal("nothing_typed")
    if typed["what"] == TypedSort.OBJECTS and not typed["words"]:
        raise Refusal("nothing_written")
    return TypedWord(motion, typed["who"], TypedSort(typed["what"]), typed["words"])
