"""Joining, folded: what each of its facts changes. A change gives None where it fits nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from withus.core.facts import joining as f
from withus.core.facts.fact import Fact
from withus.core.history.state import Board, Deputy, DutyHeld, Holding, Mandate, Partnership, Place
from withus.core.history.told import Told


def opened(state: Any, one: Told[Any]) -> Any:
    """Open a board or a partnership, once."""
    return replace(state, opened=one) if state.opened is None else None


def closed(state: Any, one: Told[Any]) -> Any:
    """Close a board or a partnership, once."""
    return replace(state, closed=one) if state.opened and not state.closed else None


def rules_set(board: Board, one: Told[f.RulesSet]) -> Board | None:
    """Take in the rules of a board; those before stay, for decisions taken under them."""
    return replace(board, rules=(*board.rules, one)) if board.opened else None


def place_made(board: Board, one: Told[f.PlaceMade]) -> Board | None:
    """Make a place, once."""
    place = one.fact.place
    if board.opened is None or place in board.places:
        return None
    return replace(board, places={**board.places, place: Place(one)})


def place_ended(board: Board, one: Told[f.PlaceEnded]) -> Board | None:
    """End a place that is in being."""
    place = board.places.get(one.fact.place)
    if place is None or place.ended is not None:
        return None
    return with_place(board, one.fact.place, replace(place, ended=one))


def place_taken(board: Board, one: Told[f.PlaceTaken]) -> Board | None:
    """Fill a place that is in being and vacant."""
    fact, place = one.fact, board.places.get(one.fact.place)
    taken = place is None or place.ended is not None or place.held is not None
    if place is None or taken or fact.holding in board.place_of:
        return None
    after = with_place(board, fact.place, replace(place, holdings=(*place.holdings, Holding(one))))
    return replace(after, place_of={**board.place_of, fact.holding: fact.place})


def place_left(board: Board, one: Told[f.PlaceLeft]) -> Board | None:
    """Leave a place to whoever comes next."""
    name = board.place_of.get(one.fact.holding, "")
    place = board.places.get(name)
    if place is None or place.held is None or place.held.taken.fact.holding != one.fact.holding:
        return None
    left = (*place.holdings[:-1], replace(place.held, left=one))
    return with_place(board, name, replace(place, holdings=left))


def with_place(board: Board, name: str, place: Place) -> Board:
    """Tell a board in which one place stands otherwise."""
    return replace(board, places={**board.places, name: place})


def deputy_named(board: Board, one: Told[f.DeputyNamed]) -> Board | None:
    """Take in a deputy for a place of this board."""
    if one.fact.place not in board.places or one.fact.deputy in board.deputies:
        return None
    return replace(board, deputies={**board.deputies, one.fact.deputy: Deputy(one)})


def deputy_ended(board: Board, one: Told[f.DeputyEnded]) -> Board | None:
    """End a deputy's standing."""
    deputy = board.deputies.get(one.fact.deputy)
    if deputy is None or deputy.ended is not None:
        return None
    ended = replace(deputy, ended=one)
    return replace(board, deputies={**board.deputies, one.fact.deputy: ended})


def mandate_granted(board: Board, one: Told[f.MandateGranted]) -> Board | None:
    """Take in a mandate of whoever holds a place here."""
    if one.fact.holding not in board.place_of or one.fact.mandate in board.mandates:
        return None
    return with_mandate(board, one.fact.mandate, Mandate(one))


def mandate_reported(board: Board, one: Told[f.MandateReported]) -> Board | None:
    """Take in a report to those who gave a mandate."""
    mandate = board.mandates.get(one.fact.mandate)
    if mandate is None:
        return None
    return with_mandate(board, one.fact.mandate, replace(mandate, reports=(*mandate.reports, one)))


def mandate_ended(board: Board, one: Told[f.MandateEnded]) -> Board | None:
    """End a mandate, once."""
    mandate = board.mandates.get(one.fact.mandate)
    if mandate is None or mandate.ended is not None:
        return None
    return with_mandate(board, one.fact.mandate, replace(mandate, ended=one))


def with_mandate(board: Board, name: str, mandate: Mandate) -> Board:
    """Tell a board in which one mandate stands otherwise."""
    return replace(board, mandates={**board.mandates, name: mandate})


def organisation_joined(state: Partnership, one: Told[f.OrganisationJoined]) -> Partnership | None:
    """Take in an organisation, once."""
    if one.fact.organisation in state.organisations:
        return None
    organisations = {**state.organisations, one.fact.organisation: one}
    return replace(state, organisations=organisations)


def duty_given(state: Partnership, one: Told[f.DutyGiven]) -> Partnership | None:
    """Take in a duty, once."""
    if one.fact.given in state.duties:
        return None
    return replace(state, duties={**state.duties, one.fact.given: DutyHeld(one)})


def duty_ended(state: Partnership, one: Told[f.DutyEnded]) -> Partnership | None:
    """Lay a duty down, once."""
    duty = state.duties.get(one.fact.given)
    if duty is None or duty.ended is not None:
        return None
    return replace(state, duties={**state.duties, one.fact.given: replace(duty, ended=one)})


BOARD_CHANGES: Mapping[type[Fact], Callable[..., Any]] = {
    f.BoardOpened: opened,
    f.BoardClosed: closed,
    f.RulesSet: rules_set,
    f.PlaceMade: place_made,
    f.PlaceEnded: place_ended,
    f.PlaceTaken: place_taken,
    f.PlaceLeft: place_left,
    f.DeputyNamed: deputy_named,
    f.DeputyEnded: deputy_ended,
    f.MandateGranted: mandate_granted,
    f.MandateReported: mandate_reported,
    f.MandateEnded: mandate_ended,
}
PARTNERSHIP_CHANGES: Mapping[type[Fact], Callable[..., Any]] = {
    f.PartnershipOpened: opened,
    f.PartnershipClosed: closed,
    f.OrganisationJoined: organisation_joined,
    f.DutyGiven: duty_given,
    f.DutyEnded: duty_ended,
}
