"""The file a check is kept in (`withus-check-1`): what was read and what was put right, no names.

It lies on a person's own machine, so everything in it is read again as strictly as the minutes
were: bounded, of known shapes, and its roles shown with known words only.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from withus.core.minutes import corrections as put_right
from withus.core.minutes import strict
from withus.core.minutes.corrections import Correction
from withus.core.minutes.series import MOST_AT_A_MEETING, Series
from withus.core.minutes.sightings import Decision, Doubt, Meeting, Sighting
from withus.core.minutes.strict import wrong
from withus.core.words import Capacity, Standing

FORMAT = "withus-check-1"
MOST_MEETINGS, MOST_DECISIONS, MOST_CORRECTIONS, MOST_REASONS = 60, 20_000, 500, 4
LONGEST_ADDRESS = 300


@dataclass(frozen=True, slots=True)
class Check:
    """A check of a board: what was read, and what a person put right."""

    as_read: Series
    corrections: tuple[Correction, ...] = ()
    source: str = ""  # where the minutes are published: an address

    @property
    def series(self) -> Series:
        """Tell the series as corrected."""
        return put_right.corrected(self.as_read, self.corrections)


# --- out ---------------------------------------------------------------------------------------


def to_json(check: Check) -> dict[str, Any]:
    """Tell a check as plain data that JSON can hold.

    Shape: format, board, as_read (meetings), corrections (each with its kind).
    """
    return {
        "format": FORMAT,
        "board": check.as_read.board,
        "source": check.source,
        "as_read": [_meeting_out(meeting) for meeting in check.as_read.meetings],
        "corrections": [_correction_out(fact) for fact in check.corrections],
    }


def _meeting_out(meeting: Meeting) -> dict[str, Any]:
    return {
        "held": meeting.held.isoformat() if meeting.held else None,
        "apologies": meeting.apologies,
        "chair": meeting.chair.value if meeting.chair else None,
        "decisions": [decision.line for decision in meeting.decisions],
        "listed": [_sighting_out(seen) for seen in meeting.sightings],
        "doubts": [[one.code, one.line, one.fewer, one.more] for one in meeting.doubts],
    }


def _sighting_out(seen: Sighting) -> dict[str, Any]:
    return {
        "role": seen.role,
        "organisation": seen.organisation,
        "capacity": seen.capacity.value,
        "standing": seen.standing.value,
        "why": [[why.code, why.words, why.ask] for why in seen.why],
        "line": seen.line,
        "chair": seen.chair,
    }


_KINDS: dict[str, type] = {
    "place": put_right.PlaceRead,
    "merge": put_right.PlaceMerged,
    "leave_out": put_right.PlaceLeftOut,
    "add": put_right.PlaceAdded,
    "date": put_right.MeetingDated,
    "chair": put_right.MeetingChaired,
}


def _correction_out(fact: Correction) -> dict[str, Any]:
    kind = next(name for name, form in _KINDS.items() if isinstance(fact, form))
    values = {name: getattr(fact, name) for name in fact.__slots__}
    shown = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
    }
    return {"kind": kind, **shown}


# --- in ----------------------------------------------------------------------------------------


def from_json(data: object) -> Check:
    """Tell the check that plain data holds.

    Errors: NotACheckFile("not_a_check", {"where": ...}) names the first place that is wrong.
    """
    whole = strict.keys(data, "file", "format", "board", "source", "as_read", "corrections")
    if whole["format"] != FORMAT:
        raise wrong("format")
    meetings = strict.rows(whole["as_read"], "as_read", MOST_MEETINGS)
    facts = strict.rows(whole["corrections"], "corrections", MOST_CORRECTIONS)
    board = strict.words(whole["board"], "board")
    read = tuple(_meeting_in(row, number) for number, row in enumerate(meetings, 1))
    source = strict.text(whole["source"], "source")
    if source and not is_address(source):
        raise wrong("source")
    return Check(Series(board, read), tuple(correction_in(row) for row in facts), source)


_ADDRESS = re.compile(r"https?://[\w.-]+\.\w{2,}(?::\d+)?(?:/[^\s<>\"']*)?")


def is_address(text: str) -> bool:
    """Tell whether a text is the address of a page, short enough to show."""
    return len(text) <= LONGEST_ADDRESS and bool(_ADDRESS.fullmatch(text))


def _meeting_in(data: object, number: int) -> Meeting:
    where = f"meeting {number}"
    row = strict.keys(data, where, "held", "apologies", "chair", "decisions", "listed")
    listed = strict.rows(row["listed"], where, MOST_AT_A_MEETING)
    decided = strict.rows(row["decisions"], where, MOST_DECISIONS)
    doubts = strict.rows(row.get("doubts", []), where, MOST_AT_A_MEETING)
    return Meeting(
        held=None if row["held"] is None else strict.day(row["held"], where),
        sightings=tuple(_sighting_in(one, where) for one in listed),
        apologies=strict.number(row["apologies"], where),
        chair=None if row["chair"] is None else strict.one_of(row["chair"], Capacity, where),
        decisions=tuple(Decision(strict.number(line, where)) for line in decided),
        number=number,
        doubts=tuple(_doubt_in(one, where) for one in doubts),
    )


def _doubt_in(data: object, where: str) -> Doubt:
    parts = strict.rows(data, where, 4)
    if len(parts) != 4:
        raise wrong(where)
    code, line, fewer, more = parts
    return Doubt(
        strict.code(code, where),
        strict.number(line, where),
        strict.number(fewer, where, MOST_AT_A_MEETING),
        None if more is None else strict.number(more, where, MOST_AT_A_MEETING),
    )


def _sighting_in(data: object, where: str) -> Sighting:
    row = strict.keys(data, where, *Sighting.__slots__)
    reasons = strict.rows(row["why"], where, MOST_REASONS)
    return Sighting(
        role=strict.words(row["role"], where),
        organisation=strict.words(row["organisation"], where),
        capacity=strict.one_of(row["capacity"], Capacity, where),
        standing=strict.one_of(row["standing"], Standing, where),
        why=tuple(strict.reason(why, where) for why in reasons),
        line=strict.number(row["line"], where),
        chair=strict.truth(row["chair"], where),
    )


def correction_in(data: object) -> Correction:
    """Tell the correction that plain data holds.

    Errors: NotACheckFile.
    """
    row = strict.keys(data, "corrections", "kind")
    readers: dict[str, Callable[[dict[str, Any]], Correction]] = {
        "place": _place_in,
        "merge": _merge_in,
        "leave_out": _left_out_in,
        "add": _add_in,
        "date": _date_in,
        "chair": _chair_in,
    }
    reader = readers.get(row["kind"]) if isinstance(row["kind"], str) else None
    if reader is None:
        raise wrong("corrections")
    return reader(row)


def _key(row: dict[str, Any]) -> str:
    return strict.text(row.get("key"), "corrections", 2 * strict.LONGEST_WORDS)


def _maybe(row: dict[str, Any], name: str) -> int | None:
    return None if row.get(name) is None else strict.number(row[name], "corrections")


def _place_in(row: dict[str, Any]) -> Correction:
    member = row.get("member")
    return put_right.PlaceRead(
        key=_key(row),
        capacity=strict.one_of(row.get("capacity"), Capacity, "corrections"),
        member=None if member is None else strict.truth(member, "corrections"),
        meeting=_maybe(row, "meeting"),
        line=_maybe(row, "line"),
    )


def _merge_in(row: dict[str, Any]) -> Correction:
    role, organisation = row.get("role"), row.get("organisation")
    return put_right.PlaceMerged(
        _key(row), strict.words(role, "corrections"), strict.words(organisation, "corrections")
    )


def _left_out_in(row: dict[str, Any]) -> Correction:
    return put_right.PlaceLeftOut(_key(row), _maybe(row, "meeting"), _maybe(row, "line"))


def _add_in(row: dict[str, Any]) -> Correction:
    return put_right.PlaceAdded(
        meeting=strict.number(row.get("meeting"), "corrections", MOST_MEETINGS),
        role=strict.words(row.get("role"), "corrections"),
        organisation=strict.words(row.get("organisation"), "corrections"),
        capacity=strict.one_of(row.get("capacity"), Capacity, "corrections"),
        member=strict.truth(row.get("member"), "corrections"),
    )


def _date_in(row: dict[str, Any]) -> Correction:
    number = strict.number(row.get("meeting"), "corrections", MOST_MEETINGS)
    return put_right.MeetingDated(number, strict.day(row.get("held"), "corrections"))


def _chair_in(row: dict[str, Any]) -> Correction:
    number = strict.number(row.get("meeting"), "corrections", MOST_MEETINGS)
    capacity = strict.one_of(row.get("capacity"), Capacity, "corrections")
    return put_right.MeetingChaired(number, capacity)


def for_roles(data: object) -> Sequence[Correction]:
    """Tell the corrections of a file that hold for other meetings: what `--roles` reads.

    Errors: NotACheckFile.
    """
    return put_right.for_next_time(from_json(data).corrections)
