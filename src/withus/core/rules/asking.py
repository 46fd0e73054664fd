"""Asking: what may become of an ask about how somebody's information is held, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from withus.core.rules.situation import NotAllowed
from withus.core.words import AskKind


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an ask stands: each day it got there, or None."""

    kind: AskKind
    held: date | None = None
    ordered: date | None = None
    answered: date | None = None


def due_on(made: date) -> date:
    """Tell the day by which an ask must be answered: one calendar month later.

    Formula: the same day of the next month, or that month's last day where it has no such day.
    Source: UK GDPR, Article 12(3); the Information Commissioner's reading of one month.
    Not: weekends and bank holidays, which could only move it later.
    Example: an ask of 31 January 2027 is due on 28 February 2027.
    """
    year, month = (made.year + 1, 1) if made.month == 12 else (made.year, made.month + 1)
    after = (year + 1, 1) if month == 12 else (year, month + 1)
    last = date(*after, 1) - timedelta(days=1)
    return min(date(year, month, min(made.day, last.day)), last)


def days_left(due: date, *, on: date) -> int:
    """Tell how many days are left until an ask is due.

    Unit: days; negative when it is overdue.
    """
    return (due - on).days


def check_may_answer(stands: Standing) -> None:
    """Refuse to answer what is answered, or is being carried out.

    Errors: NotAllowed `ask_answered`, `ask_ordered`.
    """
    if stands.answered is not None:
        raise NotAllowed("ask_answered")
    if stands.ordered is not None:
        raise NotAllowed("ask_ordered")


def check_may_hold(stands: Standing) -> None:
    """Refuse to hold what is answered; an erasure that is ordered can still be held.

    Errors: NotAllowed `ask_answered`, `ask_held`.
    """
    if stands.answered is not None:
        raise NotAllowed("ask_answered")
    if stands.held is not None:
        raise NotAllowed("ask_held")


def check_may_release(stands: Standing) -> None:
    """Refuse to release what is not on hold.

    Errors: NotAllowed `ask_not_held`.
    """
    if stands.held is None:
        raise NotAllowed("ask_not_held")


def check_may_order(stands: Standing) -> None:
    """Refuse to order an erasure that nobody asked for, or that is held, ordered or answered.

    Errors: NotAllowed `not_an_erasure`, `ask_held`, `ask_answered`, `ask_ordered`.
    """
    if stands.kind is not AskKind.ERASE:
        raise NotAllowed("not_an_erasure")
    if stands.held is not None:
        raise NotAllowed("ask_held")
    check_may_answer(stands)


def may_be_carried_out(stands: Standing) -> bool:
    """Tell whether an erasure is ordered, and neither held nor done."""
    return stands.ordered is not None and stands.held is None and stands.answered is None
