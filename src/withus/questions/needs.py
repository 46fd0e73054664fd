"""What people need to take part: one's own, and at a meeting what all who sit on the board need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from withus.core.meeting.needs import NeedAnswer
from withus.questions.calling import people_on
from withus.questions.meeting import MeetingHere
from withus.stores.joining.models import BoardRow, HoldingRow
from withus.stores.meeting import needs
from withus.stores.meeting.models import MeetingRow
from withus.stores.meeting.needs import Needed, answers_to, of_people
from withus.stores.record.finding import entries_about
from withus.stores.record.read import find_log

MOST_MEETINGS = 12


@dataclass(frozen=True, slots=True)
class MetAt:
    """A meeting of a board of one's own, and whether what one needs is there."""

    meeting: str
    board: str
    starts: datetime
    ends: datetime
    answer: NeedAnswer | None


@dataclass(frozen=True, slots=True)
class Mine:
    """What somebody needs, and the meetings to come and lately past."""

    needed: Needed
    meetings: tuple[MetAt, ...]


@dataclass(frozen=True, slots=True)
class NeededBy:
    """What somebody needs at a meeting, by name, and whether it is there."""

    person: str
    name: str
    needed: Needed
    answer: NeedAnswer | None


def mine(origin: str, person: str, *, now: datetime) -> Mine:
    """Return what somebody needs, and whether it is there at the meetings of their boards."""
    entries = entries_about(find_log(origin), person)
    held = HoldingRow.objects.filter(origin=origin, entry__in=entries, left=None)
    boards = BoardRow.objects.filter(origin=origin, ref__in=held.values("board"))
    names = dict(boards.values_list("ref", "name"))
    rows = MeetingRow.objects.filter(origin=origin, board__in=list(names))
    coming = list(rows.filter(ends__gte=now).order_by("starts")[:MOST_MEETINGS])
    answers = answers_to(origin, person)
    told = tuple(
        MetAt(row.ref, names[row.board], row.starts, row.ends, answers.get(row.ref))
        for row in coming
        if row.stage != "cancelled"
    )
    return Mine(of_people(origin, [person]).get(person, Needed()), told)


def at_meeting(found: MeetingHere) -> tuple[NeededBy, ...]:
    """Return what those on the board of a meeting said that they need, by name."""
    people = people_on(found.on.log, found.board)
    noted = needs.at_meeting(found.on.origin, found.id, people)
    told = (NeededBy(person, *each) for person, each in noted.items())
    return tuple(sorted(told, key=lambda one: (one.name.casefold(), one.person)))
