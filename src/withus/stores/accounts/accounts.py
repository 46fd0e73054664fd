"""Making accounts, finding them by an address or a code, and linking them to people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, Q

from withus.core.errors import Refusal
from withus.core.history.streams import PARTNERSHIP
from withus.stores.accounts.marks import mark, new_code, plain_address, plain_code
from withus.stores.accounts.models import Account, Address, Link, OwnCode
from withus.stores.accounts.visits import end_visits
from withus.stores.joining.models import PartnershipRow
from withus.stores.keys.locker import (
    KEY_BYTES,
    draw_key,
    find_keys,
    forget_keys,
    keep_keys,
    seal,
    unseal,
)

NOBODY = "key-of-nobody-at-all-0"
NOTHING = seal(bytes(KEY_BYTES), b"somebody@example.org", bound_to="nobody")


class AddressTaken(Refusal):
    """Say that another account has this address already."""


def open_account() -> Account:
    """Make an account with a key of its own, which leads to nobody yet."""
    key, secret = draw_key()
    account = Account(key=key)
    account.set_unusable_password()
    account.save()
    keep_keys({key: secret})  # after the row: a key that no row names may be swept away
    return account


def by_address(address: str) -> Account | None:
    """Return the account that has an address."""
    found = Address.objects.filter(mark=mark("address", plain_address(address)))
    row = found.select_related("account").first()
    return row.account if row else None


def as_given(address: str) -> tuple[Account | None, str]:
    """Return the account that has an address, and the address as it was given, not as it is typed.

    The same is asked of the databases where nobody has it.
    """
    sign = mark("address", plain_address(address))
    row = Address.objects.filter(mark=sign).select_related("account").first()
    key = row.account.key if row else NOBODY
    secret = find_keys([key]).get(key)
    if row is None or secret is None:
        unseal(bytes(KEY_BYTES), NOTHING, bound_to="nobody")  # as long as for somebody
        return None, ""
    return row.account, unseal(secret, bytes(row.sealed), bound_to=f"address {sign}").decode()


def add_address(account: Account, address: str) -> None:
    """Give an account an address that was shown to be theirs; refuse one that another has."""
    sign = mark("address", plain_address(address))
    held = Address.objects.filter(mark=sign).first()
    if held is not None:
        if held.account_id == account.id:
            return
        raise AddressTaken("address_taken")
    secret = find_keys([account.key])[account.key]
    sealed = seal(secret, address.strip().encode(), bound_to=f"address {sign}")
    Address.objects.create(account=account, mark=sign, sealed=sealed)


def addresses(account: Account) -> list[str]:
    """Return an account's addresses, the first given first."""
    rows = list(Address.objects.filter(account=account).order_by("id"))
    secret = find_keys([account.key]).get(account.key) if rows else None
    if secret is None:
        return []
    return [_opened(row, secret) for row in rows]


def _opened(row: Address, secret: bytes) -> str:
    return unseal(secret, bytes(row.sealed), bound_to=f"address {row.mark}").decode()


def addresses_of(origin: str, people: Iterable[str]) -> dict[str, str]:
    """Return an address of each of some people of a partnership who has one: the first given."""
    wanted = list(people)
    links = Link.objects.filter(origin=origin, person__in=wanted).select_related("account")
    held: dict[str, list[Account]] = {}
    for each in links.order_by("id"):
        held.setdefault(each.person, []).append(each.account)
    accounts = {one.id: one for some in held.values() for one in some}
    rows = Address.objects.filter(account__in=list(accounts)).order_by("-id")
    first = {str(row.account_id): row for row in rows}
    secrets = find_keys(accounts[name].key for name in first)
    return {
        person: _opened(first[one.id], secrets[one.key])
        for person, some in held.items()
        for one in reversed(some)
        if one.id in first and one.key in secrets
    }


def with_address(origin: str, people: Iterable[str]) -> frozenset[str]:
    """Return which of some people have an address, unopened."""
    rows = Link.objects.filter(origin=origin, person__in=list(people))
    return frozenset(rows.filter(account__address__isnull=False).values_list("person", flat=True))


def drop_address(account: Account, address: str) -> None:
    """Take an address from an account."""
    sign = mark("address", plain_address(address))
    Address.objects.filter(account=account, mark=sign).delete()


def give_code(account: Account, *, now: datetime) -> str:
    """Give an account a new code on paper, in the place of the one before; return it, once."""
    code = new_code()
    told = {"mark": mark("code", plain_code(code)), "made_at": now}
    OwnCode.objects.update_or_create(account=account, defaults=told)
    return code


def keep_code(account: Account, sign: str, *, now: datetime) -> None:
    """Let a code that somebody has on paper already, known here by its mark, let an account in."""
    OwnCode.objects.update_or_create(account=account, defaults={"mark": sign, "made_at": now})


def stop_codes(origin: str, person: str) -> None:
    """Let the codes on paper that led to one person, and to nobody else, let in no more."""
    theirs = Link.objects.filter(origin=origin, person=person).values("account")
    others = Link.objects.filter(account__in=theirs).exclude(origin=origin, person=person)
    OwnCode.objects.filter(account__in=theirs).exclude(
        account__in=others.values("account")
    ).delete()


def by_code(code: str) -> Account | None:
    """Return the account that a code on paper lets in."""
    found = OwnCode.objects.filter(mark=mark("code", plain_code(code)))
    row = found.select_related("account").first()
    return row.account if row else None


def link(account: Account, *, origin: str, person: str) -> None:
    """Let an account act for a person of a partnership."""
    Link.objects.get_or_create(account=account, origin=origin, person=person)


def people_of(account: str, origin: str) -> tuple[str, ...]:
    """Return the people of a partnership whom an account acts for, the first linked first."""
    rows = Link.objects.filter(account=account, origin=origin).order_by("id")
    return tuple(rows.values_list("person", flat=True))


def acted_for(account: str, origin: str) -> tuple[tuple[str, ...], bool]:
    """Return the same people, and whether the partnership is a practice run, in one question."""
    practice = PartnershipRow.objects.filter(origin=origin, ref=PARTNERSHIP, practice=True)
    rows = Link.objects.filter(account=account, origin=origin).order_by("id")
    found = list(rows.annotate(practice=Exists(practice)).values_list("person", "practice"))
    return tuple(person for person, _ in found), any(practises for _, practises in found)


def partnerships_of(account: str) -> tuple[str, ...]:
    """Return the partnerships in which an account acts for somebody, in order."""
    rows = Link.objects.filter(account=account).order_by("origin")
    return tuple(rows.values_list("origin", flat=True).distinct())


def accounts_of(origin: str, person: str) -> tuple[str, ...]:
    """Return the accounts that act for a person."""
    rows = Link.objects.filter(origin=origin, person=person).order_by("id")
    return tuple(rows.values_list("account", flat=True))


def sharing(origin: str, people: Iterable[str], *, beside: Iterable[str] = ()) -> frozenset[str]:
    """Return whoever an account acts for that also acts for some people, or is beside theirs."""
    theirs = Link.objects.filter(origin=origin, person__in=list(people)).values("account")
    shared = Q(account__in=theirs) | Q(account__in=list(beside))
    rows = Link.objects.filter(shared, origin=origin)
    return frozenset(rows.values_list("person", flat=True))


def unlink(origin: str, person: str) -> None:
    """Let nobody act for a person; an account that leads to nobody else goes, with its key."""
    with transaction.atomic():
        forget_keys(let_go(origin, person))


def let_go(origin: str, person: str) -> set[str]:
    """Let nobody act for a person; delete accounts that lead to nobody else, and end their visits.

    Return the keys of those accounts, which are still to be forgotten.
    """
    accounts = list(Account.objects.filter(id__in=accounts_of(origin, person)))
    Link.objects.filter(origin=origin, person=person).delete()
    left = [one for one in accounts if not Link.objects.filter(account=one).exists()]
    end_visits([one.id for one in left])
    Account.objects.filter(id__in=[one.id for one in left]).delete()
    return {one.key for one in left}
