"""Asking how one's information is held, and answering; erasing somebody who asked for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

from withus.actions.acting import check_duty
from withus.actions.keeping import erase_person
from withus.core.errors import Refusal
from withus.core.rules.asking import (
    check_may_answer,
    check_may_hold,
    check_may_order,
    check_may_release,
    due_on,
    may_be_carried_out,
)
from withus.core.rules.guarding import check_may_write
from withus.core.rules.rights import Act
from withus.core.words import AskKind, ErasedGround
from withus.stores.accounts.accounts import accounts_of
from withus.stores.accounts.accounts import addresses as addresses_of
from withus.stores.accounts.models import Account
from withus.stores.asking import asks
from withus.stores.outbox import mail
from withus.stores.record.append import locked
from withus.stores.record.read import find_log
from withus.stores.record.states import partnership_state

Letter = Callable[[str], tuple[str, str]]  # a partnership’s name -> subject, words
LONGEST = 4_000  # characters


def ask(*, record: str, person: str, kind: AskKind, words: str, on: date) -> str:
    """Ask something about how one's information is held; the clock runs from that day."""
    if words:
        check_may_write(partnership_state(find_log(record)), on=on)
    days = (on, due_on(on))
    return asks.keep(record, person, kind, short_enough(words), days=days)


def answer(*, record: str, wanted: str, words: str, by: str, on: date) -> None:
    """Answer what somebody asked."""
    with locked(record) as log:
        check_duty(log, Act.ANSWER_ASKS, by=by, on=on)
        if not words:
            raise Refusal("nothing_written")
        found = asks.find(record, wanted)
        check_may_answer(found.stands)
        asks.note(found.id, days={"answered": on}, told={"answer": short_enough(words)})


def hold(*, record: str, wanted: str, reason: str, by: str, on: date) -> None:
    """Put an ask on hold, and say why. An erasure that is ordered waits too."""
    with locked(record) as log:
        check_duty(log, Act.ANSWER_ASKS, by=by, on=on)
        if not reason:
            raise Refusal("nothing_written")
        found = asks.find(record, wanted)
        check_may_hold(found.stands)
        asks.note(found.id, days={"held": on}, told={"reason": short_enough(reason)})


def release(*, record: str, wanted: str, by: str, on: date) -> None:
    """Let an ask go on that was on hold."""
    with locked(record) as log:
        check_duty(log, Act.ANSWER_ASKS, by=by, on=on)
        found = asks.find(record, wanted)
        check_may_release(found.stands)
        asks.note(found.id, days={"held": None}, told={"reason": ""})


def order_erasure(*, record: str, wanted: str, by: str, on: date) -> None:
    """Order that whoever asked for it be erased."""
    with locked(record) as log:
        check_duty(log, Act.ORDER_ERASURE, by=by, on=on)
        found = asks.find(record, wanted)
        check_may_order(found.stands)
        asks.note(found.id, days={"ordered": on}, told={})


def carry_out(wanted: str, *, now: datetime, letter: Letter | None = None) -> bool:
    """Erase whoever asked for it, if that is ordered and nothing holds it; tell whether it is done.

    The ask goes with them, so asked a second time there is nothing left to do. With a letter, it
    goes to the addresses that went with them.
    """
    record = asks.partnership_of(wanted)
    if record is None:
        return True
    found = asks.find(record, wanted)
    if not may_be_carried_out(found.stands):
        return False
    addresses = list(_last_addresses(record, found.person))
    try:
        erase_person(record=record, person=found.person, ground=ErasedGround.ASKED, now=now)
    except Refusal as refusal:
        if refusal.code != "held":  # the whole partnership is: it is tried again every day
            raise
        return False
    if letter is not None and addresses:
        for address in addresses:
            mail.post(address, *letter(_name_of(record)))
    return True


def _last_addresses(record: str, person: str) -> Iterator[str]:
    """Yield the addresses of accounts that lead to nobody else, and so go with somebody."""
    for account in Account.objects.filter(id__in=accounts_of(record, person)):
        if account.link_set.count() == 1:
            yield from addresses_of(account)


def _name_of(record: str) -> str:
    opened = partnership_state(find_log(record)).opened
    return opened.fact.name if opened else record


def short_enough(words: str) -> str:
    """Return words as they are kept; refuse more than anybody would read."""
    if len(words) > LONGEST:
        raise Refusal("too_many_words", {"most": LONGEST})
    return words
