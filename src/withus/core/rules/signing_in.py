"""How often something may be tried, and how long a code does: short enough to guess nothing by it,
long enough that nobody is kept out for long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from withus.core.errors import Refusal

CODE_LASTS = timedelta(minutes=15)
CODE_TRIES = 5
CODE_DIGITS = 8
LATELY = timedelta(minutes=30)
"""How long after signing in somebody may change how they get in."""


class TooOften(Refusal):
    """Say that something was tried too often, and in how many minutes it may be tried again."""


class NotRight(Refusal):
    """Say that what was typed does not let anybody in."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How often something may be tried within a span of time."""

    kind: str
    most: int
    within: timedelta

    def span(self, now: datetime) -> datetime:
        """Tell when the span that a moment lies in began; spans leave no gap."""
        seconds = int(self.within.total_seconds())
        return now - timedelta(seconds=int(now.timestamp()) % seconds, microseconds=now.microsecond)

    def check(self, count: int, now: datetime) -> None:
        """Refuse what goes beyond the limit.

        Errors: TooOften, with the minutes until the next span, rounded up.
        """
        if count > self.most:
            left = self.span(now) + self.within - now
            raise TooOften("too_often", {"minutes": -(-int(left.total_seconds()) // 60) or 1})


TEN, HOUR = timedelta(minutes=10), timedelta(hours=1)
# Codes that are sent to one address: those asked for from one place, and from everywhere.
SENT_FROM_HERE = Limit("sent-from-here", 5, TEN)
SENT = Limit("sent", 15, TEN)
ASKED_FROM_HERE = Limit("asked-from-here", 60, TEN)
# Wrong codes, whatever their kind.
WRONG_FROM_HERE = Limit("wrong-from-here", 30, TEN)
WRONG_ON_PAPER = Limit("wrong-on-paper", 1_000, TEN)
WRONG_SECOND = Limit("wrong-second", 10, HOUR)


def check_another_way_is_left(ways: int) -> None:
    """Refuse to take away the only way in that somebody has.

    Errors: NotRight, where there is one way or none.
    """
    if ways < 2:
        raise NotRight("last_way")
