"""Codes and counts hold when many try at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from django.db import connections

from tests.kept import a_record, committed
from withus.core.errors import Refusal
from withus.core.rules.signing_in import CODE_TRIES, WRONG_FROM_HERE
from withus.stores.accounts.accounts import open_account
from withus.stores.signing_in import codes, tallies
from withus.stores.signing_in.models import SentCode, Tally

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def at_once(times: int, do: Callable[[], object]) -> list[object]:
    """Do something in several threads, and return what each did, or its refusal's code."""

    def one(_: int) -> object:
        try:
            return do()
        except Refusal as refusal:
            return refusal.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as threads:
        return list(threads.map(one, range(times)))


@committed
def test_a_right_code_lets_in_once_also_when_it_is_typed_many_times_at_once() -> None:
    sent = codes.make(open_account(), now=NOW)
    done = at_once(5, lambda: codes.take(sent.id, sent.code, now=NOW))
    assert sum(isinstance(each, codes.Taken) for each in done) == 1


@committed
def test_no_more_guesses_are_looked_at_than_allowed_however_many_come_at_once() -> None:
    sent = codes.make(open_account(), now=NOW)
    at_once(12, lambda: codes.take(sent.id, "0", now=NOW))
    assert SentCode.objects.get().tries == CODE_TRIES
    assert at_once(1, lambda: codes.take(sent.id, sent.code, now=NOW)) == ["code_over"]


@committed
def test_tries_at_the_same_moment_are_counted_each() -> None:
    done = at_once(12, lambda: tallies.count(WRONG_FROM_HERE, "here", now=NOW))
    assert Tally.objects.get().count == 12
    assert max(done) == 12  # type: ignore[type-var]


@a_record
def test_what_holds_no_longer_is_forgotten() -> None:
    codes.make(None, now=NOW)
    tallies.count(WRONG_FROM_HERE, "here", now=NOW)
    codes.forget_old(now=NOW + timedelta(minutes=14))
    tallies.forget_old(now=NOW + timedelta(hours=1))
    assert SentCode.objects.exists() and Tally.objects.exists()
    codes.forget_old(now=NOW + timedelta(minutes=16))
    tallies.forget_old(now=NOW + timedelta(hours=3))
    assert not SentCode.objects.exists() and not Tally.objects.exists()


@a_record
def test_no_code_lies_open_in_the_table() -> None:
    sent = codes.make(open_account(), now=NOW, address="sam@example.org")
    row = SentCode.objects.get()
    assert sent.code not in row.mark
    assert b"sam" not in bytes(row.sealed)
