"""My page: my places, my duties, my receipts, and whom I act for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST, require_safe

from withus.core.rules.rights import DUTIES, Act, Role, may
from withus.questions import mine as ask
from withus.questions.open_now import coming
from withus.saying import words
from withus.saying.joining.terms import term
from withus.saying.keeping.happened import happened, when
from withus.saying.mine import duties, shown
from withus.screens.frame.allowed import for_people, rendered
from withus.screens.frame.me import CHOSEN, Me, account_of, me, signed_in
from withus.screens.frame.public import page_wanted
from withus.screens.joining.home import meeting
from withus.stores.accounts.accounts import partnerships_of


@require_safe
@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """Show my page: of the one partnership I am in, or the list of them."""
    account = account_of(request)
    origins = partnerships_of(account) if account else ()
    here = me(request, origins[0]) if len(origins) == 1 else None
    if here is not None:
        return _shown(request, here)
    listed = ask.names_of(origins)
    return rendered(request, "mine/partnerships.html", {"listed": listed})


@require_safe
@for_people
def here(request: HttpRequest, here: Me) -> HttpResponse:
    """Show my page of one partnership."""
    return _shown(request, here)


def _shown(request: HttpRequest, here: Me) -> HttpResponse:
    found = ask.mine(here.origin, here.person, others=here.others, page=page_wanted(request))
    context = {
        "origin": here.origin,
        "partnership": found.partnership,
        "practice": found.practice,
        "name": found.name,
        "places": [_place(one) for one in found.places if one.left is None],
        "coming": _coming(found),
        "waits": _waits(found),
        "left": [_place(one) for one in found.places if one.left is not None],
        "duties": [_duty(one) for one in found.duties],
        "receipts": [_receipt(one, found.signed) for one in found.receipts],
        "page": found.page,
        "others": sorted(found.others.items(), key=lambda each: each[1].casefold()),
        "sets_up": not here.looking and may(Act.SET_UP, _roles(found.duties)),
        "named": any(one.shown_as == "named" and one.left is None for one in found.places),
    }
    return rendered(request, "mine/page.html", context)


def _waits(found: ask.Mine) -> dict[str, str]:
    """Tell the boards of mine, by name, of which a decision waits for those who were away."""
    return {one.board: one.name for one in found.places if one.left is None and one.waits}


def _coming(found: ask.Mine) -> list[dict[str, Any]]:
    boards = {one.board for one in found.places if one.left is None}
    if not boards:
        return []
    return [meeting(one) for one in coming(found.origin, now=now(), boards=boards)]


def _roles(duties: Iterable[ask.DutyOfMine]) -> set[Role]:
    """Return what the duties I have today, for the whole partnership, make me."""
    today = localdate()
    mine = (one for one in duties if not one.board and (one.until is None or today < one.until))
    return {DUTIES[one.duty] for one in mine}


def _place(one: ask.PlaceHeld) -> dict[str, Any]:
    return {
        "entry": one.entry,
        "board": one.board,
        "name": one.name,
        "code": one.capacity.value,
        "capacity": words.capacity(one.capacity),
        "chair": one.chair,
        "since": words.day(one.since),
        "left": words.day(one.left) if one.left else "",
        "shown": shown.now_shown(one.shown_as),
    }


def _duty(one: ask.DutyOfMine) -> dict[str, Any]:
    return {
        "title": duties.title(one.duty),
        "term": term(one.duty),
        "board": one.board,
        "since": words.day(one.since),
        "until": words.day(one.until) if one.until else "",
        "entry": one.entry,
    }


def _receipt(one: ask.Receipt, signed: int) -> dict[str, Any]:
    entry = one.entry
    return {
        "index": entry.index,
        "happened": happened(entry.fact, board=one.board),
        "when": when(entry.circumstances),
        "mine": one.by,
        "signed": entry.index < signed,
    }


@require_POST
@for_people
def acting(request: HttpRequest, here: Me) -> HttpResponse:
    """Choose whom I act for, where an account is shared."""
    wanted = request.POST.get("person", "")
    if wanted not in (here.person, *here.others):
        raise Http404
    chosen = dict(request.session.get(CHOSEN, {}))
    request.session[CHOSEN] = {**chosen, here.origin: wanted}
    return redirect("mine:here", here.origin)
