"""Whose words they are: one's own, from a place or a duty, or another's, written down for them."""

from __future__ import annotations

from dataclasses import dataclass

from withus.actions.meeting import By
from withus.core.facts.sealing import Opening
from withus.core.history.state import Board
from withus.core.history.work import Work
from withus.core.rules.own_place import own_places
from withus.core.rules.owning import taken_by
from withus.core.rules.situation import NotAllowed
from withus.stores.record.append import Actor
from withus.stores.record.finding import entries_about
from withus.stores.record.models import Log
from withus.stores.record.openings import find_openings
from withus.stores.record.states import states


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who acts, from which place, and from which place somebody writes it down for them."""

    actor: Actor
    holding: str | None
    scribe: str | None = None


def speaker(log: Log, state: Work, holding: str | None, by: By) -> Speaker:
    """Return who speaks in a work: whoever acts, or whoever holds a place that is not theirs.

    Shape: `holding` is the place spoken from; None: none, by a duty alone.
    Errors: NotAllowed `no_such_work`, `not_in_a_place`.
    """
    if holding is None:
        return Speaker(by.actor, None)
    mine = entries_about(log, by.person)
    boards = boards_of(log, state)
    taken = next((found for each in boards if (found := taken_by(each, holding)) is not None), None)
    if taken is None:
        raise NotAllowed("not_in_a_place")
    if taken in mine:
        return Speaker(by.actor, holding)
    own = [held for each in boards for _, held in own_places(each, mine)]
    scribe = own[0].taken.fact.holding if own else None
    return Speaker(Actor(whose(log, taken), typed_by=by.person), holding, scribe)


def boards_of(log: Log, state: Work) -> list[Board]:
    """Return the boards of a work, the one that answers for it first."""
    if state.opened is None:
        raise NotAllowed("no_such_work")
    names = [state.opened.fact.board, *sorted(state.opened.fact.boards)]
    found = states(log, names)
    return [one for name in names if isinstance(one := found.get(name), Board)]


def whose(log: Log, taken: int) -> str:
    """Return who took a place by an entry. Errors: NotAllowed `not_in_a_place` of whom is gone."""
    opening = find_openings(log, [taken]).get(taken, {}).get("person")
    if not isinstance(opening, Opening):
        raise NotAllowed("not_in_a_place")
    return str(opening.value)
