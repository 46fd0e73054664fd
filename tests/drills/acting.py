"""What a web process does, without the web: four threads that enter what happens, and say so.

Each line on the standard output is one JSON object, written in one go: what a thread is about to
enter (`begun`), and, only once `enter` has returned, that it stands (`acked`, with the index and
the SHA-256 of each entry's bytes as they were when they were made).
"""

from __future__ import annotations

import json
import os
import random
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from unittest.mock import patch

from django.db import DatabaseError, connections, transaction

from tests.core.facts.story import STORY, an_id, place_made, place_taken
from withus.actions.joining import add_to_partnership, enter, open_partnership
from withus.core.errors import Refusal
from withus.core.facts.circumstances import HOST
from withus.core.facts.encoding import encode
from withus.core.facts.fact import Fact
from withus.core.facts.joining import BoardOpened, PartnershipOpened
from withus.core.words import Capacity
from withus.stores.record import append
from withus.stores.record.append import THE_HOST, Actor

THREADS = 4
PAUSE = 0.02  # seconds before trying again where the database has gone
MADE = threading.local()  # the digests of the entries this thread has made
Tell = Callable[[dict[str, Any]], None]


@dataclass(frozen=True)
class Load:
    """How much is entered, in which record, and by which dice."""

    origin: str
    seed: int
    turns: int | None = None  # for each thread; None: until killed
    too_soon: bool = False  # acknowledge before the commit: the control, which must lose something


def print_line(told: dict[str, Any]) -> None:
    """Write a line in one go, so that a kill leaves it whole or leaves it out."""
    os.write(1, json.dumps({"at": time.monotonic(), **told}).encode() + b"\n")


def listen() -> None:
    """Note the bytes of each entry at the moment it is made, before any database has seen it."""

    def noted(*given: Any, **named: Any) -> Any:
        content, openings = encode(*given, **named)
        MADE.digests.append(sha256(content).hexdigest())
        return content, openings

    patch.object(append, "encode", noted).start()


def open_record(origin: str) -> list[str]:
    """Open a partnership with a board and four people; return their ids."""
    begin = {type(fact): fact for fact in STORY}
    MADE.digests = []
    opening, board = begin[PartnershipOpened], begin[BoardOpened]
    assert isinstance(opening, PartnershipOpened)
    open_partnership(record=origin, by=THE_HOST, now=datetime.now(UTC), opening=opening)
    enter(board, record=origin, by=THE_HOST, now=datetime.now(UTC))
    return [add_to_partnership(record=origin, name=f"Person {n}") for n in range(THREADS)]


def write(load: Load, people: list[str], tell: Tell = print_line) -> None:
    """Let every thread enter one thing after another."""
    listen()
    threads = [
        threading.Thread(target=_write, args=(load, number, people[number], tell))
        for number in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _write(load: Load, number: int, person: str, tell: Tell) -> None:
    dice = random.Random(f"{load.seed} {number}")  # noqa: S311  # the same acts each time
    turn = 0
    while load.turns is None or turn < load.turns:
        act = f"{load.origin} {load.seed} {number} {turn}"
        turn += 1
        MADE.digests = []
        kind = dice.choice(["place", "place", "place and person", "person"])
        tell({"begun": act, "entries": {"person": 0, "place": 1}.get(kind, 2)})
        try:
            with ExitStack() as later:
                if load.too_soon:
                    later.enter_context(transaction.atomic())
                tell({"acked": act, **_enter(kind, act, load.origin, person)})
        except Refusal as refusal:
            tell({"refused": act, "code": refusal.code})
        except DatabaseError as fault:  # as when the server has gone: others may come to one later
            tell({"failed": act, "how": type(fault).__name__})
            connections["default"].close()
            time.sleep(PAUSE)
    connections.close_all()


def _enter(kind: str, act: str, origin: str, person: str) -> dict[str, Any]:
    now, actor = datetime.now(UTC), Actor(person=person, typed_by=HOST, commanded=True)
    if kind == "person":
        return {"person": add_to_partnership(record=origin, name=act), "stand": []}
    facts: list[Fact] = [place_made(act, Capacity.SERVICES, post=f"Post of {act}")]
    if kind == "place and person":
        taken = place_taken(act, f"holding {act}", "nobody")
        facts.append(replace(taken, person=person, holding=an_id(f"holding {act}")))
    found = enter(*facts, record=origin, by=actor, now=now)
    return {"stand": list(zip(found, MADE.digests, strict=True))}
