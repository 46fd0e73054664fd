"""A practice run as those see it who may end it: what would go on, and what keeps it from that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Value

from withus.core.history.state import Board, Partnership
from withus.core.history.streams import PARTNERSHIP
from withus.core.rules.guarding import duties_missing, stands
from withus.core.rules.practised import follows
from withus.core.rules.practising import carried_rules
from withus.core.words import Duty
from withus.questions.finding import NotHere
from withus.questions.mine import partnership
from withus.stores.framing.models import WorkRow
from withus.stores.inviting.invitations import State
from withus.stores.inviting.models import Invitation
from withus.stores.joining.models import BoardRow
from withus.stores.people.models import Person
from withus.stores.practising.runs import live_name, practised, waits
from withus.stores.record.models import Log
from withus.stores.record.states import states

__all__ = ["GoingLive", "PracticeRun", "going_live", "practice_run", "waits"]

MOST_SHOWN = 20  # boards: each is read from its entries


@dataclass(frozen=True, slots=True)
class BoardGoingOn:
    """A board that goes live: its places, those that are held, and its rules."""

    name: str
    places: int
    held: int
    rules: int


@dataclass(frozen=True, slots=True)
class PracticeRun:
    """A practice run that has not ended."""

    log: Log
    name: str


@dataclass(frozen=True, slots=True)
class GoingLive:
    """What of a practice run would go live, and under which name."""

    origin: str
    follows: dict[str, Any]  # what the live record would say of the practice before it
    other: str | None  # another run of that name, to be ended first
    boards: tuple[BoardGoingOn, ...]  # the first opened first
    more: int  # boards, of which only the number is told
    organisations: int
    people: int
    invited: int
    duties: int
    works: int
    missing: tuple[Duty, ...]


def practice_run(origin: str) -> PracticeRun:
    """Return a practice run that has not ended, or refuse."""
    live, practice = partnership(origin)
    if not practice or live.log.continued_by is not None:
        raise NotHere("not_here")
    return PracticeRun(live.log, live.name)


def going_live(run: PracticeRun, *, on: date) -> GoingLive:
    """Return what would go live if a practice run ended now."""
    origin, name = run.log.origin, live_name(run.log.origin)
    rows = BoardRow.objects.filter(origin=origin, closed=None).order_by("entry")
    names = list(rows.values_list("ref", flat=True))
    found = states(run.log, {PARTNERSHIP, *names[:MOST_SHOWN]})
    whole = found[PARTNERSHIP]
    assert isinstance(whole, Partnership)
    every = [one for each in names[:MOST_SHOWN] if isinstance(one := found[each], Board)]
    before = practised(name, run.name, source=run.log)
    people, invited, works = counts(origin)
    return GoingLive(
        origin=name,
        follows=follows(before) or {},
        other=before.going_on,
        boards=tuple(board(one, on=on) for one in every),
        more=max(0, len(names) - MOST_SHOWN),
        organisations=len(whole.organisations),
        people=people,
        invited=invited,
        duties=sum(stands(held, on=on) for held in whole.duties.values()),
        works=works,
        missing=duties_missing(whole, on=on),
    )


def counts(origin: str) -> tuple[int, int, int]:
    """Return how many people, open invitations and works a partnership has, in one question."""
    people = Person.objects.filter(origin=origin)
    open_ = Invitation.objects.filter(origin=origin, state=State.OPEN)
    works = WorkRow.objects.filter(origin=origin)
    others = (_counted(open_, "invited"), _counted(works, "works"))
    told = dict(_counted(people, "people").union(*others, all=True))
    return told.get("people", 0), told.get("invited", 0), told.get("works", 0)


def _counted(rows: QuerySet[Any], kind: str) -> Any:
    each = rows.order_by().values(kind=Value(kind)).annotate(count=Count("pk"))
    return each.values_list("kind", "count")


def board(state: Board, *, on: date) -> BoardGoingOn:
    """Return one board as it would go live."""
    assert state.opened is not None
    places = [each for each in state.places.values() if each.ended is None]
    rules = carried_rules(state.rules, on=on)[:1]
    return BoardGoingOn(
        state.opened.fact.name,
        len(places),
        sum(each.held is not None for each in places),
        sum(len(each.fact.rules) for each in rules),
    )
