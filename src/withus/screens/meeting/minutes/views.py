"""Minutes: the facilitator writes, those who were there say yes, and then anybody reads."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from withus.actions import minutes_of as act
from withus.core.errors import Refusal
from withus.core.meeting.account import attended, talked_of
from withus.core.rules.rights import Act, Role
from withus.core.rules.situation import NotAllowed
from withus.questions import minutes_of as ask
from withus.saying import words
from withus.saying.meeting import minutes as saying
from withus.screens.frame.allowed import faults, not_theirs, rendered
from withus.screens.frame.me import signed_in
from withus.screens.meeting.here import (
    AtMeeting,
    about,
    for_anybody,
    heading,
    missing_duties,
    of_a_meeting,
)

NOT_THERE = NotAllowed("not_yours_to_do", {"act": Act.OWN_PLACE, "needs": Role.MEMBER})
TOLD = ("minutes_empty", "minutes_too_long", "minutes_changed", "nobody_chosen")


def told(at: AtMeeting) -> dict[str, Any]:
    """Tell on the page of a meeting how its minutes stand; none of their words are opened."""
    found = ask.standing(at.found.state, at.found.board)
    return {
        "minutes_over": found.over,
        "minutes": found.versions,
        "minutes_said": saying.approved(found.said, found.here, enough=found.approved),
        "minutes_read": at.reads or found.approved,
        "may_minute": at.may(Act.DRAFT_MINUTES),
    }


@require_safe
@partial(for_anybody, words=False)
def read(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Show the minutes: the last version, or an earlier one, and who says that they are right."""
    return rendered(request, "meeting/minutes.html", _page(request, at))


def _page(request: HttpRequest, at: AtMeeting) -> dict[str, Any]:
    found = _minutes(at)
    stand = found.stand
    shown = _shown(request, found)
    context = about(at.found.on, inside=at.me is not None) | heading_of(at)
    types = at.may(Act.TYPE_FOR_OTHERS) and bool(found.versions) and not stand.approved
    return context | {
        "over": stand.over,
        "version": shown.number if shown else 0,
        "version_day": words.day(shown.day) if shown else "",
        "last": found.last.number if found.last else 0,
        "versions": [(one.number, words.day(one.day)) for one in found.versions],
        "parts": saying.parts(shown.text) if shown else [],
        "entry": shown.entry if shown else None,
        "approved": stand.approved,
        "sentence": saying.approved(stand.said, stand.here, enough=stand.approved),
        "to_confirm": saying.to_confirm(stand.to_confirm),
        "table": saying.by_capacity(stand.said, stand.here),
        "may_say": bool(found.mine) and not found.mine_said and not stand.approved,
        "mine_said": found.mine_said,
        "may_minute": at.may(Act.DRAFT_MINUTES) and stand.over and not stand.approved,
        "present": _present(at, found) if types else [],
        "check_code": ask.check_code_of(at.found.on.log, shown) if shown else "",
        "reads": at.reads or bool(found.mine),
    }


def heading_of(at: AtMeeting) -> dict[str, Any]:
    """Tell of which meeting the minutes are, whoever looks."""
    return {name: told for name, told in heading(at).items() if name in ("meeting", "when", "day")}


def _minutes(at: AtMeeting) -> ask.Minutes:
    by = at.me.person if at.me else None
    return ask.minutes(at.found, by=by, reads=at.reads)


def _shown(request: HttpRequest, found: ask.Minutes) -> ask.Version | None:
    wanted = request.GET.get("version", "")
    return next((one for one in found.versions if str(one.number) == wanted), found.last)


def _present(at: AtMeeting, found: ask.Minutes) -> list[tuple[str, str]]:
    return [
        (one.holding, f"{one.name}: {words.capacity(one.capacity)}" if one.name else "")
        for one in ask.to_say_yes(at.found)
        if one.name and one.holding not in found.mine
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@of_a_meeting(Act.DRAFT_MINUTES, words=False)
def write(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Show the minutes as the record drafts them, or as they stand, to be put right; save them."""
    found = _minutes(at)
    number = found.last.number if found.last else 0
    context = heading(at) | {"after": number, "missing": missing_duties(at), "text": ""}
    context["over"] = found.stand.over
    if request.method != "POST":
        anew = request.GET.get("from") == "record" or found.last is None
        text = _drafted(at) if anew else found.versions[-1].text
        return rendered(request, "meeting/minutes_write.html", context | {"text": text})
    text = request.POST.get("text", "").replace("\r\n", "\n").strip()
    after = request.POST.get("after", "")
    try:
        act.write(at.found.id, text, after=int(after) if after.isdecimal() else -1, by=at.by)
    except Refusal as refusal:
        page = context | {"text": text} | wrong(refusal, field="text")
        return rendered(request, "meeting/minutes_write.html", page, status=422)
    return _back(at)


def _drafted(at: AtMeeting) -> str:
    state, board = at.found.state, at.found.board
    told = saying.ToMinute(
        name=at.found.on.name,
        meeting=state,
        attended=attended(state, board),
        items=talked_of(state, board),
        words=ask.words_to_minute(at.found),
        named=ask.shown_by_name(at.found),
    )
    return saying.drafted(told)


@require_POST
@signed_in
@partial(for_anybody, words=False)
def approve(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Say for one's own places that the minutes are right, also of one that was left since."""
    if at.me is None:
        raise Http404
    if not (at.may(Act.OWN_PLACE) or ask.own_there(at.found, at.me.person)):
        return not_theirs(request, NOT_THERE)
    mine, number = _minutes(at).mine, request.POST.get("version", "")
    try:
        act.approve(at.found.id, mine, version=_number(number), by=at.by)
    except Refusal as refusal:
        return _again(request, at, refusal)
    return _back(at)


@require_POST
@of_a_meeting(Act.TYPE_FOR_OTHERS, words=False)
def approve_for_another(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Type for somebody who was there that they say the minutes are right."""
    number, holding = request.POST.get("version", ""), request.POST.get("holding", "")
    try:
        if holding not in {one for one, _ in _present(at, _minutes(at))}:
            raise act.NotMinutes("nobody_chosen")
        act.type_approval(at.found.id, holding, version=_number(number), by=at.by)
    except Refusal as refusal:
        return _again(request, at, refusal, field="holding")
    return _back(at)


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 6 else 0


def _again(request: HttpRequest, at: AtMeeting, refusal: Refusal, field: str = "") -> HttpResponse:
    page = _page(request, at) | wrong(refusal, field=field)
    return rendered(request, "meeting/minutes.html", page, status=422)


def _back(at: AtMeeting) -> HttpResponse:
    return redirect("minutes:read", at.found.on.origin, at.found.id)


def wrong(refusal: Refusal, *, field: str) -> dict[str, Any]:
    """Tell what is to be put right, in the summary and at the field that mends it."""
    if refusal.code not in TOLD:
        return faults(refusal)
    sentence = saying.refused(refusal.code)
    return {"errors": [{"sentence": sentence, "field": field}], "at": {field: sentence}}
