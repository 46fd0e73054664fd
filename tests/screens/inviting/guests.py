"""Somebody who runs the work, at their browser, with a place to invite to."""

from __future__ import annotations

from django.test import Client
from django.utils import timezone

from tests.actions import inviting_cast
from tests.actions.inviting_cast import PLACE, Cast
from tests.core.facts.story import ORIGIN
from tests.screens.conftest import Visit
from withus.stores.accounts.accounts import link, open_account
from withus.stores.inviting.invitations import Route

PEOPLE = "/partnerships/withus.example~thornmere/people/"
FORM = {
    "name": "Sam Ward",
    "route": "letter",
    "address": "",
    "phone": "01234 567890",
    "place": PLACE,
}


def sign_in(client: Client, person: str, *, origin: str = ORIGIN) -> None:
    """Let somebody be signed in at a browser."""
    account = open_account()
    link(account, origin=origin, person=person)
    client.force_login(account)
    client.get("/in/done/")  # the first page notes who is signed in at this browser


def invited(cast: Cast, *, route: Route = Route.LETTER) -> tuple[str, str]:
    """Invite Sam just now; return the invitation and its code."""
    return inviting_cast.invited(cast, route=route, now=timezone.now())


def types_the_code(visit: Visit, code: str) -> None:
    """Type a code, and come to what it invites to."""
    answer = visit.post("/in/", {"code": code}, status=302).response
    assert answer["Location"] == "/in/place/"
