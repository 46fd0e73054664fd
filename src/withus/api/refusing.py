"""Every refusal as one JSON document, {code, parameters, sentence, remedy}, with its status."""

from __future__ import annotations

import json
import time
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from withus.core.errors import Refusal
from withus.core.facts.circumstances import NotALeaf
from withus.core.facts.forms import NotSo
from withus.core.proofs.refused import Malformed
from withus.questions.finding import NotHere
from withus.saying.keeping.refusals import said
from withus.stores.record.whole import NoRoom
from withus.stores.tokens.tokens import RepeatDiffers

NO_KEY, NOT_HERE, MALFORMED, TOO_OFTEN, NO_ROOM = 401, 404, 422, 429, 507
OF_CODES = {"no_key": NO_KEY, "too_many_calls": TOO_OFTEN}
OF_KINDS: dict[type[Refusal], int] = {
    NotSo: MALFORMED,
    NotALeaf: MALFORMED,
    Malformed: MALFORMED,
    RepeatDiffers: MALFORMED,
    NotHere: NOT_HERE,
    NoRoom: NO_ROOM,
}
A_MINUTE = 60


class Refused(Schema):
    """Why a call was refused, and what would mend it. Nothing was entered."""

    code: str
    parameters: dict[str, str | int]
    sentence: str
    remedy: str


def refuse(refusal: Refusal, *, status: int = 0) -> HttpResponse:
    """Answer with a refusal: 409 unless its code or its kind has another status."""
    wrong, then = said(refusal)
    told = {"code": refusal.code, "parameters": refusal.parameters}
    content = json.dumps({**told, "sentence": wrong, "remedy": then}, ensure_ascii=False)
    found = status or status_of(refusal)
    response = HttpResponse(content, status=found, content_type="application/json; charset=utf-8")
    if found == NO_KEY:
        response["WWW-Authenticate"] = "Bearer"
    if found == TOO_OFTEN:
        response["Retry-After"] = str(A_MINUTE - int(time.time()) % A_MINUTE)
    return response


def status_of(refusal: Refusal) -> int:
    """Tell the status of a refusal."""
    by_kind = [status for kind, status in OF_KINDS.items() if isinstance(refusal, kind)]
    return OF_CODES.get(refusal.code, next(iter(by_kind), 409))


def in_every_case(api: NinjaAPI) -> None:
    """Let whatever goes wrong in an endpoint be told in the one form."""
    api.exception_handler(Refusal)(_refused)
    api.exception_handler(AuthenticationError)(_without_a_key)
    api.exception_handler(HttpError)(_unread)
    api.exception_handler(ValidationError)(_invalid)


def _refused(request: HttpRequest, fault: Refusal) -> HttpResponse:
    return refuse(fault)


def _without_a_key(request: HttpRequest, fault: Any) -> HttpResponse:
    return refuse(Refusal("no_key"))


def _unread(request: HttpRequest, fault: HttpError) -> HttpResponse:
    """The library answers 400 to whatever the reader of bodies refused."""
    cause = fault.__cause__
    return refuse(cause if isinstance(cause, Refusal) else Malformed("not_json"))


def _invalid(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    """Name the first field at fault: one that has not its form, is missing, or is not known."""
    first = fault.errors[0]
    field = ".".join(str(each) for each in first["loc"][2:]) or "body"
    told = str(field)[:60]
    if first["type"] == "not_the_form":
        return refuse(NotSo("not_the_form", {"field": told, "expected": first["ctx"]["expected"]}))
    if first["type"] in ("missing", "extra_forbidden"):
        wanted = request.path_info.rpartition("/")[2]
        return refuse(NotALeaf("fields_differ", {"type": wanted, "field": told}))
    return refuse(NotSo("not_the_form", {"field": told, "expected": str(first["type"])}))
