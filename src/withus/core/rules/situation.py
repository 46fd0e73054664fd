"""Where things stand when somebody wants a fact entered, and what any rule may ask of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from withus.core.errors import Refusal
from withus.core.facts import joining as f
from withus.core.facts.fact import Fact
from withus.core.facts.rows import Said
from withus.core.history.said import Challenge
from withus.core.history.state import Board, Meeting, Partnership
from withus.core.history.told import Told
from withus.core.history.work import Work
from withus.core.rules.practised import Practised


class NotAllowed(Refusal):
    """Say that a rule of joining or keeping does not let this happen."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Where things stand under the lock; `about` is the entry that the fact names, if any."""

    partnership: Partnership
    board: Board = field(default_factory=Board)
    about: Told[Fact] | None = None
    by: str | None = None  # the actor, as they are called in this stream
    typed_by: str | None = None  # who typed it for them, if somebody did
    other: Board | None = None  # another board that the fact names: one above, or a duty's
    on: date | None = None  # the day, where a person enters it; None: the host's command
    meeting: Meeting = field(default_factory=Meeting)  # where the fact is about one
    work: Work = field(default_factory=Work)  # where the fact is about one
    beside: Mapping[str, Board] = field(default_factory=dict)  # boards that take part in that work
    challenges: Mapping[str, Challenge] = field(default_factory=dict)  # where the fact belongs
    size: int = 0  # entries of the record, of which this will be the next
    at: datetime | None = None  # the log's time
    roll: tuple[Said, ...] | None = None  # where those in the room stand; None: the act holds none
    elsewhere: Meeting = field(default_factory=Meeting)  # of another decision that the fact names
    closed: frozenset[date] = frozenset()  # bank holidays about this time
    doubled: frozenset[str] = frozenset()  # deputies here who hold a place of their own
    stopped: bool = False  # somebody at the meeting does not understand, and nobody has gone on
    met: bool = False  # whether the board has met before, where its rules are set
    practised: Practised = field(default_factory=Practised)  # where a partnership is opened


def named(situation: Situation) -> Told[Fact]:
    """Tell the entry that a fact is about.

    Errors: NotAllowed `no_such_entry`.
    """
    if situation.about is None:
        raise NotAllowed("no_such_entry")
    return situation.about


def check_open(board: Board | None) -> None:
    """Refuse a board that was never opened, or is closed.

    Errors: NotAllowed `no_such_board`, `board_closed`.
    """
    if board is None or board.opened is None:
        raise NotAllowed("no_such_board")
    if board.closed is not None:
        raise NotAllowed("board_closed")


def check_held(holding: str, board: Board) -> None:
    """Refuse unless a holding is of a place of a board that is held now.

    Errors: NotAllowed `not_in_a_place`.
    """
    place = board.places.get(board.place_of.get(holding, ""))
    if place is None or place.held is None or place.held.taken.fact.holding != holding:
        raise NotAllowed("not_in_a_place")


def check_sense(fact: Fact) -> None:
    """Refuse a fact that is at odds with itself, whatever else has happened.

    Errors: NotAllowed `until_before_from`, `more_than_all`.
    """
    if isinstance(fact, f.DutyGiven | f.MandateGranted):
        check_order(fact.from_, fact.until)
    if isinstance(fact, f.PlaceMade) and fact.vote_from is not None:
        check_order(fact.vote_from, fact.vote_until)
    if not isinstance(fact, f.MandateGranted) or fact.roll is None or fact.voted is None:
        return
    if fact.voted > fact.roll:
        raise NotAllowed("more_than_all")


def check_order(from_: Any, until: Any) -> None:
    """Refuse an end before the beginning; no end is no end.

    Errors: NotAllowed `until_before_from`.
    """
    if until is not None and until <= from_:
        raise NotAllowed("until_before_from")
