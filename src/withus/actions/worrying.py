"""Telling a worry, and looking at one: outside the record."""

from __future__ import annotations

from datetime import date

from withus.actions.asking import short_enough
from withus.core.errors import Refusal
from withus.core.rules.guarding import check_may_write
from withus.stores.record.append import locked
from withus.stores.record.read import find_log, partnership_state
from withus.stores.worrying import worries


def tell(*, record: str, words: str, entry: int | None, by: str, on: date) -> None:
    """Tell a worry. One about an entry hides its words from all but the safeguarding lead.

    `by` is empty where whoever tells it does not say who they are.
    """
    log = find_log(record)
    check_may_write(partnership_state(log), on=on)
    if entry is not None and not 0 <= entry < log.size:
        raise Refusal("no_such_entry")
    if entry is None and not words:
        raise Refusal("nothing_written")
    worries.keep(record, short_enough(words), on=on, entry=entry, by=by)


def looked(*, record: str, wanted: str, hides: bool, reason: str, on: date) -> None:
    """Look at a worry: let its entry stay hidden for now, or show it again and say why."""
    with locked(record):
        found = worries.find(record, wanted)
        if not hides and found.hides and not reason:
            raise Refusal("nothing_written")
        worries.note_looked(found.id, on=on, hides=hides, reason=short_enough(reason))
