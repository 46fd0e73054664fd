"""Pages for some: who is let in, and how a refusal is shown on the page it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from withus.core.errors import Refusal
from withus.core.rules.rights import Act
from withus.core.rules.signing_in import NotRight, TooOften
from withus.core.rules.situation import NotAllowed
from withus.questions.finding import NotHere
from withus.saying.keeping import refusals
from withus.saying.language import _
from withus.saying.signing_in import refusals as of_signing_in
from withus.screens.frame.me import check_allowed, signed_in, who_is_here
from withus.screens.frame.views import Fault, say
from withus.stores.asking.asks import NoSuchAsk
from withus.stores.worrying.worries import NoSuchWorry

Open = Callable[..., HttpResponse]
MENDED_IN_A_BOX = {"nothing_written", "too_many_words"}
"""Others are refused whatever stands in the box, which may not be there."""
FIELDS = {
    "code_void": "code",
    "no_code_typed": "code",
    "own_code_wrong": "code",
    "code_elsewhere": "code",
    "too_often": "code",
    "no_name_to_invite": "name",
    "name_too_long": "name",
    "no_route_to_invite": "route",
    "no_address_to_invite": "address",
    "no_phone_to_ring": "phone",
    "nobody_typed_for": "who",
    "nothing_typed": "what",
    "no_capacity_chosen": "capacity",
    "deputy_without_name": "name",
    "no_route_told": "routes",
    "no_kind": "kind",
    "no_until": "until",
    "no_body": "body",
    "no_way_known": "how",
    "no_day": "day",
    "day_to_come": "day",
    "no_outcome": "outcome",
    "reason_needed": "reason",
    "no_answer": "reason",
    "title_needed": "title",
    "no_name_to_show": "name",
    "nowhere_to_tell": "where",
    "nothing_said": "words",
    "no_phone_on_letters": "phone",
    "two_points_needed": "points",
    "so_many_in_a_group": "group_of",
    "file_not_taken": "file",
    "file_too_large": "file",
    "no_work_name": "name",
    "no_board_chosen": "board",
    "side_missing": "side",
    "step_missing": "step",
    "body_missing": "body",
    "existing_kind_missing": "kind",
    "said_by_missing": "said_by",
    "since_missing": "day",
    "day_not_so": "day",
    "answer_missing": "agrees",
    "document_too_big": "file",
    "document_not_so": "file",
}
"""The field that mends a refusal, where one does."""
NOTHING_THERE = (NotHere, NoSuchAsk, NoSuchWorry)


def for_people(view: Open) -> Open:
    """Let in whoever is somebody in a partnership, and tell the view who; others find no page."""

    def with_me(request: HttpRequest, *, origin: str, **named: Any) -> HttpResponse:
        return view(request, who_is_here(request, origin), **named)

    return signed_in(_or_no_such_page(view, with_me))


def for_those_who_may(act: Act) -> Callable[[Open], Open]:
    """Let in whoever may do something, and tell the others why not, and who may.

    On a page about a board, whoever may do it there: a duty may be for one board alone.
    """

    def only(view: Open) -> Open:
        def with_me(request: HttpRequest, *, origin: str, **named: Any) -> HttpResponse:
            try:
                here = check_allowed(request, origin, act, board=named.get("board"))
            except NotAllowed as refusal:
                return not_theirs(request, refusal)
            return view(request, here, **named)

        return signed_in(_or_no_such_page(view, with_me))

    return only


def _or_no_such_page(view: Open, within: Open) -> Open:
    @wraps(view)
    def answer(request: HttpRequest, *, origin: str, **named: Any) -> HttpResponse:
        try:
            return within(request, origin=origin, **named)
        except NOTHING_THERE as nothing:
            raise Http404 from nothing

    return answer


def rendered(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Show a page for those who are signed in, whose foot says what it keeps."""
    keeps = _(
        "What this page keeps: what you send, as it says beside the form. One cookie says that you "
        "are signed in, for two weeks at most; another protects the forms."
    )
    told = {} if context.get("inside") is False else {"keeps": keeps}  # anybody is kept nothing of
    return render(request, template, told | context, status=status)


def not_theirs(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Tell somebody why a page is not theirs."""
    wrong, then = refusals.said(refusal)
    return say(request, Fault(status=403, title=wrong.rstrip("."), happened=wrong, next=then))


def faults(*refused: Refusal, box: str = "") -> dict[str, Any]:
    """Tell refusals for the summary at the head of a page, and each at the field that mends it.

    `box` is the one field of a page for free text.
    """
    errors, at = [], {}
    for refusal in refused:
        field = box if refusal.code in MENDED_IN_A_BOX else FIELDS.get(refusal.code, "")
        told = of_signing_in if isinstance(refusal, NotRight | TooOften) else refusals
        sentence = told.line(refusal)
        errors.append({"sentence": sentence, "field": field})
        at[field] = sentence
    return {"errors": errors, "at": at}
