"""How a reading compares with the labels that people made by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from withus.core.minutes.reading import board_name, read_meeting
from withus.core.minutes.sightings import Meeting
from withus.core.minutes.text import Line, numbered
from withus.core.words import Capacity
from withus.reading import Offered, read_file

MINUTES = Path(__file__).resolve().parents[2] / "data" / "minutes"
AFFECTED = ("draws_on_services", "unpaid_carers")
Labels = dict[str, Any]


def labels(folder: str) -> dict[str, Labels]:
    """Return the labels of a folder of minutes by the names of its files."""
    found: dict[str, Labels] = json.loads((MINUTES / folder / "expected.json").read_text())
    return found


def lines_of(folder: str, name: str) -> tuple[Line, ...]:
    """Return the numbered lines of a file of minutes."""
    path = MINUTES / folder / name
    if path.suffix in (".txt", ".md"):
        return numbered(path.read_text(encoding="utf-8"))
    return numbered("\n".join(read_file(Offered(path.name, path.read_bytes())).lines))


def read(folder: str, name: str) -> Meeting:
    """Return what is read from a file of minutes."""
    lines = lines_of(folder, name)
    return read_meeting(lines, board=board_name(lines))


def _range(wanted: Labels, key: str, got: int) -> list[str]:
    low = wanted.get(key)
    high = wanted.get(f"{key}_at_most", low)
    if low is None or high is None or low <= got <= high:
        return []
    return [f"{key} {got}, not {low} to {high}"]


def core_faults(meeting: Meeting, wanted: Labels) -> list[str]:
    """Name where the counts of people listed and of the people it is about are off."""
    faults = _range(wanted, "listed", meeting.listed)
    for key in AFFECTED:
        faults += _range(wanted, key, meeting.count(Capacity(key)))
    return faults


def other_faults(meeting: Meeting, wanted: Labels) -> list[str]:
    """Name what else is off: apologies, other capacities, members, the day, the chair."""
    faults = _range(wanted, "apologies", meeting.apologies)
    for key in ("elected", "community"):
        faults += _range(wanted, key, meeting.count(Capacity(key)))
    members, low, high = len(meeting.members), "members_at_least", "members_at_most"
    if low in wanted and not wanted[low] <= members <= wanted[high]:
        faults.append(f"members {members}")
    if "date" in wanted and wanted["date"] != (meeting.held and meeting.held.isoformat()):
        faults.append(f"day {meeting.held}")
    right = [wanted.get("chair"), *wanted.get("chair_also", [])]
    told = wanted.get("chair") in (None, *Capacity)
    if "chair" in wanted and told and meeting.chair not in right:
        faults.append(f"chair {meeting.chair}")
    return faults
