"""Keeping drafts: each sealed under a key of its own, and gone when it is opened or too old."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from withus.core.errors import Refusal
from withus.core.setting_up.plan import Plan
from withus.core.setting_up.writing import read_plan, write_plan
from withus.stores.accounts.marks import mark, new_code, plain_code
from withus.stores.accounts.models import Account
from withus.stores.inviting.invitations import CodeVoid
from withus.stores.keys.locker import draw_key, find_keys, forget_keys, keep_keys, seal, unseal
from withus.stores.setting_up.models import Draft

CODE_DAYS = timedelta(days=28)
KEPT = timedelta(days=90)
KIND = "code to set up"


class NoSuchDraft(Refusal):
    """Say that there is no such draft of theirs, or no longer."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft, opened."""

    id: str
    plan: Plan
    changed: date


def let_start(plan: Plan, *, on: date) -> str:
    """Keep a draft that nobody has begun, and return the code by which somebody may."""
    code = new_code()
    _new(plan, on=on, mark=_mark(code))
    return code


def take_up(code: str, account: Account, *, on: date) -> str:
    """Give a draft to whoever typed its code, which works no more; return its id."""
    row = by_code(code, on=on)
    row.account, row.mark, row.changed = account, None, on
    row.save()
    return row.id


def by_code(code: str, *, on: date) -> Draft:
    """Return the draft that a code begins, or refuse."""
    row = Draft.objects.filter(mark=_mark(code)).first()
    if row is None or row.changed + CODE_DAYS <= on:
        raise CodeVoid("code_void")
    return row


def begin(plan: Plan, account: str, *, on: date) -> str:
    """Keep a new draft of an account, and return its id."""
    return _new(plan, on=on, account=Account.objects.get(id=account)).id


def find(draft: str, account: str) -> Drafted:
    """Return a draft of an account, opened; refuse one that is not theirs."""
    found = _opened(list(Draft.objects.filter(id=draft, account=account)))
    if not found:
        raise NoSuchDraft("no_such_draft")
    return found[0]


def of_account(account: str) -> list[Drafted]:
    """Return the drafts of an account, the latest changed first."""
    return _opened(list(Draft.objects.filter(account=account).order_by("-changed", "id")))


def keep(draft: str, account: str, plan: Plan, *, on: date) -> None:
    """Keep what a draft has become."""
    row = Draft.objects.filter(id=draft, account=account).first()
    secret = find_keys([row.key]).get(row.key) if row else None
    if row is None or secret is None:
        raise NoSuchDraft("no_such_draft")
    row.changed, row.sealed = on, _sealed(row.id, secret, plan)
    row.save()


def take(draft: str, account: str) -> Drafted:
    """Return a draft that is to be opened, and let nobody else open it before that is done."""
    row = Draft.objects.select_for_update().filter(id=draft, account=account).first()
    found = _opened([row] if row else [])
    if not found:
        raise NoSuchDraft("no_such_draft")
    return found[0]


def drop(draft: str, account: str) -> None:
    """Take a draft away, with its key."""
    _drop(Draft.objects.filter(id=draft, account=account))


def forget_old(*, on: date) -> None:
    """Take away the drafts that nobody has changed for long, and those whose code is too old."""
    _drop(Draft.objects.filter(changed__lte=on - KEPT))
    _drop(Draft.objects.filter(account=None, changed__lte=on - CODE_DAYS))


def _drop(rows: QuerySet[Draft]) -> None:
    keys = list(rows.values_list("key", flat=True))
    rows.delete()
    forget_keys(keys)


def _new(plan: Plan, *, on: date, account: Account | None = None, mark: str | None = None) -> Draft:
    key, secret = draw_key()
    row = Draft(account=account, mark=mark, changed=on, key=key)
    row.sealed = _sealed(row.id, secret, plan)
    row.save(force_insert=True)
    keep_keys({key: secret})  # after the row: a key that no row names may be swept away
    return row


def _opened(rows: list[Draft]) -> list[Drafted]:
    keys = find_keys(row.key for row in rows)
    return [_read(row, keys[row.key]) for row in rows if row.key in keys]


def _read(row: Draft, secret: bytes) -> Drafted:
    told = json.loads(unseal(secret, bytes(row.sealed), bound_to=f"draft {row.id}"))
    return Drafted(row.id, read_plan(told), row.changed)


def _sealed(draft: str, secret: bytes, plan: Plan) -> bytes:
    return seal(secret, json.dumps(write_plan(plan)).encode(), bound_to=f"draft {draft}")


def _mark(code: str) -> str:
    return mark(KIND, plain_code(code))
