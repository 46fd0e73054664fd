"""Signing in: ask for a code, and show it; or show a code from paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from withus.core.rules import signing_in as rules
from withus.core.rules.signing_in import Limit, NotRight
from withus.stores.accounts import accounts
from withus.stores.accounts.marks import mark, plain_address, plain_code
from withus.stores.accounts.models import Account
from withus.stores.outbox import mail
from withus.stores.signing_in import codes, factors, tallies

T = TypeVar("T")
Words = Callable[[str], tuple[str, str]]
"""Tells a code in a mail: its subject and its body."""


@dataclass(frozen=True, slots=True)
class Asking:
    """From where something is asked, and when."""

    network: str
    now: datetime

    def count(self, limit: Limit, mark_: str) -> None:
        """Count a try, and refuse it beyond the limit."""
        limit.check(tallies.count(limit, mark_, now=self.now), self.now)

    @property
    def here(self) -> str:
        """The mark of the network that it comes from."""
        return mark("network", self.network)


def ask_for_code(address: str, *, asking: Asking, words: Words) -> str:
    """Send a code to an address that lets somebody in; return the id to try it under.

    Whether anybody has the address cannot be told: the same is asked and written either way, and
    the mail to nobody is dropped later. It goes to the address as they gave it, not as it is typed
    now.
    """
    sign = mark("address", plain_address(address))
    asking.count(rules.ASKED_FROM_HERE, asking.here)
    asking.count(rules.SENT_FROM_HERE, mark("address from here", sign + asking.here))
    asking.count(rules.SENT, sign)
    account, theirs = accounts.as_given(address)
    sent = codes.make(account, now=asking.now)
    mail.post(theirs, *words(sent.code))
    return sent.id


def take_code(name: str, typed: str, *, asking: Asking) -> Account:
    """Return the account that a code lets in."""
    return _unless_too_many(lambda: codes.take(name, typed, now=asking.now), asking).account


def take_own_code(typed: str, *, asking: Asking) -> Account:
    """Return the account that a code on paper lets in. It stays good until another is made."""

    def found() -> Account:
        asking.count(rules.WRONG_ON_PAPER, "")
        account = accounts.by_code(typed)
        if account is None:
            raise NotRight("own_code_wrong")
        tallies.take_back(rules.WRONG_ON_PAPER, "", now=asking.now)
        return account

    return _unless_too_many(found, asking)


def _unless_too_many(take: Callable[[], T], asking: Asking) -> T:
    """Count a try at a code from one network before it is looked at; a right one does not count."""
    asking.count(rules.WRONG_FROM_HERE, asking.here)
    found = take()
    tallies.take_back(rules.WRONG_FROM_HERE, asking.here, now=asking.now)
    return found


def take_second(account: Account, typed: str, *, asking: Asking) -> None:
    """Take a code of somebody's app, or one of their spare codes."""
    asking.count(rules.WRONG_SECOND, account.id)
    if len(plain_code(typed)) > factors.DIGITS:
        factors.take_spare(account, typed)
    else:
        factors.check(account, typed, now=asking.now)
    tallies.take_back(rules.WRONG_SECOND, account.id, now=asking.now)
