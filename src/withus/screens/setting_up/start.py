"""Starting: with a code, as an officer, or where one left off; and what to start from."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_POST

from withus.actions import setting_up as act
from withus.core.errors import Refusal
from withus.questions import setting_up as ask
from withus.saying import words
from withus.saying.setting_up.presets import presets
from withus.screens.frame.allowed import faults, rendered
from withus.screens.frame.me import account_of, just_in, signed_in
from withus.screens.setting_up.steps import Here, of_a_draft, told_at
from withus.screens.signing_in.here import BACKEND, asking

LONGEST_CODE = 60
READ_OR_SENT = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_SENT
def start(request: HttpRequest) -> HttpResponse:
    """Show what somebody is setting up, and take the code of whoever may begin."""
    if request.method != "POST":
        return _start(request)
    typed = request.POST.get("code", "").strip()[:LONGEST_CODE]
    here = account_of(request)
    way = request.POST.get("way", "")
    try:
        if not typed:
            raise Refusal("no_code_typed")
        if here and way not in ("same", "own"):
            raise Refusal("not_chosen")
        begun = act.begin_with(
            typed, account=here if way == "same" else None, asking=asking(request)
        )
    except Refusal as refusal:
        return _start(request, refusal)
    if begun.code:
        request.session.flush()
        login(request, begun.account, backend=BACKEND)
        just_in(request)
    found = ask.draft(begun.draft, str(begun.account.pk))
    mine = Here(str(begun.account.pk), begun.draft, found.plan, localdate())
    return _preset(request, mine, code=begun.code)  # it is kept nowhere, so it must stand here


@require_POST
@signed_in
def new(request: HttpRequest) -> HttpResponse:
    """Begin another partnership, as an officer of one that is here."""
    account = account_of(request) or ""
    officer = ask.officer(account, on=localdate())
    if officer is None:
        return HttpResponseRedirect(reverse("setting_up:start"))
    draft = act.begin(officer.name, account=account, now=now())
    return HttpResponseRedirect(reverse("setting_up:preset", args=[draft]))


@READ_OR_SENT
@of_a_draft
def preset(request: HttpRequest, here: Here) -> HttpResponse:
    """Choose what to start from."""
    if request.method != "POST":
        return _preset(request, here)
    chosen = request.POST.get("preset", "")
    try:
        act.start_from(here.draft, chosen, account=here.account, on=here.today)
    except Refusal as refusal:
        return _preset(request, here, refusal)
    return HttpResponseRedirect(here.at("about"))


@READ_OR_SENT
@of_a_draft
def last_year(request: HttpRequest, here: Here) -> HttpResponse:
    """Start from a board that is here already, of those whose people somebody may see."""
    found = ask.boards(here.account, on=here.today)
    wanted = request.POST.get("board", "")
    chosen = [each for each in found if f"{each.origin} {each.board}" == wanted]
    if request.method == "POST" and chosen:
        plan = ask.begun(here.plan, chosen[0], on=here.today)
        act.keep(here.draft, plan, account=here.account, on=here.today)
        return HttpResponseRedirect(here.at("about"))
    refused = [Refusal("no_board_chosen")] if request.method == "POST" else []
    context: dict[str, Any] = {
        "here": here,
        "boards": [
            (f"{each.origin} {each.board}", f"{each.name} ({each.partnership})") for each in found
        ],
        "back": here.at("preset"),
        **told_at(refused),
    }
    return rendered(request, "setting_up/last_year.html", context, 422 if refused else 200)


def _preset(request: HttpRequest, here: Here, *refused: Refusal, code: str = "") -> HttpResponse:
    context: dict[str, Any] = {
        "action": here.at("preset"),
        "code": code,
        "presets": [(name, *said) for name, said in presets().items()],
        "chosen": here.plan.preset,
        "begun": bool(here.plan.seen),
        "last_year": here.at("last-year"),
        **told_at(refused),
    }
    return rendered(request, "setting_up/preset.html", context, 422 if refused else 200)


def _start(request: HttpRequest, *refused: Refusal) -> HttpResponse:
    account = account_of(request)
    drafts = ask.drafted(account) if account else []
    context: dict[str, Any] = {
        "signed_in": account is not None,
        "way": request.POST.get("way", ""),
        "drafts": [(each.id, each.plan.name, words.day(each.changed)) for each in drafts],
        "officer": ask.officer(account, on=localdate()) if account else None,
        **faults(*refused),
    }
    return rendered(request, "setting_up/start.html", context, 422 if refused else 200)
