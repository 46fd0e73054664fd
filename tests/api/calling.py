"""A program that calls: its person holds every duty of the host’s, and a place on the board.

program = a_program(); answer = program.enter(kind, {...}); answer.status, answer.told
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from tests.core.facts.story import DAY, START, an_id, place_made, place_taken
from tests.example_record import HOME, ORIGIN
from tests.screens.kept import keep_a_record
from withus.actions.joining import enter
from withus.actions.tokens import make_token
from withus.core.facts import joining as f
from withus.core.facts.fact import Fact
from withus.core.words import Capacity, Duty
from withus.stores.accounts.accounts import link, open_account
from withus.stores.accounts.models import Link
from withus.stores.people.identity import add_person
from withus.stores.record.append import THE_HOST

V1 = "/api/v1/"


@dataclass(frozen=True)
class Told:
    """An answer: its status and headers, and the JSON it holds."""

    response: HttpResponse
    told: Any

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def code(self) -> str:
        """The code of a refusal, in which nothing is missing."""
        assert self.told.keys() == {"code", "parameters", "sentence", "remedy"}
        assert all(self.told[name].endswith((".", "?")) for name in ("sentence", "remedy"))
        return str(self.told["code"])


@dataclass(frozen=True)
class Program:
    """A program with a key, and whom it acts for."""

    key: str | None
    account: str = ""
    person: str = ""
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    def call(self, method: str, path: str, body: bytes = b"", **headers: str) -> Told:
        """Call an address, and look at what must be so of every answer."""
        sent = dict(headers)
        if self.key is not None:
            sent.setdefault("Authorization", f"Bearer {self.key}")
        response: Any = self.client.generic(
            method, V1 + path, body, content_type="application/json", headers=sent
        )
        assert response["Cache-Control"] == "no-store"
        assert not response.cookies
        assert not [name for name in response.headers if name.startswith("Access-Control")]
        assert response["Content-Type"].startswith("application/json"), response.content[:300]
        return Told(response, json.loads(response.content) if response.content else None)

    def get(self, path: str, **headers: str) -> Told:
        return self.call("GET", path, b"", **headers)

    def enter(self, kind: type[Fact], body: Mapping[str, Any], **headers: str) -> Told:
        """Send an act."""
        return self.call("POST", kind.TYPE, json.dumps(body).encode(), **headers)


def a_program(*, now: datetime | None = None) -> Program:
    """Write the record of the pages, take in a person, and make a key for their program."""
    keep_a_record()
    return a_key_for(somebody_on_duty(), now=now)


def somebody_on_duty(name: str = "Robin Hood", *, origin: str = ORIGIN) -> str:
    """Take in somebody who is officer and facilitator, and sits in a place of their own."""
    person, guardian = (add_person(origin, each).person for each in (name, "Guardian"))
    duties = {
        Duty.HOST: person,
        Duty.FACILITATOR: person,
        Duty.SAFEGUARDING: guardian,  # without both of these, free text is off
        Duty.DATA: guardian,
    }
    told: dict[str, Any] = {"board": None, "from_": DAY, "until": None}
    acts: list[Fact] = [
        f.DutyGiven(given=an_id(f"{name} {duty}"), duty=duty, person=who, **told)
        for duty, who in duties.items()
    ]
    taken = place_taken(f"{name} place", f"{name} held", "")
    acts += [
        place_made(f"{name} place", Capacity.DRAWS_ON_SERVICES, board=HOME),
        f.PlaceTaken(
            place=taken.place, holding=taken.holding, shown_as=taken.shown_as, person=person
        ),
    ]
    enter(*acts, record=origin, by=THE_HOST, now=START + timedelta(hours=2))
    return person


def a_key_for(person: str, *, origin: str = ORIGIN, now: datetime | None = None) -> Program:
    """Open an account that acts for a person, and make a key."""
    account = open_account()
    link(account, origin=origin, person=person)
    theirs = Link.objects.get(account=account)
    made = make_token(account=account.id, link=theirs.id, name="Agendas", now=now or timezone.now())
    return Program(made, account.id, person)


JOINED: dict[str, Any] = {
    "clear": {"organisation": an_id("a new body"), "name": "Thornmere Library", "kind": "other"}
}
