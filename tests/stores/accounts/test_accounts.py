"""Accounts: found by an address or a code, and nothing in the tables says which."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.serializers import serialize

from tests.core.facts.story import ORIGIN
from tests.kept import a_record
from withus.stores.accounts import accounts
from withus.stores.accounts.models import Account, Address, Link, OwnCode
from withus.stores.keys.models import Key

pytestmark = a_record
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def test_an_account_is_found_by_its_address_however_it_is_typed() -> None:
    account = accounts.open_account()
    accounts.add_address(account, "Sam.Ward@example.org")
    assert accounts.by_address("  sam.ward@EXAMPLE.org ") == account
    assert accounts.by_address("sam@example.org") is None
    assert accounts.addresses(account) == ["Sam.Ward@example.org"]


def test_an_address_leads_to_one_account_only() -> None:
    one, other = accounts.open_account(), accounts.open_account()
    accounts.add_address(one, "us@example.org")
    accounts.add_address(one, "us@example.org")
    with pytest.raises(accounts.AddressTaken):
        accounts.add_address(other, "US@example.org")
    accounts.drop_address(one, "us@example.org")
    assert accounts.by_address("us@example.org") is None


def test_a_code_lets_in_until_the_next_one_is_given() -> None:
    account = accounts.open_account()
    first = accounts.give_code(account, now=NOW)
    assert accounts.by_code(first.lower().replace("-", " ")) == account
    second = accounts.give_code(account, now=NOW)
    assert accounts.by_code(first) is None
    assert accounts.by_code(second) == account


def test_no_table_holds_an_address_or_a_code() -> None:
    account = accounts.open_account()
    accounts.add_address(account, "sam@example.org")
    code = accounts.give_code(account, now=NOW)
    rows = [*Account.objects.all(), *Address.objects.all(), *OwnCode.objects.all()]
    kept = serialize("json", rows) + repr([bytes(row.sealed) for row in Address.objects.all()])
    assert "sam" not in kept.casefold()
    assert code not in kept and code.replace("-", "") not in kept


def test_two_people_may_share_an_account_and_one_may_have_two() -> None:
    one, other = accounts.open_account(), accounts.open_account()
    accounts.link(one, origin=ORIGIN, person="sam")
    accounts.link(one, origin=ORIGIN, person="bo")
    accounts.link(other, origin=ORIGIN, person="sam")
    assert accounts.people_of(one.id, ORIGIN) == ("sam", "bo")
    assert accounts.accounts_of(ORIGIN, "sam") == (one.id, other.id)
    assert accounts.partnerships_of(one.id) == (ORIGIN,)


def test_an_account_that_leads_to_nobody_goes_with_its_key() -> None:
    shared, own = accounts.open_account(), accounts.open_account()
    for account, person in ((shared, "sam"), (shared, "bo"), (own, "sam")):
        accounts.link(account, origin=ORIGIN, person=person)
    accounts.add_address(own, "sam@example.org")
    accounts.unlink(ORIGIN, "sam")
    assert list(Account.objects.all()) == [shared]
    assert not Key.objects.filter(id=own.key).exists()
    assert list(Link.objects.values_list("person", flat=True)) == ["bo"]
    assert not Address.objects.exists()
