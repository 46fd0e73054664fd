"""How a work began before the record: told by anybody in it, and asked of all it is about."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from withus.actions import framing as act
from withus.core.errors import Refusal
from withus.core.facts.framing import StartAnswered
from withus.core.framing.accounts import answers
from withus.core.history.work import Account
from withus.core.rules.rights import Act
from withus.questions import work_beside as beside
from withus.questions import works as ask
from withus.questions.finding import NotHere
from withus.reading.papers import kind_of_paper
from withus.saying import words
from withus.saying.framing import account as saying
from withus.screens.frame.allowed import rendered
from withus.screens.framing.here import AtWork, about, missing_duties, of_a_work
from withus.screens.framing.sent import entered, line, read_day
from withus.screens.meeting.form import longer
from withus.stores.meeting.papers import Kept

READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])


def told(at: AtWork) -> list[dict[str, Any]]:
    """Tell each account of how the work began, and what those say who were asked."""
    return [one(at, at.found, name, each) for name, each in at.found.state.accounts.items()]


def one(at: AtWork, found: ask.WorkHere, name: str, each: Account) -> dict[str, Any]:
    """Tell an account of how the work began."""
    said = answers(each, at.found.state)
    fact = each.told.fact
    return {
        "id": name,
        "entry": each.told.entry,
        "sentence": saying.account(fact, said.values()),
        "words": found.said(each.told.entry, "words") or "",
        "documents": fact.documents,
        "asked": [holding for holding in at.holdings if holding in fact.asked],
        "types": at.may(Act.TYPE_FOR_OTHERS),
    }


@READ_OR_SENT
@of_a_work(Act.TELL_EXISTING)
def tell(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show the form for how a work began; tell it, and ask all it is about."""
    typed = {"started": line(request, "started"), "words": longer(request.POST.get("words", ""))}
    page = about(at) | {
        "typed": typed,
        "missing": missing_duties(at),
        "box": "words",
    }
    if request.method != "POST":
        return rendered(request, "framing/account.html", page)

    def enter() -> None:
        started = read_day(typed["started"])
        if started is None:
            raise Refusal("no_day")
        act.tell_start(
            act.ToAccount(at.found.id, started, typed["words"], document(request)), by=at.by
        )

    return entered(request, at, form=("framing/account.html", page), act=enter)


def document(request: HttpRequest) -> Kept | None:
    """Return the document that was sent, if one was, and it is of a kind we keep."""
    if getattr(request, "files_too_big", []):
        raise Refusal("document_too_big")
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        return None
    content = file.read()
    kind = kind_of_paper(content)
    if kind is None:
        raise Refusal("document_not_so")
    return Kept(name=f"document.{kind[1]}", kind=kind[0], content=content)


@READ_OR_SENT
@of_a_work(Act.READ_BOARD)
def answer(request: HttpRequest, at: AtWork, *, account: str) -> HttpResponse:
    """Ask whoever was asked whether it was so; whoever runs the work types it for others."""
    each = at.found.state.accounts.get(account)
    if each is None:
        raise NotHere("not_here")
    found = ask.opened(at.found, [each.told.entry])
    mine = [name for name in at.holdings if name in each.told.fact.asked]
    types = at.may(Act.TYPE_FOR_OTHERS)
    others = beside.names_of(at.found, each.told.fact.asked - set(mine)) if types else []
    sent = {name: request.POST.get(name, "") for name in ("agrees", "was_in", "holding")}
    chosen = sent["holding"] or (mine[0] if mine else "")
    page = about(at) | {
        "one": one(at, found, account, each),
        "day": words.day(each.told.fact.started),
        "mine": mine,
        "others": others,
        "typed": sent | {"holding": chosen},
        "choices": saying.yes_or_no(),
    }
    if request.method != "POST":
        return rendered(request, "framing/answer.html", page)

    def enter() -> None:
        if sent["agrees"] not in ("yes", "no"):
            raise Refusal("answer_missing")
        agrees = sent["agrees"] == "yes"
        fact = StartAnswered(
            account=account,
            holding=chosen,
            agrees=agrees,
            was_in=agrees and sent["was_in"] == "yes",
        )
        act.answer_start(fact, by=at.by, typed=chosen not in mine)

    return entered(request, at, form=("framing/answer.html", page), act=enter)


@require_safe
@of_a_work(Act.READ_BOARD)
def given(request: HttpRequest, at: AtWork, *, account: str) -> HttpResponse:
    """Give the document of an account as it came."""
    each = at.found.state.accounts.get(account)
    kept = beside.document_of(at.found, account, each.told.entry) if each else None
    if kept is None:
        raise NotHere("not_here")
    response = HttpResponse(kept.content, content_type=kept.kind)
    response["Content-Disposition"] = f'attachment; filename="{kept.name}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
