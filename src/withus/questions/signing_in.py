"""What is asked about signing in: the ways in that somebody has, and whom they act for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from withus.stores.accounts import accounts
from withus.stores.accounts.models import Account, OwnCode
from withus.stores.joining.models import PartnershipRow
from withus.stores.people.identity import identities
from withus.stores.signing_in import councils, factors, passkeys


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways in that somebody has."""

    addresses: list[str]
    passkeys: list[passkeys.Known]
    own_code: date | None  # when it was made
    second: bool
    spare: int
    council: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """A partnership in which an account acts for several people, by id and name."""

    origin: str
    name: str
    people: tuple[tuple[str, str], ...]


def ways_of(account: Account) -> Ways:
    """Return the ways in that an account has."""
    paper = OwnCode.objects.filter(account=account).first()
    second = factors.is_on(account)
    return Ways(
        addresses=accounts.addresses(account),
        passkeys=passkeys.of(account),
        own_code=paper.made_at.date() if paper else None,
        second=second,
        spare=factors.spare_left(account) if second else 0,
        council=councils.is_tied(account),
    )


def passkey_of(account: Account, passkey: str) -> passkeys.Known | None:
    """Return a passkey of an account."""
    return next((each for each in passkeys.of(account) if each.id == passkey), None)


def has_second_factor(account: Account) -> bool:
    """Tell whether an account turned the second factor on."""
    return factors.is_on(account)


def secret_to_share(account: Account) -> bytes | None:
    """Return the secret for an app of codes, while it is being set up."""
    return factors.secret_of(account)


def account_by(name: str) -> Account | None:
    """Return an account by its id."""
    return Account.objects.filter(id=name, is_active=True).first()


def shared_by(account: Account) -> list[Shared]:
    """Return the partnerships in which an account acts for several people."""
    found = []
    for origin in accounts.partnerships_of(account.id):
        people = accounts.people_of(account.id, origin)
        if len(people) > 1:
            known = identities(origin, people)
            named = tuple((each, known[each].name) for each in people if each in known)
            row = PartnershipRow.objects.filter(origin=origin).first()
            found.append(Shared(origin, row.name if row else origin, named))
    return found
