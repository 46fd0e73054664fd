"""A meeting's attendance, as ModernGov tells it, written as minutes are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

MONTHS = (
    "January February March April May June July August September October November December"
).split()
NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})")
MONTH = "|".join(month[:3] for month in MONTHS)
WORDED = re.compile(
    rf"(?:\b\w+day,?\s+)?\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({MONTH})[a-z]*,?\s+(\d{{4}})\b",
    re.IGNORECASE,
)
SPACE = re.compile(r"\s+")
# A person who is only expected has not been marked as there: never under "Present".
NOT_KNOWN = "Not present, or not confirmed"
HEADINGS = ("Present", "In attendance", "Apologies", "Absent", NOT_KNOWN)
STARTS = (
    ("in attendance", "In attendance"),
    ("secretary", "In attendance"),
    ("not present", "Absent"),
    ("non-attend", "Absent"),
    ("did not attend", "Absent"),
    ("absent", "Absent"),
    ("apolog", "Apologies"),
    ("present", "Present"),
    ("attended", "Present"),
    ("remote", "Present"),
    ("substitute", "Present"),
    ("yes", "Present"),
)


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person as listed: name, role at the meeting, and how their attendance is marked."""

    name: str
    role: str
    attendance: str


def attendance_heading(marked: str) -> str:
    """Tell under which heading a mark belongs; what is not a known mark is not confirmed."""
    marked = marked.lower().strip()
    return next((heading for start, heading in STARTS if marked.startswith(start)), NOT_KNOWN)


def written(committee: str, date: str, attendees: Iterable[Attendee]) -> list[str]:
    """Write one meeting: committee, date, and each heading with a person a line."""
    lines = [committee] if committee else []
    if date:
        lines.append(f"Date: {date}")
    grouped: dict[str, list[Attendee]] = {heading: [] for heading in HEADINGS}
    for attendee in attendees:
        grouped[attendance_heading(attendee.attendance)].append(attendee)
    for heading, people in grouped.items():
        if people:
            lines += ["", heading, *(person_line(person) for person in people)]
    return lines


def person_line(person: Attendee) -> str:
    """Write a person as name and role."""
    return ", ".join(SPACE.sub(" ", part).strip() for part in (person.name, person.role) if part)


def date_in(text: str) -> tuple[str, int, int] | None:
    """Find a date written day first, as 4 November 2025, and where it stands."""
    for pattern, order in ((WORDED, "dmy"), (NUMERIC, "dmy"), (ISO, "ymd")):
        found = pattern.search(text)
        if not found:
            continue
        parts = dict(zip(order, found.groups(), strict=True))
        month = month_number(parts["m"])
        if 1 <= month <= len(MONTHS) and 1 <= int(parts["d"]) <= 31:
            day = f"{int(parts['d'])} {MONTHS[month - 1]} {parts['y']}"
            return day, found.start(), found.end()
    return None


def month_number(month: str) -> int:
    """Give a month's number from its number or the start of its name."""
    if month.isdecimal():
        return int(month)
    starts = [name[:3].lower() for name in MONTHS]
    return starts.index(month[:3].lower()) + 1
