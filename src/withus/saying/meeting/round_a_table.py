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
OPEN = 0.26  # half of a gap in the ring; in radians
SIZES = (34.0, 14.0, 22.0, 8.0)
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
    table: tuple[str, str]  # its radii
    ring: tuple[str, ...]  # the paths of the ring round it: whole, or open where somebody lacks
    marks: tuple[Mark, ...]
    numbered: bool
    sizes: tuple[str, ...]  # of the figure in the middle, the words below it, their step, the ring


def drawn(seats: Sequence[tuple[Capacity, bool]], *, lacking: Sequence[int] | None = None) -> Table:
    """Tell how to draw places round a table, in their order: each with whether they are there.

    Shape: `lacking` are the numbers, from 0, of the places at which the ring round the table is
        open; none, and it is closed; None, and there is no ring.
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
        table=_point((TABLE[0] * scale, TABLE[1] * scale)),
        ring=() if lacking is None else tuple(ring([where[each] for each in lacking], scale)),
        marks=marks,
        numbered=len(seats) <= NUMBERED,
        sizes=tuple(written(round(size * scale, 1)) for size in SIZES),
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


def ring(gaps: Sequence[float], scale: float) -> Iterator[str]:
    """Yield the paths of the ring round the table, from each gap to the next.

    Shape: the angles of the gaps; where two are near each other there is none between them.
    """
    if not gaps:
        gaps, half = [-math.pi / 2], 0.001
    else:
        half = OPEN
    found = sorted(each % (2 * math.pi) for each in gaps)
    for start, end in zip(found, [*found[1:], found[0] + 2 * math.pi], strict=True):
        if end - start > 2 * half:
            yield _arc(start + half, end - half, scale)


def _arc(start: float, end: float, scale: float) -> str:
    x, y = WIDTH * scale / 2, HEIGHT * scale / 2
    wide, high = RING[0] * scale, RING[1] * scale
    from_, to = (
        " ".join(_point((x + wide * math.cos(each), y + high * math.sin(each))))
        for each in (start, end)
    )
    far = int(end - start > math.pi)
    return f"M{from_}A{written(round(wide, 1))} {written(round(high, 1))} 0 {far} 1 {to}"


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
