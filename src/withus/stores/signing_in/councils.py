"""Whom a council's sign-in means: tied to an account at first use, and to no other after that."""

from __future__ import annotations

from django.db.models import QuerySet

from withus.stores.accounts.accounts import by_address
from withus.stores.accounts.marks import mark
from withus.stores.accounts.models import Account
from withus.stores.signing_in.models import CouncilLink


def linked(issuer: str, subject: str) -> Account | None:
    """Return the account that a council's name for somebody was tied to."""
    found = CouncilLink.objects.filter(mark=_mark(issuer, subject))
    row = found.select_related("account").first()
    return row.account if row else None


def tie(issuer: str, subject: str, address: str) -> Account | None:
    """Tie a council's name for somebody to the account that has their address.

    None where nobody has it, or where that account is tied to somebody else there: an address that
    the council gave to another person must not bring them in here.
    """
    account = by_address(address)
    if account is None or CouncilLink.objects.filter(account=account).exists():
        return None
    CouncilLink.objects.create(account=account, mark=_mark(issuer, subject))
    return account


def is_tied(account: Account) -> bool:
    """Tell whether a council's sign-in lets an account in."""
    return ties().filter(account=account).exists()


def ties() -> QuerySet[CouncilLink]:
    """Return the accounts that are tied to a council's name for somebody."""
    return CouncilLink.objects.all()


def untie(account: Account) -> None:
    """Let a council's sign-in mean an account no longer."""
    CouncilLink.objects.filter(account=account).delete()


def _mark(issuer: str, subject: str) -> str:
    return mark("council", f"{issuer}\n{subject}")
