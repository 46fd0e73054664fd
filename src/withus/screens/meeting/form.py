"""A meeting as forms have it: its day, its times, how to take part, and how often it comes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from withus.core.meeting.recurring import MOST_MEETINGS, Every, days_of
from withus.core.words import Way
from withus.saying.meeting.happened import HERE
from withus.screens.frame.typed import Typed

NAMES = ("day", "starts", "ends", "ways", "where", "every", "many", "reason")
A_TIME = re.compile(r"([0-9]{1,2})(?:[:. ]?([0-9]{2}))?\s*(am|pm)?", re.IGNORECASE)
LONGEST_WHERE = 1_000


@dataclass(frozen=True, slots=True)
class Meant:
    """When a meeting is to be, on one day or several, and how people can take part."""

    times: tuple[tuple[datetime, datetime], ...]
    ways: frozenset[Way]
    where: str
    reason: str


def read_meeting(typed: Typed, words: dict[str, str], *, today: date) -> Meant | None:
    """Read a meeting; None, and the faults noted, where it is none. `words` are the longer ones."""
    day, starts, ends = _day(typed, today), read_time(typed, "starts"), read_time(typed, "ends")
    if starts and ends and ends <= starts:
        typed.wrong("ends_before_it_starts", "ends")
    ways = frozenset(Way(each) for each in typed.many("ways") if each in set(Way))
    if not ways:
        typed.wrong("ways_missing", "ways")
    if not words["where"]:
        typed.wrong("where_missing", "where")
    if len(words["where"]) > LONGEST_WHERE:
        typed.wrong("where_too_long", "where")
    every, many = _often(typed)
    if typed.faults or not (day and starts and ends):
        return None
    days = days_of(day, every, many=many)
    times = tuple((_at(each, starts), _at(each, ends)) for each in days)
    return Meant(times, ways, words["where"], words["reason"])


def _day(typed: Typed, today: date) -> date | None:
    told = typed.day("day")
    if told is None:
        if not typed.faults:
            typed.wrong("meeting_day_missing", "day")
        return None
    found = date.fromisoformat(told)
    if found < today:
        typed.wrong("day_gone_by", "day")
    return found


def read_time(typed: Typed, name: str) -> time | None:
    """Read a time of day as people write it: 14:00, 14.00, 2pm, 9.30 am."""
    match = A_TIME.fullmatch(typed.one(name))
    found = _clock(match) if match else None
    if found is None:
        typed.wrong("not_a_time", name)
    return found


def _clock(match: re.Match[str]) -> time | None:
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif match[2] is None:
        return None  # "9" alone: in the morning, or in the evening?
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _often(typed: Typed) -> tuple[Every, int]:
    found = typed.one("every") or Every.ONCE.value
    if found not in set(Every):
        typed.wrong("how_often_missing", "every")
        return Every.ONCE, 1
    if Every(found) is Every.ONCE:
        return Every.ONCE, 1
    told = typed.one("many")
    many = int(told) if told.isascii() and told.isdecimal() and len(told) < 4 else 0
    if not 2 <= many <= MOST_MEETINGS:
        typed.wrong("not_so_many_meetings", "many", most=MOST_MEETINGS)
    return Every(found), many


def _at(day: date, clock: time) -> datetime:
    """Return the moment at which a clock here shows a time on a day."""
    return datetime.combine(day, clock, HERE).astimezone(UTC)


def closed_among(times: Sequence[tuple[datetime, datetime]], closed: frozenset[date]) -> list[date]:
    """Tell which of the days of meetings are bank holidays."""
    days = (starts.astimezone(HERE).date() for starts, _ in times)
    return [day for day in days if day in closed]


def longer(sent: str, *, most: int = 4_000) -> str:
    """Return words of several lines as they were typed, their line ends made plain."""
    return "\n".join(line.rstrip() for line in sent.strip()[:most].splitlines())
