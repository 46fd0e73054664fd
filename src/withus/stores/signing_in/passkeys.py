"""Passkeys: their public keys and names, sealed under the account's key, found by a mark."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from withus.core.errors import Refusal
from withus.stores.accounts.marks import mark
from withus.stores.accounts.models import Account
from withus.stores.keys.locker import find_keys, new_id, seal, unseal
from withus.stores.signing_in.models import Passkey

LONGEST_NAME = 60


class NoPasskey(Refusal):
    """Say that there is no such passkey, or that there is one already."""


@dataclass(frozen=True, slots=True)
class Known:
    """A passkey that an account has."""

    id: str
    account: Account
    name: str
    credential: bytes
    uses: int
    made_on: date


def add(account: Account, *, name: str, handle: bytes, credential: bytes, on: date) -> None:
    """Give an account a passkey; its handle finds it, its credential checks what it signs."""
    row = Passkey(id=new_id(), account=account, mark=_mark(handle), made_on=on)
    row.sealed = _sealed(row, name, credential)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise NoPasskey("passkey_twice") from None


def of(account: Account) -> list[Known]:
    """Return an account's passkeys, the oldest first."""
    rows = Passkey.objects.filter(account=account).select_related("account")
    return [_opened(row) for row in rows.order_by("made_on", "id")]


def by_handle(handle: bytes) -> Known:
    """Return the passkey of a handle."""
    row = Passkey.objects.filter(mark=_mark(handle)).select_related("account").first()
    if row is None:
        raise NoPasskey("passkey_wrong")
    return _opened(row)


def rename(account: Account, passkey: str, name: str) -> None:
    """Give a passkey another name."""
    row = Passkey.objects.filter(account=account, id=passkey).select_related("account").first()
    if row is None:
        raise NoPasskey("no_such_way")
    row.sealed = _sealed(row, name, _opened(row).credential)
    row.save(update_fields=["sealed"])


def drop(account: Account, passkey: str) -> None:
    """Take a passkey away."""
    if not Passkey.objects.filter(account=account, id=passkey).delete()[0]:
        raise NoPasskey("no_such_way")


def note_use(known: Known, uses: int) -> None:
    """Note how often a passkey says it was used; refuse one that counts behind, which is a copy."""
    rows = Passkey.objects.filter(id=known.id)
    if (uses or known.uses) and not rows.filter(uses__lt=uses).update(uses=uses):
        raise NoPasskey("passkey_wrong")


def _mark(handle: bytes) -> str:
    return mark("passkey", handle.hex())


def _sealed(row: Passkey, name: str, credential: bytes) -> bytes:
    told = {"name": name[:LONGEST_NAME], "credential": b64encode(credential).decode()}
    secret = find_keys([row.account.key])[row.account.key]
    return seal(secret, json.dumps(told).encode(), bound_to=f"passkey {row.id}")


def _opened(row: Passkey) -> Known:
    secret = find_keys([row.account.key]).get(row.account.key)
    if secret is None:
        raise NoPasskey("passkey_wrong")
    told = json.loads(unseal(secret, bytes(row.sealed), bound_to=f"passkey {row.id}"))
    content = b64decode(told["credential"])
    return Known(row.id, row.account, told["name"], content, row.uses, row.made_on)
