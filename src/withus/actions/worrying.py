"""Telling a worry, and looking at one: outside the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from withus.actions.acting import check_duty
from withus.actions.asking import short_enough
from withus.core.errors import Refusal
from withus.core.rules.guarding import check_may_write
from withus.core.rules.rights import Act
from withus.stores.record.append import locked
from withus.stores.record.read import find_log
from withus.stores.record.states import partnership_state
from withus.stores.worrying import worries


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a worry that was looked at."""

    worry: str
    hides: bool  # its entry stays hidden
    reason: str


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


def look(outcome: Outcome, *, record: str, by: str, on: date) -> None:
    """Look at a worry: let its entry stay hidden for now, or show it again and say why."""
    with locked(record) as log:
        check_duty(log, Act.READ_WORRIES, by=by, on=on)
        found = worries.find(record, outcome.worry)
        if not outcome.hides and found.hides and not outcome.reason:
            raise Refusal("nothing_written")
        hides, reason = outcome.hides and found.hides, short_enough(outcome.reason)
        worries.note_looked(found.id, on=on, hides=hides, reason=reason)
