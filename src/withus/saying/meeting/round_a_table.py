"""The room as a picture: each place round a table, the people it is about at its head."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from withus.core.words import AFFECTED, Capacity
from withus.saying.joining.picture import shape, written

SIZE, GAP, NUMBERED = 40.0, 1.15, 18  # so many marks stand round the table as it is drawn first
WIDTH, HEIGHT = 360.0, 300.0
MARKS, NUMBERS, RING, TABLE = (152.0, 122.0), (116.0, 88.0), (97.0, 71.0), (82.0, 58.0)
STEPS = 720
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place's mark: its top left corner, its shape, and its number in the list beside it."""

    x: str
    y: str
    shape: str
    number: int
    at: tuple[str, str]  # the middle of its number


@dataclass(frozen=True, slots=True)
class Table:
    """A room as drawn. Unit: the picture's own units."""

    width: str
    height: str
    middle: tuple[str, str]
    radii: tuple[tuple[str, str], ...]  # of the table, and of the ring round it
    marks: tuple[Mark, ...]
    numbered: bool


def drawn(seats: Sequence[tuple[Capacity, bool]]) -> Table:
    """Tell how to draw places round a table, in their order: each with whether they are there.

    Formula: as far apart along the ellipse as each other; of more than fit, the room is larger.
    """
    scale = max(1.0, len(seats) / NUMBERED)
    middle = (WIDTH * scale / 2, HEIGHT * scale / 2)
    where = list(spread(len(seats), first=first(seats)))
    marks = tuple(
        _mark(number, seat, angle, (middle, scale))
        for number, (seat, angle) in enumerate(zip(seats, where, strict=True), start=1)
    )
    return Table(
        width=written(WIDTH * scale),
        height=written(HEIGHT * scale),
        middle=_point(middle),
        radii=tuple(_point((x * scale, y * scale)) for x, y in (TABLE, RING)),
        marks=marks,
        numbered=len(seats) <= NUMBERED,
    )


def _mark(
    number: int, seat: tuple[Capacity, bool], angle: float, room: tuple[Point, float]
) -> Mark:
    (x, y), scale = room
    turn = math.cos(angle), math.sin(angle)
    mark = x + MARKS[0] * scale * turn[0] - SIZE / 2, y + MARKS[1] * scale * turn[1] - SIZE / 2
    at = x + NUMBERS[0] * scale * turn[0], y + NUMBERS[1] * scale * turn[1] + 5
    left, top = _point(mark)
    return Mark(left, top, shape(seat[0], held=seat[1]), number, _point(at))


def first(seats: Sequence[tuple[Capacity, bool]]) -> float:
    """Tell the share of the way round at which the first sits: the people it is about at the head.

    Formula: half of them before the middle of the head, half after it; clockwise.
    """
    about = sum(capacity in AFFECTED for capacity, _ in seats)
    return -max(0, about - 1) / 2 / len(seats) if seats else 0.0


def spread(count: int, *, first: float) -> Iterator[float]:
    """Yield angles at which so many stand equally far apart along the ellipse of the marks.

    Unit: radians, clockwise from the right; the way round begins at the head of the table.
    """
    lengths = [0.0]
    for step in range(STEPS):
        angle = 2 * math.pi * (step + 0.5) / STEPS
        lengths.append(
            lengths[-1] + math.hypot(MARKS[0] * math.cos(angle), MARKS[1] * math.sin(angle))
        )
    for number in range(count):
        wanted = (first + number / count) % 1.0 * lengths[-1]
        step = next(index for index, length in enumerate(lengths) if length >= wanted)
        yield 2 * math.pi * step / STEPS - math.pi / 2


def _point(at: Point) -> tuple[str, str]:
    return written(round(at[0], 1)), written(round(at[1], 1))
