"""Making invitations, finding them by a code, and closing them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from withus.core.errors import Refusal
from withus.stores.accounts.marks import mark, new_code, plain_code
from withus.stores.inviting.models import Invitation
from withus.stores.keys.locker import find_keys, seal, unseal
from withus.stores.people.identity import identity, with_secrets

DAYS = 28


class Route(StrEnum):
    """How an invitation reaches somebody."""

    EMAIL = "email"
    LETTER = "letter"
    IN_PERSON = "in_person"


class State(StrEnum):
    """What became of an invitation."""

    OPEN = "open"
    TAKEN = "taken"
    REVOKED = "revoked"
    DECLINED = "declined"
    LAPSED = "lapsed"  # open until its day came


class CodeVoid(Refusal):
    """Say that a code does not work: never given, used, taken back or too old, all alike."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """What is sealed of an open invitation: where to, a number to ring, the code on paper."""

    address: str = ""
    phone: str = ""
    code: str = ""  # kept for paper, which may have to be printed again; never for e-mail


def is_open(row: Invitation, *, now: datetime) -> bool:
    """Tell whether somebody may still answer an invitation."""
    return row.state == State.OPEN and now < row.until


def state_of(row: Invitation, *, now: datetime) -> State:
    """Tell what became of an invitation."""
    lapsed = row.state == State.OPEN and now >= row.until
    return State.LAPSED if lapsed else State(row.state)


def send(row: Invitation, told: Sealed, *, now: datetime) -> str:
    """Give an invitation a new code, in the place of any before, and 28 days; return the code."""
    code = new_code()
    kept = "" if row.route == Route.EMAIL else code
    row.mark, row.made_at, row.until = _mark(code), now, now + timedelta(days=DAYS)
    key = identity(row.origin, row.person).key
    content = json.dumps(asdict(told) | {"code": kept}).encode()
    row.sealed = seal(find_keys([key])[key], content, bound_to=_place_of(row))
    row.save()
    return code


def by_code(code: str, *, now: datetime) -> Invitation:
    """Return the invitation that a code answers, or refuse."""
    row = Invitation.objects.filter(mark=_mark(code)).first()
    if row is None or not is_open(row, now=now):
        raise CodeVoid("code_void")
    return row


def find(origin: str, invitation: str) -> Invitation:
    """Return an invitation of a partnership, or refuse."""
    row = Invitation.objects.filter(origin=origin, id=invitation).first()
    if row is None:
        raise Refusal("no_such_invitation")
    return row


def open_for(origin: str, place: str) -> Invitation | None:
    """Return the invitation to a place that was not answered yet, also one that is too old."""
    return Invitation.objects.filter(origin=origin, place=place, state=State.OPEN).first()


def close(row: Invitation, state: State, *, entry: int | None = None) -> None:
    """Let an invitation be answered no more, and forget its code and its address."""
    row.state, row.entry, row.mark, row.sealed = state, entry, None, b""
    row.save()


def close_all(origin: str, people: Iterable[str]) -> None:
    """Take away every invitation of people who are erased."""
    Invitation.objects.filter(origin=origin, person__in=list(people)).delete()


def opened(rows: Iterable[Invitation], secrets: Mapping[str, bytes]) -> Mapping[str, Sealed]:
    """Return what is sealed of open invitations, by id; `secrets` are people's keys, by person."""
    return {
        row.id: _unsealed(row, secrets[row.person])
        for row in rows
        if row.sealed and row.person in secrets
    }


def sealed_of(row: Invitation) -> Sealed:
    """Return what is sealed of one invitation; nothing of it, once it is closed."""
    found = with_secrets(row.origin, [row.person])
    return opened([row], {name: secret for name, (_, secret) in found.items()}).get(
        row.id, Sealed()
    )


def _unsealed(row: Invitation, key: bytes) -> Sealed:
    return Sealed(**json.loads(unseal(key, bytes(row.sealed), bound_to=_place_of(row))))


def _place_of(row: Invitation) -> str:
    return f"invitation {row.id}"


def _mark(code: str) -> str:
    return mark("code", plain_code(code))
