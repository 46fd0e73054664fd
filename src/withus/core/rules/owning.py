"""What only whoever holds a place may do: told by the entry by which they took it."""

from __future__ import annotations

from withus.core.history.state import Board
from withus.core.rules.acting import Acting, check_allowed
from withus.core.rules.rights import Act
from withus.core.rules.situation import NotAllowed


def check_own(taken: int | None, acting: Acting) -> None:
    """Refuse what only whoever holds a place may do; `taken` is the entry by which they took it.

    Errors: NotAllowed `not_yours_to_do`, `not_your_own`.
    """
    check_allowed(Act.OWN_PLACE, acting)
    if taken is not None and taken not in acting.mine and not acting.host:
        raise NotAllowed("not_your_own")


def taken_by(board: Board, holding: str) -> int | None:
    """Tell the entry by which somebody took the place of a holding, also of one that is over."""
    place = board.places.get(board.place_of.get(holding, ""))
    found = [each for each in place.holdings if each.taken.fact.holding == holding] if place else []
    return found[0].taken.entry if found else None
