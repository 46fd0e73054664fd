"""Entering: one address for each type of fact that a person can bring about."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import NinjaAPI, Schema
from ninja.responses import Status

from withus.actions.telling import NOTIFIED
from withus.actions.tokens import Caller, Sent, enter_sent
from withus.api.forms import body_of, fact_of
from withus.api.refusing import Refused
from withus.core.facts import answering, drafting, framing
from withus.core.facts import deciding as d
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts import meeting as m
from withus.core.facts import supporting as s
from withus.core.facts.drafting import RevisionMade
from withus.core.facts.fact import Fact
from withus.core.facts.forms import NotSo
from withus.jobs import telling, telling_back, wording
from withus.questions.tokens import check_code_over

BY_ROLL_CALL = (d.DecisionTaken, d.DecisionReversed)
"""Taken by asking those in the room one by one: at an address of its own."""
ENTERED: tuple[type[Fact], ...] = (
    f.PartnershipClosed,
    f.OrganisationJoined,
    f.DutyGiven,
    f.DutyEnded,
    f.BoardOpened,
    f.BoardClosed,
    f.RulesSet,
    f.PlaceMade,
    f.PlaceEnded,
    f.PlaceTaken,
    f.PlaceLeft,
    f.DeputyNamed,
    f.DeputyEnded,
    f.MandateGranted,
    f.MandateEnded,
    f.MandateReported,
    k.EntryConfirmed,
    k.EntryCorrected,
    k.TextWithdrawn,
    k.ChallengeRaised,
    k.ChallengeEnded,
    *m.FACTS,
    *(kind for kind in d.FACTS if kind not in BY_ROLL_CALL),
    *(*framing.FACTS, *answering.FACTS),
    *(kind for kind in drafting.FACTS if kind is not drafting.RevisionMade),
)
"""What a program can enter for its person. A new type of fact is put here, or in the next."""

NOT_HERE: tuple[type[Fact], ...] = (
    f.PartnershipOpened,
    k.PersonErased,
    k.KeyReplaced,
    k.LogContinued,
    drafting.RevisionMade,
    s.NeedsCounted,
    *BY_ROLL_CALL,
)
"""A key is of a partnership that is open already; the others have commands of their own. A text of
a plan is told in words, and Withus works out which of its paragraphs are whose."""

A_WORD = re.compile(r"[\x21-\x7e]{1,64}")
WORD: dict[str, Any] = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": False,
    "schema": {"type": "string", "pattern": f"^{A_WORD.pattern}$"},
    "description": "A word of your own for this act. Sent again within a day, the same act gives "
    "the same answer and no second entry.",
}


class Entered(Schema):
    """The entries that were made, and the latest check-code if it was made after them."""

    entries: list[int]
    check_code: str | None


def enter_each(api: NinjaAPI) -> None:
    """Give each type of fact its address."""
    refused = dict.fromkeys((401, 403, 409, 413, 422, 429, 500, 507), Refused)
    for kind in ENTERED:
        api.post(
            f"/{kind.TYPE}",
            response={201: Entered, **refused},
            operation_id=kind.TYPE,
            url_name=kind.TYPE,
            summary=(kind.__doc__ or "").strip(),
            openapi_extra={"parameters": [WORD]},
        )(_entering(kind))


def _entering(kind: type[Fact]) -> Any:
    def enter_one(request: HttpRequest, sent: Any) -> Any:
        caller: Caller = request.auth  # type: ignore[attr-defined]
        told = Sent(
            fact_of(kind, sent),
            by=sent.by,
            claimed_at=sent.claimed_at,
            word=word_of(request),
            body=f"{kind.TYPE}\n".encode() + request.body,
        )
        entry = enter_sent(told, caller, now=timezone.now())
        if kind in NOTIFIED:
            telling.soon()
        telling_back.soon_after(told.fact)
        if isinstance(told.fact, RevisionMade):
            wording.soon(told.fact.work)
        code = check_code_over(caller.origin, entry)
        return Status(201, Entered(entries=[entry], check_code=code))

    enter_one.__annotations__ = {"request": HttpRequest, "sent": body_of(kind)}
    enter_one.__doc__ = None
    return enter_one


def word_of(request: HttpRequest) -> str | None:
    """Return the program's own word for an act, if it gave one; refuse one that is not so."""
    word: str | None = request.headers.get("Idempotency-Key")
    if word is not None and not A_WORD.fullmatch(word):
        raise NotSo("word_not_so", {"field": "Idempotency-Key"})
    return word
