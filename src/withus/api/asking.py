"""Asking: for whom a key acts, and how a board stands."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import NinjaAPI, Schema

from withus.actions.tokens import Caller
from withus.api.refusing import Refused
from withus.core.facts.forms import is_id
from withus.core.rules.rights import Role
from withus.core.words import Capacity, Level, PlaceKind, ShownAs
from withus.questions import joining as ask
from withus.questions.finding import NotHere
from withus.questions.places import PlaceSeen
from withus.questions.rights import roles_of
from withus.questions.tokens import partnerships_called

READ = ["GET", "HEAD"]


class Me(Schema):
    """For whom a key acts: where, in which roles today, and until when."""

    partnership: str
    name: str
    person: str
    roles: list[Role]
    until: datetime


class PlaceTold(Schema):
    """A place as anybody may see it. No name, and no words."""

    place: str
    capacity: Capacity
    kind: PlaceKind
    chair: bool
    held: bool
    since: date
    shown_as: ShownAs | None
    entries: list[int]


class BoardTold(Schema):
    """A board as anybody may see it, and how many entries its record had."""

    board: str
    name: str
    level: Level
    closed: date | None
    size: int
    places: list[PlaceTold]


def ask_each(api: NinjaAPI) -> None:
    """Give each question its address."""
    refused = dict.fromkeys((401, 403, 404, 429, 500), Refused)
    api.api_operation(
        READ,
        "/me",
        response={200: Me, **refused},
        operation_id="me",
        url_name="me",
        summary="Tell for whom this key acts.",
    )(me)
    api.api_operation(
        READ,
        "/boards/{board}",
        response={200: BoardTold, **refused},
        operation_id="board",
        url_name="board",
        summary="Tell how a board of the key’s partnership stands.",
    )(one_board)


def me(request: HttpRequest) -> Any:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    roles = roles_of(caller.origin, caller.person, on=timezone.localdate())
    return Me(
        partnership=caller.origin,
        name=partnerships_called({caller.origin}).get(caller.origin, caller.origin),
        person=caller.person,
        roles=sorted(roles),
        until=caller.until,
    )


def one_board(request: HttpRequest, board: str) -> Any:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    if not is_id(board):
        raise NotHere("not_here")
    found = ask.board(caller.origin, board, on=timezone.localdate())
    return BoardTold(
        board=board,
        name=found.opened.fact.name,
        level=found.opened.fact.level,
        closed=found.closed,
        size=found.size,
        places=[_told(each) for each in found.places],
    )


def _told(seen: PlaceSeen) -> PlaceTold:
    return PlaceTold(
        place=seen.made.place,
        capacity=seen.made.capacity,
        kind=seen.made.kind,
        chair=seen.made.chair,
        held=seen.held,
        since=seen.since,
        shown_as=seen.shown_as,
        entries=list(seen.entries),
    )
