"""What minutes say of meetings held before, in words: beside the record, and no part of it."""

from __future__ import annotations

from withus.core.minutes.series import Series
from withus.saying import words
from withus.saying.language import _, ngettext


def heading(series: Series) -> str:
    """Tell which meetings were read: how many, and between which days."""
    days = [meeting.held for meeting in series.meetings if meeting.held]
    count = len(series.meetings)
    many = ngettext("%(count)d meeting", "%(count)d meetings", count) % {"count": count}
    if not days:
        return many
    if min(days) == max(days):
        return _("%(many)s, %(day)s") % {"many": many, "day": words.day(days[0])}
    told = {"many": many, "first": words.day(min(days)), "last": words.day(max(days))}
    return _("%(many)s, %(first)s to %(last)s") % told


def put_in(day: str, *, own: bool) -> str:
    """Tell when minutes were put in, and whether whoever looks did it."""
    if own:
        return _("You put them in on %(day)s.") % {"day": day}
    return _("Put in on %(day)s.") % {"day": day}
