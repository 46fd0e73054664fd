"""A room as a picture: a table, and one mark for each person, worked out as plain coordinates."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from withus.core.minutes.sightings import Meeting
from withus.core.words import AFFECTED, Capacity
from withus.saying import words
from withus.saying.language import _

WIDTH = 260.0
_TABLE_HALF_WIDTH, _TABLE_HALF_HEIGHT = 78.0, 36.0
_RING = 27.0  # from the table's edge to the middle of a mark
_STEPS = 720
_LARGEST, _SMALLEST = 19.0, 9.0
_SUPPORT_A_ROW = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """One person's mark: its top left corner, its size, and the shape of the capacity."""

    x: float
    y: float
    size: float
    capacity: str


@dataclass(frozen=True, slots=True)
class Room:
    """A room as drawn. Unit: the picture's own units, WIDTH across."""

    title: str
    count: str
    of: str
    height: float
    table: tuple[float, float, float, float]
    members: tuple[Mark, ...]
    support: tuple[Mark, ...]

    @property
    def middle(self) -> float:
        """Tell where the middle of the table is, from the top."""
        return self.table[1] + self.table[3] / 2


def room(meeting: Meeting) -> Room:
    """Tell how to draw a meeting: members round the table, people in support below it.

    Shape: the people it is about sit at the head of the table; one mark is one person listed.
    """
    seated = _seated([seen.capacity for seen in meeting.members])
    support = [seen.capacity for seen in meeting.sightings if not seen.standing.counts]
    size = _size(len(seated))
    marks = _round_table(seated, size)
    bottom = 2 * (_TABLE_HALF_HEIGHT + _RING) + size + 2
    rows = _rows_below(sorted(support, key=words.ORDER.index), bottom)
    height = bottom + (math.ceil(len(support) / _SUPPORT_A_ROW) * 15 + 3 if support else 0)
    top = _TABLE_HALF_HEIGHT + _RING + size / 2 + 1 - _TABLE_HALF_HEIGHT
    table = (WIDTH / 2 - _TABLE_HALF_WIDTH, top, 2 * _TABLE_HALF_WIDTH, 2 * _TABLE_HALF_HEIGHT)
    perhaps = meeting.affected + meeting.unsure
    return Room(
        title=_title(meeting),
        count=words.up_to(meeting.affected, perhaps),
        of=_("of %(members)d") % {"members": len(seated)},
        height=round(height, 1),
        table=tuple(round(figure, 1) for figure in table),  # type: ignore[arg-type]
        members=tuple(marks),
        support=tuple(rows),
    )


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a bar of shares: where it starts, how wide it is, whose it is."""

    x: float
    width: float
    capacity: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The members as a bar of shares, the people it is about first."""

    title: str
    segments: tuple[Segment, ...]


BAR_WIDTH = 360.0


def bar(meetings: Sequence[Meeting]) -> Bar | None:
    """Tell how to draw the share of each capacity among the members, or None where there are none.

    Unit: the picture's own units, BAR_WIDTH across.
    """
    members = sum(len(meeting.members) for meeting in meetings)
    if not members:
        return None
    segments, x = [], 0.0
    for code in words.ORDER:
        width = BAR_WIDTH * sum(meeting.count(code) for meeting in meetings) / members
        if width:
            segments.append(Segment(round(x, 1), round(width, 1), code.value))
        x += width
    told = [
        f"{words.capacity(code)} {sum(meeting.count(code) for meeting in meetings)}"
        for code in words.ORDER
        if any(meeting.count(code) for meeting in meetings)
    ]
    return Bar(_("Members: %(told)s") % {"told": ", ".join(told)}, tuple(segments))


@dataclass(frozen=True, slots=True)
class Dots:
    """A row a meeting: its day, and a mark for each of the people shown."""

    day: str
    marks: tuple[str, ...]


def company(meetings: Sequence[Meeting]) -> list[Dots]:
    """Tell for each meeting the marks of the people it is about, and of those who may be."""
    shown = (*AFFECTED, Capacity.UNSURE)
    return [
        Dots(
            words.day(meeting.held),
            tuple(
                code.value
                for code in sorted(
                    (seen.capacity for seen in meeting.members if seen.capacity in shown),
                    key=words.ORDER.index,
                )
            )[:12],
        )
        for meeting in meetings
    ]


def chairs(meetings: Sequence[Meeting]) -> list[Dots]:
    """Tell for each meeting the mark of whoever was in the chair."""
    return [
        Dots(words.day(meeting.held), ((meeting.chair or Capacity.UNSURE).value,))
        for meeting in meetings
    ]


def _title(meeting: Meeting) -> str:
    return _("%(day)s: %(members)d members listed, %(count)d of them people it is about") % {
        "day": words.day(meeting.held),
        "members": len(meeting.members),
        "count": meeting.affected,
    }


def _seated(capacities: Sequence[Capacity]) -> list[Capacity]:
    """Order people round the table: the people it is about in the middle of the list, so on top."""
    ordered = sorted(capacities, key=words.ORDER.index)
    head = [code for code in ordered if code in AFFECTED]
    others = [code for code in ordered if code not in AFFECTED]
    half = len(others) // 2
    return others[:half][::-1] + head + others[half:]


def _size(people: int) -> float:
    around = 2 * math.pi * math.sqrt(((78 + _RING) ** 2 + (36 + _RING) ** 2) / 2)
    return max(_SMALLEST, min(_LARGEST, around / max(people, 1) - 3))


def _round_table(seated: Sequence[Capacity], size: float) -> list[Mark]:
    spots = _spots(len(seated))
    top = _TABLE_HALF_HEIGHT + _RING + size / 2 + 1
    return [
        Mark(round(WIDTH / 2 + x - size / 2, 1), round(top + y - size / 2, 1), round(size, 1), code)
        for (x, y), code in zip(spots, seated, strict=True)
    ]


def _spots(people: int) -> list[tuple[float, float]]:
    """Spread people evenly along an oval, by length, from the bottom clockwise round."""
    wide, high = _TABLE_HALF_WIDTH + _RING, _TABLE_HALF_HEIGHT + _RING
    turns = [math.pi / 2 + 2 * math.pi * step / _STEPS for step in range(_STEPS + 1)]
    points = [(wide * math.cos(turn), high * math.sin(turn)) for turn in turns]
    lengths = [0.0]
    for one, two in pairwise(points):
        lengths.append(lengths[-1] + math.dist(one, two))
    wanted = [(place + 0.5) * lengths[-1] / max(people, 1) for place in range(people)]
    return [points[_first_at_least(lengths, length)] for length in wanted]


def _first_at_least(lengths: Sequence[float], length: float) -> int:
    return next(place for place, reached in enumerate(lengths) if reached >= length)


def _rows_below(capacities: Sequence[Capacity], top: float) -> list[Mark]:
    marks = []
    for place, code in enumerate(capacities):
        row, column = divmod(place, _SUPPORT_A_ROW)
        in_row = min(_SUPPORT_A_ROW, len(capacities) - row * _SUPPORT_A_ROW)
        left = WIDTH / 2 - in_row * 8
        marks.append(Mark(round(left + column * 16 + 2, 1), round(top + row * 15 + 4, 1), 11, code))
    return marks
