"""Giving somebody a duty for a whole partnership, and ending it."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.timezone import localdate

from withus.actions.joining import enter
from withus.core.facts.joining import DutyEnded, DutyGiven
from withus.core.words import Duty
from withus.stores.keys.locker import new_id
from withus.stores.record.append import Actor


def give(*, record: str, person: str, duty: Duty, by: str, now: datetime) -> tuple[int, ...]:
    """Give somebody a duty from today on."""
    from_ = localdate(now)
    given = DutyGiven(given=new_id(), duty=duty, board=None, from_=from_, until=None, person=person)
    return enter(given, record=record, by=Actor(person=by), now=now)


def end(*, record: str, given: str, by: str, now: datetime, until: date) -> tuple[int, ...]:
    """End a duty: from that day on, nobody has it."""
    ended = DutyEnded(given=given, until=until)
    return enter(ended, record=record, by=Actor(person=by), now=now)
