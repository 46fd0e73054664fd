"""The clock of an ask: by when it must be answered, and where it stands."""

from __future__ import annotations

from datetime import date

from withus.core.rules.asking import Standing, days_left
from withus.saying import words
from withus.saying.language import _, ngettext


def clock(stands: Standing, *, due: date, on: date) -> str:
    """Tell how long is left to answer, or that it was answered.

    Example: It must be answered by 23 December 2026. 30 days are left.
    """
    if stands.answered is not None:
        return _("Answered on %(day)s.") % {"day": words.day(stands.answered)}
    left = days_left(due, on=on)
    by = _("It must be answered by %(day)s.") % {"day": words.day(due)}
    if left < 0:
        late = ngettext("It is %(days)d day late.", "It is %(days)d days late.", -left)
        return f"{by} {late % {'days': -left}}"
    told = ngettext("%(days)d day is left.", "%(days)d days are left.", left)
    return f"{by} {told % {'days': left}}"


def where_it_stands(stands: Standing) -> str:
    """Tell in a word or two where an ask stands."""
    if stands.answered is not None:
        return _("Answered")
    if stands.held is not None:
        return _("On hold")
    return _("Being done") if stands.ordered is not None else _("Open")


def late(stands: Standing, *, due: date, on: date) -> bool:
    """Tell whether an ask is late."""
    return stands.answered is None and days_left(due, on=on) < 0
