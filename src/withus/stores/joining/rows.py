"""What each of joining's tables holds for a stream, worked out from its folded state alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from withus.core.history.state import Board, Partnership, Place
from withus.core.history.streams import PARTNERSHIP
from withus.stores.joining import models as m

Told = tuple[type[m.Row], str, dict[str, Any]]  # table, id, the other columns

TABLES: tuple[type[m.Row], ...] = (
    m.PartnershipRow,
    m.OrganisationRow,
    m.DutyRow,
    m.BoardRow,
    m.PlaceRow,
    m.HoldingRow,
)


def of_partnership(state: Partnership, beside: Partnership) -> Iterator[Told]:
    """Yield the rows that follow from a partnership's own stream; not those of both alike.

    What two states share they share as one and the same value, so nothing need be compared.
    """
    if state.opened is not None:
        yield (
            m.PartnershipRow,
            PARTNERSHIP,
            {
                "name": state.opened.fact.name,
                "practice": state.opened.fact.practice,
                "entry": state.opened.entry,
                "closed": state.closed.day if state.closed else None,
            },
        )
    for name, joined in state.organisations.items():
        if beside.organisations.get(name) is joined:
            continue
        fact = joined.fact
        values = {"name": fact.name, "kind": fact.kind.value, "entry": joined.entry}
        yield m.OrganisationRow, name, values
    for name, held in state.duties.items():
        if beside.duties.get(name) is held:
            continue
        given = held.given.fact
        yield (
            m.DutyRow,
            name,
            {
                "duty": given.duty.value,
                "board": given.board,
                "from_day": given.from_,
                "until_day": held.ended.fact.until if held.ended else given.until,
                "entry": held.given.entry,
            },
        )


def of_board(board: Board, beside: Board) -> Iterator[Told]:
    """Yield the rows that follow from a board's stream; not those of both alike."""
    if board.opened is None:
        return
    fact = board.opened.fact
    yield (
        m.BoardRow,
        fact.board,
        {
            "name": fact.name,
            "level": fact.level.value,
            "parent": fact.parent,
            "entry": board.opened.entry,
            "closed": board.closed.day if board.closed else None,
        },
    )
    for name, place in board.places.items():
        if beside.places.get(name) is not place:
            yield from _of_place(place)


def _of_place(place: Place) -> Iterator[Told]:
    made = place.made.fact
    yield (
        m.PlaceRow,
        made.place,
        {
            "board": made.board,
            "capacity": made.capacity.value,
            "chair": made.chair,
            "entry": place.made.entry,
            "ended": place.ended.day if place.ended else None,
            "holding": place.held.taken.fact.holding if place.held else None,
        },
    )
    for holding in place.holdings:
        taken = holding.taken.fact
        yield (
            m.HoldingRow,
            taken.holding,
            {
                "place": made.place,
                "board": made.board,
                "shown_as": taken.shown_as.value,
                "entry": holding.taken.entry,
                "taken": holding.taken.day,
                "left": holding.left.day if holding.left else None,
            },
        )
