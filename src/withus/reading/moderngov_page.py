"""The attendance page of a ModernGov site (mgMeetingAttendance.aspx), saved as a web page.

Known of it: the meeting and its date stand in a heading above; a table has a person a row with
who they are, their role and how they attended, in that order.
"""

import re

from withus.reading.attendance import Attendee, date_in, written

WHO = frozenset(("attendee", "attendees", "name", "councillor", "member"))
ROLE = frozenset(("role", "position", "capacity"))
MARK = frozenset(("attendance", "attendance status", "status", "attended"))
PAGE_NAME = re.compile(
    r"^(?:meeting )?attendance(?: details| record| summary)?"
    r"(?: for(?: the)?(?: meeting)?(?: of)?)?\b",
    re.IGNORECASE,
)
JOINING = re.compile(r"^(?:\W|on\b|at\b|of\b)+|(?:\W|\bon\b)+$", re.IGNORECASE)
FEWEST_COLUMNS = 2


def attendance_lines(lines: list[str], title: str) -> list[str]:
    """Write the page's table as minutes are written; nothing where it is another page."""
    heads = [(at, columns) for at, line in enumerate(lines) if (columns := heading_columns(line))]
    if not heads:
        return []
    attendees = []
    for at, columns in heads:
        for line in lines[at + 1 :]:
            cells = [cell.strip() for cell in line.split("\t")]
            if len(cells) < FEWEST_COLUMNS or heading_columns(line):
                break
            attendees.append(attendee(cells, columns))
    committee, date = meeting_named([*lines[: heads[0][0]], title])
    return written(committee, date, (a for a in attendees if a.name))


def heading_columns(line: str) -> dict[str, int]:
    """Tell which column holds what, if this row is the table's heading."""
    cells = [cell.strip().lower().rstrip(":") for cell in line.split("\t")]
    columns = {}
    for wanted, names in (("name", WHO), ("role", ROLE), ("attendance", MARK)):
        column = next((n for n, cell in enumerate(cells) if cell in names), None)
        if column is not None:
            columns[wanted] = column
    # Only "Attendee" with "Attendance" is ModernGov's; "Name, Role" may be anybody's table.
    said = "attendee" in cells or "role" in columns
    return columns if said and {"name", "attendance"} <= columns.keys() else {}


def attendee(cells: list[str], columns: dict[str, int]) -> Attendee:
    """Take a person from a row; a column that is missing says nothing."""

    def cell(wanted: str) -> str:
        column = columns.get(wanted, len(cells))
        return cells[column] if column < len(cells) else ""

    return Attendee(cell("name"), cell("role"), cell("attendance"))


def meeting_named(lines: list[str]) -> tuple[str, str]:
    """Find the committee and the date in the headings above the table, else in the title."""
    committee = date = ""
    for line in lines:
        line = line.replace("\t", " ").strip()
        found = date_in(line)
        before = line[: found[1]] if found else line
        named = JOINING.sub("", PAGE_NAME.sub("", before.strip()))
        if found and not date:
            date = found[0]
            if named:
                committee = named
        elif named and not found and not date:
            committee = named
    return committee, date
