"""One's own place: who may leave it, and say how it is shown."""

from __future__ import annotations

from datetime import date

from withus.core.facts.joining import DeputyNamed, PlaceMade
from withus.core.history.state import Board, Deputy, Holding, Place
from withus.core.rules.situation import NotAllowed
from withus.core.words import ShownAs


def own_place(board: Board, entry: int, mine: frozenset[int]) -> tuple[Place, Holding]:
    """Tell the place that an entry says somebody took, if they are that somebody and hold it still.

    Shape: `mine` are the entries that are about whoever asks.
    Errors: NotAllowed `not_your_place`.
    """
    for place in board.places.values():
        held = place.held
        if held is not None and held.taken.entry == entry and entry in mine:
            return place, held
    raise NotAllowed("not_your_place")


def own_places(board: Board, mine: frozenset[int]) -> tuple[tuple[Place, Holding], ...]:
    """Tell every place on a board that somebody holds.

    Shape: as `own_place`.
    """
    held = ((place, place.held) for place in board.places.values())
    return tuple((place, one) for place, one in held if one and one.taken.entry in mine)


def named_before(board: Board, held: Holding, *, first: ShownAs) -> bool:
    """Tell whether a place showed its holder's name until it was last changed.

    Shape: `first` is what the entry said that tells of the place being taken.
    """
    later = [
        each.fact.value
        for each in board.said.corrections
        if each.fact.entry == held.taken.entry and each.fact.field == "shown_as"
    ]
    before = [first.value, *later][:-1]
    hidden = held.taken.fact.shown_as is ShownAs.ROLE
    return hidden and before[-1:] == [ShownAs.NAMED.value]


def leaves_early(made: PlaceMade, *, on: date) -> bool:
    """Tell whether leaving a place on a day is before the end of its term.

    Not: places without an end, which nobody leaves early.
    """
    return made.term_until is not None and on < made.term_until


def without_name(shown: ShownAs) -> ShownAs:
    """Tell how a place is shown once its holder's name is taken off.

    Example: `named` becomes `role`; `counted` stays, since it shows less.
    """
    return ShownAs.ROLE if shown is ShownAs.NAMED else shown


def deputies_of(board: Board, place: Place) -> tuple[Deputy, ...]:
    """Tell the deputies whom whoever holds a place now has chosen, and not ended.

    Not: those whom somebody chose who held the place before; a deputy is the member's choice.
    """
    held = place.held
    if held is None:
        return ()
    return tuple(
        each
        for each in board.deputies.values()
        if each.named.fact.place == place.made.fact.place
        and each.ended is None
        and each.named.entry > held.taken.entry
    )


def counts_for(deputy: DeputyNamed, made: PlaceMade) -> bool:
    """Tell whether a deputy who comes is counted in place of the member.

    Source: rules.md, How it is worked out, 3: of the same capacity, else present and not counted.
    """
    return deputy.capacity is made.capacity
