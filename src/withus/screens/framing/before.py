"""What there was before a work: told and challenged by its members, set aside together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from withus.actions import framing as act
from withus.core.errors import Refusal
from withus.core.facts.framing import ExistingTold
from withus.core.framing.stages import closings
from withus.core.framing.start import who_was_in_before
from withus.core.history.said import Challenge
from withus.core.history.work import Existing
from withus.core.rules.rights import Act
from withus.core.words import ChallengeGround, ChallengeOutcome, ExistingKind, Stage
from withus.questions import work_beside as beside
from withus.questions import works as ask
from withus.questions.finding import NotHere
from withus.saying import words
from withus.saying.framing import before as saying
from withus.saying.framing import start as of_start
from withus.saying.joining.terms import term
from withus.saying.language import _
from withus.screens.frame.allowed import rendered
from withus.screens.framing import account
from withus.screens.framing.here import AtWork, about, missing_duties, of_a_work, opened
from withus.screens.framing.sent import check_name, entered, line, read_day
from withus.screens.meeting.form import longer

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])


def told(at: AtWork) -> dict[str, Any]:
    """Tell what was there before, who was in before the plan, and how the work began."""
    state = at.found.state
    said, found = challenges(at.found, at.found.opened.entry), at.found
    where, can = (at.found.origin, at.found.id), []
    if at.may(Act.TELL_EXISTING):
        can.append((reverse("framing:existing", args=where), _("Tell what was there before")))
        can.append((reverse("framing:account", args=where), _("Tell how it began")))
    return {
        "existing": [one(found, name, each) for name, each in state.existing.items()],
        "in_before": in_before(at),
        "accounts": account.told(at),
        "hidden": [challenge(at, found, name, each) for name, each in said.items()],
        "may_challenge": at.may(Act.CHALLENGE),
        "do": can,
    }


def entries(at: AtWork) -> list[int]:
    """Tell the entries whose words the page of a work shows of what was before it."""
    state = at.found.state
    said = challenges(at.found, at.found.opened.entry)
    told = [each.told.entry for each in state.existing.values()]
    told += [each.told.entry for each in state.accounts.values()]
    return [*told, *(one.raised.entry for one in said.values())]


def in_before(at: AtWork) -> dict[str, Any] | None:
    """Tell who was in before the plan, to those who read the work; of a practice run nothing."""
    whole = at.found.partnership.opened
    if not at.reads or at.found.opened.fact.about_one_person or not whole or whole.fact.practice:
        return None
    seen = beside.witnessed(at.found)
    return of_start.finding(who_was_in_before(seen), closed=closings(seen)[Stage.FRAME] is not None)


def one(found: ask.WorkHere, name: str, each: Existing) -> dict[str, Any]:
    """Tell something that was there before."""
    fact, entry = each.told.fact, each.told.entry
    about_it = challenges(found, entry)
    return {
        "id": name,
        "entry": entry,
        "kind": term(fact.kind),
        "told": saying.told(fact),
        "words": found.said(entry, "what") or "",
        "again": words.day(each.again.day) if each.again else "",
        "decision": each.again.fact.decision if each.again else "",
        "fixed": fact.kind is ExistingKind.FIXED,
        "open": any(one.ended is None for one in about_it.values()),
        "upheld": any(
            one.ended is not None and one.ended.fact.outcome is ChallengeOutcome.UPHELD
            for one in about_it.values()
        ),
    }


def challenges(found: ask.WorkHere, entry: int) -> Mapping[str, Challenge]:
    """Tell the challenges to an entry of a work."""
    every = found.state.said.challenges.items()
    return {name: each for name, each in every if each.raised.fact.entry == entry}


@READ_OR_SENT
@of_a_work(Act.TELL_EXISTING)
def existing(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show the form for what was there before; tell of it."""
    typed = {name: line(request, name) for name in ("kind", "since", "said_by")}
    typed["what"] = longer(request.POST.get("what", ""))
    page = about(at) | {
        "kinds": saying.kinds(),
        "typed": typed,
        "missing": missing_duties(at),
        "box": "what",
    }
    if request.method != "POST":
        return rendered(request, "framing/existing.html", page)

    def enter() -> None:
        if typed["kind"] not in set(ExistingKind):
            raise Refusal("existing_kind_missing")
        fact = ExistingTold(
            work=at.found.id,
            existing="",
            kind=ExistingKind(typed["kind"]),
            since=read_day(typed["since"]),
            said_by=check_name(typed["said_by"], otherwise="said_by_missing"),
            practised=False,
            what=typed["what"],
        )
        act.tell_existing(fact, by=at.by)

    return entered(request, at, form=("framing/existing.html", page), act=enter)


@READ_OR_SENT
@of_a_work(Act.READ_BOARD)
def one_existing(request: HttpRequest, at: AtWork, *, existing: str) -> HttpResponse:
    """Show something that was there before, and what is said against it; say that it is not so."""
    each = at.found.state.existing.get(existing)
    if each is None:
        raise NotHere("not_here")
    typed = longer(request.POST.get("what", ""))
    said = challenges(at.found, each.told.entry)
    at = opened(at, [each.told.entry, *(one.raised.entry for one in said.values())])
    found = at.found
    page = about(at) | {
        "one": one(found, existing, each),
        "challenges": [challenge(at, found, name, every) for name, every in said.items()],
        "may_challenge": at.may(Act.CHALLENGE),
        "to_put": beside.open_meetings(at.found) if at.may(Act.RUN_MEETING) else [],
        "typed": {"what": typed},
        "missing": missing_duties(at),
        "box": "what",
    }
    if request.method != "POST":
        return rendered(request, "framing/one_existing.html", page)

    def enter() -> None:
        act.challenge(each.told.entry, ChallengeGround.EARLIER_PLAN, typed, by=at.by)

    return entered(request, at, form=("framing/one_existing.html", page), act=enter)


def challenge(at: AtWork, found: ask.WorkHere, name: str, each: Challenge) -> dict[str, Any]:
    """Tell a challenge, and what became of it."""
    return {
        "id": name,
        "ground": term(each.raised.fact.ground),
        "day": words.day(each.raised.day),
        "words": found.said(each.raised.entry, "what") or "",
        "came": term(each.ended.fact.outcome) if each.ended else "",
        "settles": each.ended is None and at.may(Act.SETTLE_CHALLENGE),
    }


@require_POST
@of_a_work(Act.SETTLE_CHALLENGE)
def settle(request: HttpRequest, at: AtWork, *, challenge: str) -> HttpResponse:
    """Settle a challenge: it was right, or it was not."""
    outcome = request.POST.get("outcome", "")
    page = about(at) | {"outcomes": saying.outcomes(), "challenge": challenge}

    def enter() -> None:
        if outcome not in (ChallengeOutcome.UPHELD, ChallengeOutcome.NOT_UPHELD):
            raise Refusal("no_outcome")
        act.end_challenge(challenge, ChallengeOutcome(outcome), by=at.by)

    return entered(request, at, form=("framing/settle.html", page), act=enter)


@READ_OR_SENT
@of_a_work(Act.CHALLENGE)
def hidden(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Say that there was an earlier plan of which nobody told."""
    typed = longer(request.POST.get("what", ""))
    page = about(at) | {"typed": {"what": typed}, "missing": missing_duties(at), "box": "what"}
    if request.method != "POST":
        return rendered(request, "framing/hidden.html", page)

    def enter() -> None:
        act.challenge(at.found.opened.entry, ChallengeGround.EARLIER_PLAN, typed, by=at.by)

    return entered(request, at, form=("framing/hidden.html", page), act=enter)
