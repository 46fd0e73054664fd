"""Framing: begin a work, say whom it is about, what was there before it, and what it asks."""

from __future__ import annotations

from dataclasses import dataclass

from withus.actions.joining import enter
from withus.actions.meeting import By
from withus.core.facts import framing as f
from withus.core.rules.situation import NotAllowed
from withus.core.words import Level
from withus.stores.keys.locker import new_id
from withus.stores.record.append import locked
from withus.stores.record.states import board_state


@dataclass(frozen=True, slots=True)
class ToOpen:
    """A work to begin: what it is called, which board answers for it, and which take part."""

    name: str
    board: str
    boards: frozenset[str]
    about_one_person: bool


def open_work(wanted: ToOpen, *, by: By) -> str:
    """Begin a work at the level of the board that answers for it; return its id."""
    with locked(by.record) as log:
        board = board_state(log, wanted.board)
        if board.opened is None:
            raise NotAllowed("no_such_board")
        level = Level.PERSON if wanted.about_one_person else board.opened.fact.level
        fact = f.WorkOpened(
            work=new_id(),
            name=wanted.name,
            board=wanted.board,
            boards=wanted.boards,
            level=level,
            about_one_person=wanted.about_one_person,
        )
        enter(fact, record=by.record, by=by.actor, now=by.now)
    return fact.work
