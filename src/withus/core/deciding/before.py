"""A board as it stood when a roll was called: what came after says nothing of who could vote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from withus.core.history.state import Board, Meeting, Place

E = TypeVar("E")


def board_before(board: Board, entry: int) -> Board:
    """Tell a board as it stood before an entry, as far as a roll-call asks for it.

    Formula: its places, who held them, its rules, deputies and mandates, without those that came
        later, and with those that ended later.
    Not: fields that were put right since; those were wrong then too.
    Source: rules.md, How it is worked out, 1 and 10.
    """
    places = begun(board.places, "made", entry)
    return replace(
        board,
        places={name: place_before(place, entry) for name, place in places.items()},
        rules=tuple(each for each in board.rules if each.entry < entry),
        deputies=not_ended(begun(board.deputies, "named", entry), entry),
        law=tuple(each for each in board.law if each.entry < entry),
        mandates=not_ended(begun(board.mandates, "granted", entry), entry),
    )


def place_before(place: Place, entry: int) -> Place:
    """Tell a place as it stood before an entry: who held it then, if anybody did."""
    holdings = tuple(
        replace(each, left=None) if each.left and each.left.entry > entry else each
        for each in place.holdings
        if each.taken.entry < entry
    )
    ended = place.ended if place.ended and place.ended.entry < entry else None
    return replace(place, holdings=holdings, ended=ended)


def meeting_before(meeting: Meeting, entry: int) -> Meeting:
    """Tell a meeting with only the interests that had been declared before an entry."""
    items = {
        name: replace(item, interests=tuple(one for one in item.interests if one.entry < entry))
        for name, item in meeting.items.items()
    }
    return replace(meeting, items=items)


def begun(each: Mapping[str, E], by: str, entry: int) -> dict[str, E]:
    """Tell what had begun before an entry; `by` is what began it."""
    return {name: one for name, one in each.items() if getattr(one, by).entry < entry}


def not_ended(each: Mapping[str, Any], entry: int) -> dict[str, Any]:
    """Tell what had begun, without the ends that came after an entry."""
    return {
        name: replace(one, ended=None) if one.ended and one.ended.entry > entry else one
        for name, one in each.items()
    }
