"""What lies beside the record of somebody who is planted: ways in, an ask, a worry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY

from tests.core.facts.story import ORIGIN, START
from withus.core.proofs.base64_strict import from_base64
from withus.core.words import AskKind
from withus.stores.accounts.accounts import add_address, give_code, link, open_account
from withus.stores.accounts.models import Account, Address, OwnCode
from withus.stores.asking import asks
from withus.stores.asking.models import Ask
from withus.stores.drafting import unshared
from withus.stores.drafting.models import Unshared
from withus.stores.inviting.invitations import Sealed, send
from withus.stores.inviting.models import Invitation
from withus.stores.keys.locker import find_keys
from withus.stores.meeting import needs
from withus.stores.meeting.models import Need
from withus.stores.signing_in.sessions import SessionStore
from withus.stores.worrying import worries
from withus.stores.worrying.models import Worry

ADDRESS = "canaria.beltravers@heronsditch.example"
INVITED_AT = "canaria.invited@heronsditch.example"
ASKED = "the heron asked who keeps the fourth ditch"
NEEDED = "the heron needs a chair by the sixth ditch"
WRITING = "the heron is writing about the seventh ditch"
WORRIED = "the heron was frightened by the fifth ditch"
KINDS = {"asking_ask": "ask", "worrying_worry": "worry", "inviting_invitation": "invitation"}
DAY = date(2026, 11, 2)


@dataclass(frozen=True)
class Beside:
    """Everything of somebody's that must be gone with them, though no entry holds it."""

    account: str
    words: tuple[str, ...]
    keys: Mapping[str, bytes]
    as_kept: tuple[bytes, ...]  # sealed values, marks and ids as they lie there


def plant_beside(person: str) -> Beside:
    """Give somebody an account with an address and a code, a visit, an ask, a worry, a text."""
    account = open_account()
    link(account, origin=ORIGIN, person=person)
    add_address(account, ADDRESS)
    code = give_code(account, now=START)
    visit = SessionStore()
    visit.update({SESSION_KEY: account.id, HASH_SESSION_KEY: account.get_session_auth_hash()})
    visit.save()
    asks.keep(ORIGIN, person, AskKind.ERASE, ASKED, days=(DAY, DAY))
    told = Sealed(address=INVITED_AT)
    row = Invitation(origin=ORIGIN, person=person, duty="facilitator", route="email", state="open")
    invited = send(row, told, now=START)
    worries.keep(ORIGIN, WORRIED, on=DAY, entry=1, by=person)
    needs.keep(ORIGIN, person, needs.Needed(frozenset(), NEEDED))
    typed = unshared.Typed(base="", text=WRITING)
    unshared.keep(ORIGIN, person, unshared.Draft("a work", unshared.THE_TEXT, typed, DAY))
    return Beside(
        account.id,
        (ADDRESS, code, ASKED, WORRIED, INVITED_AT, invited, NEEDED, WRITING),
        find_keys([account.key, Ask.objects.get().key, Worry.objects.get().key]),
        (*as_kept(), account.id.encode(), str(visit.session_key).encode()),
    )


def as_kept() -> Iterator[bytes]:
    """Yield what is sealed, and the marks that an address and a code are found by."""
    for table in (Address, Ask, Worry, Invitation, Need, Unshared):
        yield bytes(table.objects.get().sealed)
    for marked in (Address, OwnCode, Invitation):
        yield str(marked.objects.get().mark).encode()


def sealed_in(row: Mapping[str, Any]) -> Iterator[tuple[bytes, str]]:
    """Yield what a row of a backup seals, and the words that bind it to its place."""
    values, table = row["values"], row["table"]
    if values.get("sealed"):
        kind = {
            "asking_ask": "ask",
            "worrying_worry": "worry",
            "inviting_invitation": "invitation",
        }.get(table)
        bound = f"{kind} {values['id']}" if kind else f"address {values.get('mark')}"
        if table == "meeting_need":
            bound = f"needs {values['person']} "
        if table == "drafting_unshared":
            bound = f"unshared {values['person']} {values['work']} {values['form']}"
        yield from_base64(values["sealed"]), bound


def tables() -> dict[str, int]:
    """Return how many rows each table beside the record has."""
    every = (Account, Address, OwnCode, Invitation, Ask, Worry, Need, Unshared)
    return {table.__name__: table.objects.count() for table in every}
