"""Suggestions: made to a passage, talked about, taken in, answered; and the list of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import suggesting as act
from withus.core.drafting.comparing import by_words
from withus.core.errors import Refusal
from withus.core.history.work import Suggestion
from withus.core.rules.rights import Act
from withus.jobs import wording
from withus.questions import plan as ask
from withus.questions.joining import paged
from withus.saying import words
from withus.saying.drafting import plan as saying
from withus.saying.drafting import writing as forms
from withus.screens.drafting.reading import lines
from withus.screens.drafting.reading import suggestion as as_listed
from withus.screens.drafting.reading import suggestions as summed_up
from withus.screens.drafting.writing import DUTY, spoken_from, whose
from withus.screens.frame.allowed import rendered
from withus.screens.frame.public import page_wanted
from withus.screens.framing.here import AtWork, about, missing_duties, of_a_work

A_PAGE = 20
READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_SENT
@of_a_work(Act.DRAFT, meetings=False)
def make(request: HttpRequest, at: AtWork, *, revision: str, passage: int) -> HttpResponse:
    """Show a passage in a box, to write other words; suggest them."""
    place, there = passage, words_of(at, revision, passage)
    if there is None:
        raise Http404
    context = about(at) | {
        "revision": revision,
        "place": place,
        "number": place + 1,
        "there": there,
        "words": there,
        "whose": "",
        "choices": whose(at),
        "missing": missing_duties(at),
    }
    if request.method != "POST":
        return rendered(request, "drafting/suggest.html", context)
    typed, chosen = request.POST.get("words", ""), request.POST.get("whose", "")
    try:
        holding = spoken_from(at, chosen)
        wanted = act.Passage(at.found.id, revision, place)
        name = act.suggest(wanted, typed, holding=holding, by=at.by)
    except Refusal as refusal:
        told = {"words": typed, "whose": chosen, **wrong(refusal, text_too_long="words")}
        return rendered(request, "drafting/suggest.html", context | told, status=422)
    return redirect("plan:suggestion", at.found.origin, at.found.id, name)


def words_of(at: AtWork, revision: str, place: int) -> str | None:
    """Return the words of a passage of a text of the plan, if they can be shown."""
    every = ask.plan_texts(at.found)
    one = next((each for each in every if each.name == revision), None)
    some = ask.open_texts(at.found, [one])[revision].passages if one else ()
    return some[place].words if place < len(some) else None


@require_safe
@of_a_work(Act.READ_BOARD, meetings=False)
def every(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show a page of what was suggested: what waits for an answer first, then the latest."""
    some = sorted(
        at.found.state.suggestions.items(),
        key=lambda each: (each[1].ended is not None, -each[1].made.entry),
    )
    page = paged(page_wanted(request), len(some), each=A_PAGE)
    first = (page.number - 1) * A_PAGE
    shown = some[first : first + A_PAGE]
    context = about(at) | {
        "sentence": summed_up(at),
        "lines": lines(at, shown, said=ask.suggested_words(at.found, [one for _, one in shown])),
        "page": page,
    }
    return rendered(request, "drafting/suggestions.html", context)


@READ_OR_SENT
@of_a_work(Act.READ_BOARD, meetings=False)
def one(request: HttpRequest, at: AtWork, *, suggestion: str) -> HttpResponse:
    """Show a suggestion beside the passage it is to, what was said of it, and what became of it."""
    found = at.found.state.suggestions.get(suggestion)
    if found is None:
        raise Http404
    if request.method != "POST":
        return rendered(request, "drafting/suggestion.html", page(at, suggestion, found))
    does = DOES.get(request.POST.get("do", ""))
    try:
        if does is None:
            raise Refusal("not_chosen")
        does(request, at, suggestion)
    except Refusal as refusal:
        field = f"{request.POST.get('do', '')}_words"
        fields = {"reason_needed": field, "nothing_written": field, "too_many_words": field}
        told = {"sent": request.POST, **wrong(refusal, **fields)}
        context = page(at, suggestion, found) | told
        return rendered(request, "drafting/suggestion.html", context, status=422)
    return redirect("plan:suggestion", at.found.origin, at.found.id, suggestion)


def page(at: AtWork, name: str, one: Suggestion) -> dict[str, Any]:
    """Tell all there is of a suggestion, and what somebody may do with it."""
    told, fact = ask.said_of(at.found, one), one.made.fact
    there = words_of(at, fact.revision, fact.paragraph)
    speaking = [fact.holding, *(each.fact.holding for each in one.discussed)]
    speaks = ask.who(at.found, speaking, names=not at.may(Act.TYPE_FOR_OTHERS))
    said = told.get((one.made.entry, "words"))
    open_ = one.ended is None and at.me is not None
    return about(at) | {
        "one": as_listed(at, name, said, speaks),
        "suggestion": name,
        "there": there,
        "runs": by_words(there, said) if there is not None and said is not None else (),
        "out": said == "",
        "talk": [talk(each, told.get((each.entry, "words")), speaks) for each in one.discussed],
        "reason": told.get((one.ended.entry, "reason")) if one.ended else "",
        "ended": words.day(one.ended.day) if one.ended else "",
        "now": one.ended.fact.revision or "" if one.ended else "",
        "entry": one.made.entry,
        "later": at.found.state.revisions[ask.plan_texts(at.found)[-1].name].entry > one.made.entry,
        "may_talk": open_ and at.may(Act.DRAFT),
        "may_answer": open_ and at.may(Act.DRAFT),
        "may_take_back": open_ and fact.holding in at.holdings,
        "choices": whose(at) if open_ and at.may(Act.DRAFT) else [],
        "missing": missing_duties(at) if open_ else [],
    }


def talk(each: Any, given: str | None, speaks: Any) -> dict[str, Any]:
    """Tell what somebody said of a suggestion."""
    said = speaks.get(each.fact.holding)
    return {
        "words": given,
        "day": words.day(each.day),
        "code": said.capacity.value if said else "",
        "whose": saying.whose(said.capacity if said else None, said.name if said else ""),
        "entry": each.entry,
    }


def _discuss(request: HttpRequest, at: AtWork, suggestion: str) -> None:
    holding = spoken_from(at, request.POST.get("whose", DUTY))
    said = request.POST.get("discuss", "")
    act.discuss(at.found.id, suggestion, said, holding=holding, by=at.by)


def _take_back(request: HttpRequest, at: AtWork, suggestion: str) -> None:
    act.take_back(suggestion, by=at.by)


def _refuse(request: HttpRequest, at: AtWork, suggestion: str) -> None:
    act.refuse(suggestion, request.POST.get("refuse", ""), by=at.by)


def _take_in(request: HttpRequest, at: AtWork, suggestion: str) -> None:
    act.take_in(act.ToTakeIn(at.found.id, suggestion), by=at.by)
    wording.soon(at.found.id)


def _otherwise(request: HttpRequest, at: AtWork, suggestion: str) -> None:
    how = request.POST.get("otherwise", "")
    act.went_in_otherwise(at.found.id, suggestion, how, by=at.by)


def _partly(request: HttpRequest, at: AtWork, suggestion: str) -> None:
    own = at.holdings[0] if at.holdings else None
    wanted = act.ToTakeIn(
        work=at.found.id,
        suggestion=suggestion,
        holding=own,
        instead=request.POST.get("instead", ""),
        reason=request.POST.get("partly", ""),
    )
    act.take_in(wanted, by=at.by)
    wording.soon(at.found.id)


DOES: dict[str, Callable[[HttpRequest, AtWork, str], None]] = {
    "discuss": _discuss,
    "take-back": _take_back,
    "refuse": _refuse,
    "take-in": _take_in,
    "partly": _partly,
    "otherwise": _otherwise,
}


def wrong(refusal: Refusal, **fields: str) -> dict[str, Any]:
    """Tell what is to be put right, in the summary and at the field that mends it."""
    return {
        "errors": [forms.fault(refusal, **fields)],
        "at": forms.at_field(refusal, **fields),
    }
