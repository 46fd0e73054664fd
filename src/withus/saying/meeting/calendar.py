"""A meeting as an entry for a calendar: iCalendar (RFC 5545), sent as an invitation (RFC 5546).

An entry that comes again with the same UID and a higher SEQUENCE takes the place of the one before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

WIDEST = 75  # octets in a line, without its end
ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
MAKER = "-//Withus//Meetings//EN"


class Method(StrEnum):
    """What somebody's calendar is to do with an entry."""

    REQUEST = "REQUEST"  # it was sent to them: put it in, or change it
    CANCEL = "CANCEL"  # take it out
    PUBLISH = "PUBLISH"  # they fetched it themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """A meeting as a calendar has it."""

    uid: str
    sequence: int
    method: Method
    stamp: datetime  # when this was said
    starts: datetime
    ends: datetime
    summary: str
    where: str
    about: str
    address: str
    cancelled: bool = False
    organiser: str = ""  # an e-mail address
    attendee: str = ""  # another: whoever it is sent to


def calendar(entry: CalendarEntry) -> str:
    """Tell a meeting as a calendar's file, each line ended as the form asks."""
    return "".join(f"{folded(line)}\r\n" for line in _lines(entry))


def _lines(entry: CalendarEntry) -> list[str]:
    organiser = [f"ORGANIZER:mailto:{entry.organiser}"] if entry.organiser else []
    attendee = [
        "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:"
        + "".join(entry.attendee.split())
    ]
    return [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{MAKER}",
        "CALSCALE:GREGORIAN",
        f"METHOD:{entry.method.value}",
        "BEGIN:VEVENT",
        f"UID:{entry.uid}",
        f"SEQUENCE:{entry.sequence}",
        f"DTSTAMP:{moment(entry.stamp)}",
        f"DTSTART:{moment(entry.starts)}",
        f"DTEND:{moment(entry.ends)}",
        f"SUMMARY:{escaped(entry.summary)}",
        *([f"LOCATION:{escaped(entry.where)}"] if entry.where else []),
        *([f"DESCRIPTION:{escaped(entry.about)}"] if entry.about else []),
        *([f"URL:{entry.address}"] if entry.address else []),
        f"STATUS:{'CANCELLED' if entry.cancelled else 'CONFIRMED'}",
        *organiser,
        *(attendee if entry.attendee else []),
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def moment(at: datetime) -> str:
    """Tell a time as a calendar's file has it, in UTC.

    Example: 20261201T103000Z.
    """
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(said: str) -> str:
    """Tell words as a text of a calendar's file: without controls, and its signs escaped.

    Source: RFC 5545, 3.3.11.
    """
    plain = said.replace("\r\n", "\n").replace("\r", "\n")
    kept = (sign for sign in plain if sign in "\n\t" or (sign >= " " and sign != "\x7f"))
    return "".join(ESCAPED.get(sign, sign) for sign in kept)


def folded(line: str) -> str:
    """Tell a line in parts of 75 octets at most; none ends within a character.

    Source: RFC 5545, 3.1: a part that goes on begins with a space.
    """
    parts, begun = [], ""
    for sign in line:
        if len((begun + sign).encode()) > WIDEST:
            parts.append(begun)
            begun = " "
        begun += sign
    return "\r\n".join([*parts, begun])
