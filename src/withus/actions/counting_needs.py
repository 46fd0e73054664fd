"""Counting needs: once a quarter, over all boards, and only so many as lead to nobody."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from withus.actions.joining import enter
from withus.core.errors import Refusal
from withus.core.meeting.counting import begins, counted, ended_by, to_count
from withus.stores.meeting import needs
from withus.stores.record.append import THE_HOST
from withus.stores.record.read import find_log
from withus.stores.record.states import partnership_state


def count_needs(*, now: datetime) -> int:
    """Enter for each partnership the needs of the last quarter; return for how many it was done.

    Nothing is entered of too few, nor in a record that has ended.
    """
    quarter, done = to_count(now.date()), 0
    for record in needs.records():
        try:
            done += count_of(record, quarter, now=now)
        except Refusal:
            continue
    return done


def count_of(record: str, quarter: str, *, now: datetime) -> bool:
    """Enter the needs of a quarter, unless that is done, or they are too few; tell whether it was.

    Errors: those of the rules.
    """
    known = partnership_state(find_log(record)).needs
    if any(each.fact.quarter == quarter for each in known):
        return False
    starts, ends = midnight(begins(quarter)), midnight(ended_by(quarter))
    fact = counted(quarter, needs.answers_between(record, starts, ends))
    if fact is None:
        return False
    enter(fact, record=record, by=THE_HOST, now=now)
    return True


def midnight(day: date) -> datetime:
    """Return the time at which a day begins, in UTC."""
    return datetime.combine(day, time(), tzinfo=UTC)
