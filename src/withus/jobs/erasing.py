"""Erasing whoever asked for it, once that is ordered: a job, which is given the ask's id only."""

from __future__ import annotations

from datetime import UTC, date, datetime

from withus.actions.asking import carry_out, order_erasure
from withus.actions.asking import release as let_go_on
from withus.jobs import queue
from withus.saying.mine import letters
from withus.stores.asking.asks import ordered
from withus.stores.record.whole import whole


@queue.job
def erase_who_asked(ask: str) -> None:
    """Erase whoever asked for it; on hold, it waits for the daily sweep after it is let go on."""
    carry_out(ask, now=datetime.now(UTC), letter=letters.erased)


def order(*, record: str, wanted: str, by: str, on: date) -> None:
    """Order an erasure, and have it done."""
    with whole():
        order_erasure(record=record, wanted=wanted, by=by, on=on)
        queue.ask(erase_who_asked, wanted)


def release(*, record: str, wanted: str, by: str, on: date) -> None:
    """Let an ask go on that was on hold; have the erasure done, if one was ordered."""
    with whole():
        let_go_on(record=record, wanted=wanted, by=by, on=on)
        queue.ask(erase_who_asked, wanted)


def go_on() -> None:
    """Have the erasures done that were ordered, and are not yet."""
    for _, each in ordered():
        queue.ask(erase_who_asked, each)
