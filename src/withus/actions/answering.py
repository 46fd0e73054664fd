"""Points: put from one's own place, taken back, and what whoever put one says of where it went."""

from __future__ import annotations

from dataclasses import dataclass

from withus.actions.joining import enter
from withus.actions.meeting import LONGEST_LINE, By
from withus.core.facts import answering as a
from withus.core.facts.fact import Fact
from withus.core.history.state import Board
from withus.core.history.work import Work
from withus.core.rules.own_place import own_places
from withus.core.rules.situation import NotAllowed
from withus.core.words import Capacity, PointSays, PointWay, ShownAs
from withus.stores.answering import contributors, files, tellings
from withus.stores.answering.files import File
from withus.stores.keys.locker import new_id
from withus.stores.record.append import Actor, locked
from withus.stores.record.finding import entries_about
from withus.stores.record.models import Log
from withus.stores.record.states import states, work_state

LONGEST_POINT = 4_000

__all__ = ["LONGEST_LINE", "LONGEST_POINT", "By", "ToPut", "put", "says", "take_back"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPut:
    """A point to be put on a work: its words and file, from where, and how it came."""

    work: str
    words: str
    shown_as: ShownAs
    holding: str | None = None
    said_capacity: Capacity | None = None
    way: PointWay = PointWay.TYPED
    group_of: int = 1
    file: File | None = None

    def fact(self, person: str, point: str) -> a.PointPut:
        """Return the fact that somebody puts it."""
        if len(self.words) > LONGEST_POINT:
            raise NotAllowed("too_many_words", {"most": LONGEST_POINT})
        return a.PointPut(
            work=self.work,
            point=point,
            holding=self.holding,
            said_capacity=self.said_capacity,
            way=self.way,
            group_of=self.group_of,
            shown_as=self.shown_as,
            person=person,
            words=self.words,
            attachment=self.file.told if self.file else "",
        )


def put(wanted: ToPut, *, by: By) -> str:
    """Put a point from one's own place; return its id."""
    point = new_id()
    put_as(wanted, point, person=by.person, by=by.actor, at=by)
    return point


def put_as(wanted: ToPut, point: str, *, person: str, by: Actor, at: By) -> int:
    """Enter a point and keep its file, in one go; return the entry."""
    fact = wanted.fact(person, point)
    with locked(at.record):
        (entry,) = enter(fact, record=at.record, by=by, now=at.now)
        if wanted.file is not None:
            files.keep(at.record, point, wanted.file)
        return entry


def take_back(point: str, *, by: By) -> None:
    """Take back a point that one put: nobody need be told of it any more."""
    _own(a.PointWithdrawn(point=point), by, by.actor)


def says(point: str, said: PointSays, *, by: By) -> None:
    """Say whether a point is where it is said to have gone."""
    _own(a.PointConfirmed(point=point, says=said), by, by.actor)


def _own(fact: Fact, by: By, actor: Actor) -> None:
    with locked(by.record):
        enter(fact, record=by.record, by=actor, now=by.now)
        if isinstance(fact, a.PointWithdrawn):
            tellings.forget(by.record, [fact.point])


def sits_in(log: Log, work: Work, person: str) -> tuple[tuple[str, Capacity], ...]:
    """Return the holdings of somebody on the boards of a work, each with its capacity."""
    opened = work.opened
    if opened is None:
        raise NotAllowed("no_such_work")
    names = (opened.fact.board, *sorted(opened.fact.boards))
    found, mine = states(log, names), entries_about(log, person)
    boards = [one for name in names if isinstance(one := found.get(name), Board)]
    held = (own_places(board, mine) for board in boards)
    return tuple(
        (one.taken.fact.holding, place.made.fact.capacity) for some in held for place, one in some
    )


def work_of(origin: str, point: str) -> str:
    """Return the work of a point, or refuse."""
    row = contributors.one(origin, point)
    if row is None:
        raise NotAllowed("no_such_point")
    return row.work


def work_under(log: Log, work: str) -> Work:
    """Return a work as it stands, or refuse one that was never opened."""
    found = work_state(log, work)
    if found.opened is None:
        raise NotAllowed("no_such_work")
    return found
