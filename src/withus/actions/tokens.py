"""Keys for programs: make one, end one, and enter what a program sends for a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db.transaction import atomic

from withus.actions.joining import enter
from withus.actions.settling import settle_after
from withus.actions.telling import tell_after
from withus.actions.themes import after_entering, as_entered
from withus.core.errors import Refusal
from withus.core.facts.fact import Fact
from withus.core.facts.forms import Named
from withus.stores.accounts.models import Link
from withus.stores.record.append import Actor, locked
from withus.stores.tokens import tokens

LONGEST_NAME = 60
MOST_TOKENS = 20  # for one person
MOST_CALLS = 120  # in a minute


@dataclass(frozen=True, slots=True)
class Caller:
    """A key for a program, and the person it acts for."""

    token: str
    origin: str
    person: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """An act as a program sends it: for whom, if not for its person, and what tells a repeat."""

    fact: Fact
    by: str | None = None
    claimed_at: datetime | None = None
    word: str | None = None  # the program's own for this act
    body: bytes = b""


def make_token(*, account: str, link: int, name: str, now: datetime) -> str:
    """Let a program act for a person for whom an account acts; return the secret, once."""
    called = Named(LONGEST_NAME).write(name)
    with atomic():
        rows = Link.objects.select_for_update().filter(id=link, account=account)
        found = rows.select_related("account").first()
        if found is None:
            raise Refusal("person_unknown")
        if tokens.count_of(found, now=now) >= MOST_TOKENS:
            raise Refusal("too_many_keys", {"most": MOST_TOKENS})
        return tokens.add_token(found, str(called), now=now)


def end_token(*, account: str, token: str) -> None:
    """End one of an account's keys; one that has ended already stays ended."""
    tokens.end_token(account, token)


def let_in(secret: str, *, now: datetime) -> Caller:
    """Return whom a secret acts for, and count the call; refuse one that is no key, or too many."""
    found = tokens.find_token(secret, now=now)
    if found is None:
        raise Refusal("no_key")
    if tokens.count_call(found.id, now=now) > MOST_CALLS:
        raise Refusal("too_many_calls", {"most": MOST_CALLS})
    return Caller(found.id, found.link.origin, found.link.person, found.until)


@contextmanager
def check_in_force(caller: Caller, *, now: datetime) -> Iterator[None]:
    """Hold the record for one act of a program, if its key is still in force."""
    with locked(caller.origin):
        if not tokens.still_in_force(caller.token, now=now):
            raise Refusal("no_key")
        yield


def enter_sent(sent: Sent, caller: Caller, *, now: datetime) -> int:
    """Enter what a program sent for its person, or return where it was entered before.

    A person whose key it is acts, or types for the one who is named.
    """
    typed = sent.by not in (None, caller.person)
    by = Actor(
        sent.by if typed else caller.person,
        typed_by=caller.person if typed else None,
        claimed_at=sent.claimed_at,
    )
    with locked(caller.origin) as log:
        if not tokens.still_in_force(caller.token, now=now):
            raise Refusal("no_key")
        if sent.word is not None:
            before = tokens.entered_before(caller.token, sent.word, sent.body, now=now)
            if before is not None:
                return before
        fact = as_entered(sent.fact, log)
        (entry,) = enter(fact, record=caller.origin, by=by, now=now)
        settle_after(sent.fact, record=caller.origin, now=now)
        tell_after(sent.fact, log=log, entry=entry)
        after_entering(fact, log, entry)
        if sent.word is not None:
            tokens.keep_for_repeats(caller.token, sent.word, sent.body, entry=entry, now=now)
        return entry
