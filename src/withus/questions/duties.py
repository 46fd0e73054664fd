"""Who has which duty in a partnership, and who could be given one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from withus.core.history.state import DutyHeld
from withus.core.rules.guarding import duties_missing, stands
from withus.core.words import Duty
from withus.questions.mine import partnership
from withus.questions.names import found, named_in
from withus.stores.people.identity import identities
from withus.stores.people.models import Person
from withus.stores.record.read import find_log
from withus.stores.record.states import partnership_state

MOST = 50  # people in a list to choose from; among more, one is looked for by name


@dataclass(frozen=True, slots=True)
class DutySeen:
    """A duty that somebody has on a day; their name is empty for those who may not see it."""

    given: str
    entry: int
    duty: Duty
    board: str | None
    since: date
    name: str


@dataclass(frozen=True, slots=True)
class Choosing:
    """Whom one can choose from, by id and name; of how many, where one looks for them by name."""

    people: tuple[tuple[str, str], ...]
    many: bool
    count: int


@dataclass(frozen=True, slots=True)
class DutiesSeen:
    """The duties of a partnership, and which of those that are needed nobody has."""

    partnership: str
    practice: bool
    held: tuple[DutySeen, ...]
    missing: tuple[Duty, ...]


def duties(origin: str, *, on: date, names: bool) -> DutiesSeen:
    """Return who has which duty on a day, by name for those who may see names."""
    live, practice = partnership(origin)
    state = partnership_state(live.log)
    held = [each for each in state.duties.values() if stands(each, on=on)]
    known = named_in(live.log, [each.given.entry for each in held]) if names else {}
    told = sorted((seen(each, known) for each in held), key=in_order)
    return DutiesSeen(live.name, practice, tuple(told), duties_missing(state, on=on))


def seen(held: DutyHeld, known: Mapping[int, str]) -> DutySeen:
    """Return one duty as it is seen."""
    given, entry = held.given.fact, held.given.entry
    return DutySeen(given.given, entry, given.duty, given.board, given.from_, known.get(entry, ""))


def in_order(one: DutySeen) -> tuple[int, int]:
    """Tell the order of duties: those that keep people safe first."""
    return list(Duty).index(one.duty), one.entry


def may_write(origin: str, *, on: date) -> bool:
    """Tell whether free text is on in a partnership on a day."""
    return not duties_missing(partnership_state(find_log(origin)), on=on)


def people(origin: str, typed: str) -> Choosing:
    """Return whom to choose from: everybody, or in a large partnership who is found by a name."""
    some = list(Person.objects.filter(origin=origin).values_list("id", flat=True)[: MOST + 1])
    if len(some) <= MOST:
        every = ((one.person, one.name) for one in identities(origin, some).values())
        return Choosing(
            tuple(sorted(every, key=lambda one: one[1].casefold())), many=False, count=len(some)
        )
    by_name, count = found(origin, typed)
    told = tuple((one.person, one.name) for one, _ in by_name.values())
    return Choosing(told[:MOST], many=True, count=count)


def name(origin: str, person: str) -> str:
    """Return what somebody is called; nothing, if nobody of that id is here."""
    one = identities(origin, [person]).get(person)
    return one.name if one else ""
