"""Deciding: whether a board may, and closing the roll. What a page says is said here too."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import NinjaAPI, Schema
from ninja.responses import Status
from pydantic import ConfigDict, Field

from withus.actions.decisions import Stand, ToDecide, decide, stand
from withus.actions.tokens import Caller, check_in_force
from withus.api.refusing import Refused
from withus.core.facts.forms import AN_ID, is_id
from withus.core.words import Outcome, Position
from withus.questions import deciding_now as ask
from withus.questions.finding import NotHere
from withus.saying.deciding.answers import document

READ = ["GET", "HEAD"]
MOTION = "/meetings/{meeting}/motions/{motion}"


class MayDecide(Schema):
    """Whether the board may decide now; if not, what a refusal would tell, code by code."""

    may: bool
    code: str
    parameters: dict[str, str | int]
    sentence: str
    remedy: str


class Standing(Schema):
    """Where somebody in the room stands; null takes back what was said."""

    model_config = ConfigDict(extra="forbid")
    holding: Annotated[str, Field(pattern=f"^({AN_ID.pattern})$")]
    position: Position | None


class Kept(Schema):
    """Where somebody stands is kept until the roll is closed. No entry is made of it."""

    holding: str
    position: Position | None


class Closing(Schema):
    """The roll is to be closed; `anew` where another was closed that this one replaces."""

    model_config = ConfigDict(extra="forbid")
    anew: bool = False


class Closed(Schema):
    """The decision, what came of it, and its entries."""

    decision: str
    outcome: Outcome
    entries: list[int]


def decide_each(api: NinjaAPI) -> None:
    """Give the questions and acts of deciding their addresses."""
    refused = dict.fromkeys((401, 403, 404, 409, 413, 422, 429, 500), Refused)
    api.api_operation(
        READ,
        f"{MOTION}/may-decide",
        response={200: MayDecide, **refused},
        operation_id="may-decide",
        url_name="may-decide",
        summary="Tell whether the board may decide on a motion now, and what would mend it.",
    )(may_decide)
    api.post(
        f"{MOTION}/stand",
        response={200: Kept, **refused},
        operation_id="stand",
        url_name="stand",
        summary="Keep where somebody in the room stands, until the roll is closed.",
    )(standing)
    api.post(
        f"{MOTION}/decide",
        response={201: Closed, **refused},
        operation_id="decide",
        url_name="decide",
        summary="Close the roll on a motion, for whoever chairs the meeting.",
    )(closing)


def may_decide(request: HttpRequest, meeting: str, motion: str) -> Any:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    _check_ids(meeting, motion)
    here = ask.meeting_now(caller.origin, meeting, now=timezone.now())
    here.motion(motion)
    return MayDecide(**document(lambda: ask.may_decide(here, motion)))


def standing(request: HttpRequest, meeting: str, motion: str, sent: Standing) -> Any:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    _check_ids(meeting, motion)
    wanted = Stand(meeting, motion, sent.holding, sent.position)
    with check_in_force(caller, now=timezone.now()):
        stand(wanted, record=caller.origin, by=caller.person, now=timezone.now())
    return Kept(holding=sent.holding, position=sent.position)


def closing(request: HttpRequest, meeting: str, motion: str, sent: Closing) -> Any:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    _check_ids(meeting, motion)
    wanted = ToDecide(meeting, motion, anew=sent.anew)
    with check_in_force(caller, now=timezone.now()):
        found = decide(wanted, record=caller.origin, by=caller.person, now=timezone.now())
    told = Closed(decision=found.decision, outcome=found.outcome, entries=list(found.entries))
    return Status(201, told)


def _check_ids(*names: str) -> None:
    if not all(map(is_id, names)):
        raise NotHere("not_here")
