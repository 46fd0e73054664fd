"""When papers are to be out before a meeting, and which of them were."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from withus.core.history.state import AgendaItem, Meeting
from withus.core.meeting.standing import when
from withus.core.words import Paper

PROMISED = 5  # whole working days: findings.md, G2


def clear_days_before(day: date, count: int, *, closed: Container[date]) -> date:
    """Tell the last day on which something is so many whole working days before a day.

    Formula: so many Mondays to Fridays that are not closed lie between the two, neither counted.
    Unit: working days.
    Reads: `closed`, the bank holidays of the country.
    Example: five before Tuesday 1 December 2026 is Monday 23 November.
    """
    reached = day - timedelta(days=1)
    while count > 0:
        if reached.weekday() < 5 and reached not in closed:
            count -= 1
        reached -= timedelta(days=1)
    return reached


@dataclass(frozen=True, slots=True)
class InAForm:
    """A paper in one form: the day it was out, and whether that was in time; None: not out yet."""

    form: Paper
    day: date | None
    entry: int | None
    paper: str | None
    in_time: bool | None


@dataclass(frozen=True, slots=True)
class PaperSeen:
    """A paper, with each form that is needed or that it is out in."""

    paper: str
    forms: tuple[InAForm, ...]


def papers_of(item: AgendaItem, needed: Iterable[Paper], *, due: date) -> tuple[PaperSeen, ...]:
    """Tell the papers of an item, each with its forms: those that are needed first.

    Shape: `due` is the last day that is in time.
    """
    wanted = frozenset(needed)
    order = sorted(Paper, key=lambda form: (form not in wanted, list(Paper).index(form)))
    found = []
    for name, one in item.papers.items():
        if one.fact.form_of is None:
            forms = [_out(item, name, form, due) for form in order]
            shown = (each for each in forms if each.day is not None or each.form in wanted)
            found.append(PaperSeen(name, tuple(shown)))
    return tuple(found)


def _out(item: AgendaItem, paper: str, form: Paper, due: date) -> InAForm:
    each = [
        (one.fact.day, one.entry, name)
        for name, one in item.papers.items()
        if paper in (name, one.fact.form_of) and one.fact.format is form
    ]
    if not each:
        return InAForm(form, None, None, None, None)
    first, (_, entry, name) = min(each)[0], max(each, key=lambda one: one[1])
    return InAForm(form, first, entry, name, first <= due)


def due_on(meeting: Meeting, *, closed: Container[date]) -> date:
    """Tell the last day on which a paper of a meeting is out in time, by the promise.

    Formula: `clear_days_before` the day it begins, five of them.
    Source: findings.md, G2.
    """
    return clear_days_before(when(meeting).starts.date(), PROMISED, closed=closed)


def all_in_time(seen: Iterable[PaperSeen], needed: Iterable[Paper]) -> Mapping[Paper, bool | None]:
    """Tell by form whether every paper was out in time; None while one may still come.

    Not: whether anybody could read it. No papers: nothing is told.
    """
    found: dict[Paper, bool | None] = {}
    papers = tuple(seen)
    wanted = frozenset(needed)
    for form in (each for each in Paper if each in wanted):
        told = [each.in_time for one in papers for each in one.forms if each.form is form]
        if told:
            found[form] = False if False in told else None if None in told else True
    return found
