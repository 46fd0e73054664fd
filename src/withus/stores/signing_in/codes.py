"""Codes that are sent: made for one browser, tried a few times, good once."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from withus.core.rules.signing_in import CODE_DIGITS, CODE_LASTS, CODE_TRIES, NotRight
from withus.stores.accounts.marks import mark
from withus.stores.accounts.models import Account
from withus.stores.keys.locker import find_keys, new_id, seal, unseal
from withus.stores.signing_in.models import SentCode


@dataclass(frozen=True, slots=True)
class Sent:
    """A code to send, and the id under which one browser may try it."""

    id: str
    code: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What a right code was for."""

    account: Account
    address: str = ""


def make(account: Account | None, *, now: datetime, address: str = "") -> Sent:
    """Make a code; of one for nobody the same is kept, and nothing will do.

    With an address, the code shows that the address, not yet known, is the account's own.
    """
    name, code = new_id(), "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))
    sealed = b""
    if account is not None and address:
        secret = find_keys([account.key])[account.key]
        sealed = seal(secret, address.encode(), bound_to=f"sent {name}")
    kept = mark(f"sent {name}", code if account else secrets.token_hex())
    SentCode.objects.create(id=name, account=account, mark=kept, made_at=now, sealed=sealed)
    return Sent(name, code)


def take(name: str, typed: str, *, now: datetime, for_address: bool = False) -> Taken:
    """Return what a code was for, once; refuse a wrong one, and any after too many.

    The try is counted before the code is looked at: tries at the same moment are counted each.
    """
    digits = "".join(each for each in typed if each.isdecimal())
    given = mark(f"sent {name}", digits)
    fresh = SentCode.objects.filter(id=name, tries__lt=CODE_TRIES, made_at__gt=now - CODE_LASTS)
    if not fresh.update(tries=F("tries") + 1):
        raise NotRight("code_over")
    row = SentCode.objects.select_related("account").filter(id=name).first()
    if row is None or row.account is None or not hmac.compare_digest(given, row.mark):
        left = CODE_TRIES - (row.tries if row else CODE_TRIES)
        raise NotRight("code_wrong", {"left": left}) if left > 0 else NotRight("code_over")
    if bool(row.sealed) is not for_address:
        raise NotRight("code_over")  # one to sign in with adds no address, nor the other way round
    if not SentCode.objects.filter(id=name).delete()[0]:
        raise NotRight("code_over")  # it was used a moment ago
    return Taken(row.account, _address(row, row.account))


def forget_old(*, now: datetime) -> None:
    """Delete codes that no longer do."""
    SentCode.objects.filter(made_at__lt=now - CODE_LASTS).delete()


def _address(row: SentCode, account: Account) -> str:
    if not row.sealed:
        return ""
    secret = find_keys([account.key])[account.key]
    return unseal(secret, bytes(row.sealed), bound_to=f"sent {row.id}").decode()
