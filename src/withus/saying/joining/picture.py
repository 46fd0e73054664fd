"""A board's places as a picture: one mark a place, worked out as plain coordinates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from withus.core.words import Capacity
from withus.saying import words
from withus.saying.language import _

IN_A_ROW, STEP, SIZE = 12, 29.5, 24.0
MOST = 96  # marks drawn; the table and the figures tell the rest
WIDTH = IN_A_ROW * STEP
EMPTY = {
    Capacity.SERVICES: "e-square",
    Capacity.ELECTED: "e-square",
    Capacity.COMMUNITY: "e-diamond",
    Capacity.INDEPENDENT: "e-triangle",
    Capacity.OTHER: "e-hexagon",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One place's mark: its top left corner as a drawing has it, and its shape."""

    x: str
    y: str
    shape: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """Places as drawn. Unit: the picture's own units, WIDTH across."""

    title: str
    height: float
    marks: tuple[Mark, ...]
    left_out: int


def shape(code: Capacity, *, held: bool) -> str:
    """Tell the mark of a place: solid where somebody holds it, a broken outline where nobody."""
    return f"m-{code.value}" if held else EMPTY.get(code, "m-empty")


def drawn(tallies: Mapping[Capacity, tuple[int, int]]) -> Drawn:
    """Tell how to draw places, the people it is about first.

    Shape: `tallies` capacity -> (held, vacant).
    """
    shapes = [
        shape(code, held=held)
        for code in words.ORDER
        for held, many in zip((True, False), tallies.get(code, (0, 0)), strict=True)
        for _each in range(min(many, MOST))  # as many as could be drawn, of perhaps thousands
    ]
    places = sum(held + vacant for held, vacant in tallies.values())
    marks = tuple(
        Mark(written(number % IN_A_ROW * STEP), written(number // IN_A_ROW * STEP), each)
        for number, each in enumerate(shapes[:MOST])
    )
    rows = -(-len(marks) // IN_A_ROW)
    return Drawn(title(tallies), max(rows, 1) * STEP, marks, places - len(marks))


def written(length: float) -> str:
    """Write a length as a drawing has it, in any language: a point, and no more than is needed."""
    return f"{length:g}"


def title(tallies: Mapping[Capacity, tuple[int, int]]) -> str:
    """Tell in words what the picture shows.

    Example: Places: Unpaid carer 1; Paid to run services 3, 1 vacant.
    """
    told = []
    for code in words.ORDER:
        held, vacant = tallies.get(code, (0, 0))
        counted = {"capacity": words.capacity(code), "held": held, "vacant": vacant}
        if vacant:
            told.append(_("%(capacity)s %(held)d, %(vacant)d vacant") % counted)
        elif held:
            told.append(_("%(capacity)s %(held)d") % counted)
    return _("Places held: %(told)s") % {"told": "; ".join(told) or _("none")}
