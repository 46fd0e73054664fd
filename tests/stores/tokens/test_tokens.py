"""Keys for programs in the tables: found by a mark, gone with whom they act for, and counted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.core.facts.story import ORIGIN
from tests.kept import a_record
from withus.stores.accounts.accounts import link, open_account
from withus.stores.accounts.models import Link
from withus.stores.keys.locker import forget_keys
from withus.stores.people.identity import add_person
from withus.stores.tokens import tokens
from withus.stores.tokens.models import Pace, Repeatable, Token

pytestmark = a_record
NOW = datetime(2026, 11, 23, 9, 0, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def theirs() -> Link:
    """Return the link of an account to a person."""
    account = open_account()
    link(account, origin=ORIGIN, person=add_person(ORIGIN, "Robin Hood").person)
    return Link.objects.select_related("account").get(account=account)


def test_a_key_is_found_by_its_secret_while_it_is_in_force(theirs: Link) -> None:
    secret = tokens.add_token(theirs, "A list", now=NOW)
    found = tokens.find_token(secret, now=NOW)
    assert found is not None
    assert found.link == theirs
    assert tokens.find_token(secret, now=NOW + tokens.LASTS - DAY) == found
    assert tokens.find_token(secret, now=NOW + tokens.LASTS) is None
    assert tokens.find_token(secret[:-1], now=NOW) is None


def test_its_name_is_read_under_the_key_of_the_account(theirs: Link) -> None:
    tokens.add_token(theirs, "A list", now=NOW)
    tokens.add_token(theirs, "Another list", now=NOW + DAY)
    found = tokens.tokens_of(theirs.account_id, now=NOW + DAY)
    assert list(tokens.names_of(found).values()) == ["Another list", "A list"]
    forget_keys([theirs.account.key])
    assert tokens.names_of(found) == {}


def test_keys_that_are_over_are_not_listed(theirs: Link) -> None:
    tokens.add_token(theirs, "A list", now=NOW)
    assert tokens.tokens_of(theirs.account_id, now=NOW + tokens.LASTS) == []
    assert tokens.count_of(theirs, now=NOW + tokens.LASTS) == 0
    assert tokens.count_of(theirs, now=NOW) == 1


def test_calls_are_counted_by_the_minute(theirs: Link) -> None:
    tokens.add_token(theirs, "A list", now=NOW)
    token = Token.objects.get().id
    counted = [tokens.count_call(token, now=NOW + timedelta(seconds=10 * n)) for n in range(7)]
    assert counted == [1, 2, 3, 1, 2, 3, 4]
    assert Pace.objects.count() == 1


def test_a_repeat_is_known_for_a_day_by_marks_alone(theirs: Link) -> None:
    tokens.add_token(theirs, "A list", now=NOW)
    token = Token.objects.get().id
    assert tokens.entered_before(token, "word", b"act", now=NOW) is None
    tokens.keep_for_repeats(token, "word", b"act", entry=7, now=NOW)
    assert tokens.entered_before(token, "word", b"act", now=NOW + DAY - timedelta(1e-6)) == 7
    with pytest.raises(tokens.RepeatDiffers):
        tokens.entered_before(token, "word", b"another act", now=NOW)
    assert tokens.entered_before(token, "other word", b"act", now=NOW) is None
    assert tokens.entered_before(token, "word", b"another act", now=NOW + DAY) is None
    assert not Repeatable.objects.exists()


def test_what_is_spent_is_forgotten_and_nothing_else(theirs: Link) -> None:
    tokens.add_token(theirs, "A list", now=NOW)
    token = Token.objects.get().id
    tokens.keep_for_repeats(token, "word", b"act", entry=7, now=NOW)
    tokens.count_call(token, now=NOW)
    assert tokens.forget_spent(now=NOW + timedelta(seconds=20)) == 0
    assert tokens.forget_spent(now=NOW + timedelta(minutes=2)) == 1  # when it called
    assert [*Pace.objects.values_list("minute", "calls")] == [(0, 0)]
    assert tokens.forget_spent(now=NOW + DAY) == 1  # the repeat
    assert tokens.forget_spent(now=NOW + tokens.LASTS) == 2  # the key, and its pace
    assert not Token.objects.exists()
