"""What people need to take part: said once, carried to each meeting, and there or not."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_POST

from withus.actions import meeting as act
from withus.actions.meeting import By
from withus.core.errors import Refusal
from withus.core.meeting.needs import NeedAnswer, NeedCode, needs_met
from withus.core.rules.rights import Act
from withus.questions import needs as ask
from withus.questions.duties import duties as duties_of
from withus.saying import words
from withus.saying.meeting import calling, forms
from withus.saying.meeting import needs as saying
from withus.saying.mine import duties
from withus.screens.frame.allowed import faults, for_people, rendered
from withus.screens.frame.me import Me
from withus.screens.meeting.form import longer
from withus.screens.meeting.here import AtMeeting, heading, of_a_meeting

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_SENT
@for_people
def mine(request: HttpRequest, here: Me) -> HttpResponse:
    """Show what I need to take part, and where it was there; change it."""
    found = ask.mine(here.origin, here.person, now=now())
    context = _mine(here, found)
    if request.method != "POST":
        return rendered(request, "meeting/my_needs.html", context)
    codes, said = request.POST.getlist("needs"), longer(request.POST.get("words", ""))
    try:
        act.say_needs(codes, said, by=By(here.origin, here.person, now()))
    except Refusal as refusal:
        context |= faults(refusal, box="words") | {"value": codes, "words": said}
        return rendered(request, "meeting/my_needs.html", context, status=422)
    return redirect("meeting:my-needs", here.origin)


def _mine(here: Me, found: ask.Mine) -> dict[str, Any]:
    seen = duties_of(here.origin, on=localdate(), names=False)
    return {
        "origin": here.origin,
        "partnership": seen.partnership,
        "practice": seen.practice,
        "options": [(code.value, told) for code, told in saying.needs().items()],
        "value": sorted(found.needed.codes),
        "words": found.needed.words,
        "said": found.needed.any,
        "missing": [duties.missing(each) for each in seen.missing],
        "meetings": [
            {
                "id": one.meeting,
                "when": calling.time(one.starts, one.ends),
                "board": one.board,
                "answer": saying.my_answer(one.answer) if one.answer else "",
                "missing": one.answer is NeedAnswer.NOT_MET,
            }
            for one in found.meetings
        ],
    }


@require_POST
@of_a_meeting(Act.OWN_PLACE)
def go_on(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Say that a meeting may go on though what I need is not there."""
    act.go_on(at.found.id, by=at.by)
    return redirect("meeting:my-needs", at.found.on.origin)


@READ_OR_SENT
@of_a_meeting(Act.CALL_MEETING, words=False)
def of_all(request: HttpRequest, at: AtMeeting) -> HttpResponse:
    """Show what is needed for a meeting, by need and by person; note whether it is there."""
    if request.method == "POST":
        answers = {
            name.removeprefix("need-"): NeedAnswer(told)
            for name, told in request.POST.items()
            if name.startswith("need-") and told in set(NeedAnswer)
        }
        try:
            act.note_needs(at.found.id, answers, by=at.by)
        except Refusal as refusal:
            context = _of_all(at) | faults(refusal)
            return rendered(request, "meeting/needs.html", context, status=422)
        return redirect("meeting:needs", at.found.on.origin, at.found.id)
    return rendered(request, "meeting/needs.html", _of_all(at))


def _of_all(at: AtMeeting) -> dict[str, Any]:
    found = ask.at_meeting(at.found)
    counted = Counter(code for one in found for code in one.needed.codes)
    return heading(at) | {
        "people": [
            {
                "id": one.person,
                "name": one.name,
                "needs": saying.all_that(one.needed.codes),
                "answer": one.answer.value if one.answer else "",
                "words": one.needed.words,
            }
            for one in found
        ],
        "counted": [(saying.need(code), counted[code.value]) for code in NeedCode if counted[code]],
        "answers": forms.need_answers(),
        "own": sum(bool(one.needed.words) for one in found),
        "for_all": saying.for_all(needs_met(one.answer for one in found)) if found else "",
        "looked": words.day(at.found.state.needs[-1].day) if at.found.state.needs else "",
    }
