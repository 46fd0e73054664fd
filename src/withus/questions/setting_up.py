"""Who may set a partnership up, what they have planned so far, and boards to start from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models.functions import Lower

from withus.core.facts.fact import Missing
from withus.core.facts.sealing import Opening
from withus.core.history.state import Board
from withus.core.rules.rights import Act, Role, may
from withus.core.setting_up.again import Known, begun_from
from withus.core.setting_up.plan import Plan
from withus.core.words import Duty
from withus.questions.names import named_in
from withus.questions.rights import duties_of
from withus.stores.accounts.accounts import people_of
from withus.stores.accounts.models import Link
from withus.stores.joining.models import BoardRow, DutyRow, PartnershipRow
from withus.stores.people.identity import names_of_people
from withus.stores.people.models import Person
from withus.stores.record.models import Log, SealedValue
from withus.stores.record.openings import find_openings
from withus.stores.record.read import find_log
from withus.stores.record.states import board_state
from withus.stores.setting_up import drafts
from withus.stores.setting_up.drafts import Drafted
from withus.stores.worrying.worries import hidden

MOST_LOOKED_AT = 2  # partnerships: each is a few questions
MOST_BOARDS = 30
RUNS_IT = [Duty.HOST, Duty.FACILITATOR]


@dataclass(frozen=True, slots=True)
class Officer:
    """Whoever is an officer of a host already, and so may set up another partnership."""

    origin: str
    person: str
    name: str


@dataclass(frozen=True, slots=True)
class BoardHere:
    """A board that is here already, and the partnership that it is of."""

    origin: str
    board: str
    name: str
    partnership: str


def draft(wanted: str, account: str) -> Drafted:
    """Return a draft of an account; refuse one that is not theirs."""
    return drafts.find(wanted, account)


def drafted(account: str) -> list[Drafted]:
    """Return what somebody is setting up."""
    return drafts.of_account(account)


def officer(account: str, *, on: date) -> Officer | None:
    """Return where somebody is the host's officer; None where they are nowhere."""
    for origin, person in with_a_duty(account, [Duty.HOST], on=on):
        if Role.OFFICER in duties_of(origin, person, on=on):
            return Officer(origin, person, names_of_people([person]).get(person, ""))
    return None


def boards(account: str, *, on: date) -> list[BoardHere]:
    """Return the boards that somebody may start from: they run the work there, and see people."""
    origins = [
        origin
        for origin, person in with_a_duty(account, RUNS_IT, on=on)
        if may(Act.SEE_PEOPLE, duties_of(origin, person, on=on))
    ]
    names = dict(PartnershipRow.objects.filter(origin__in=origins).values_list("origin", "name"))
    rows = BoardRow.objects.filter(origin__in=origins, closed=None)
    ordered = rows.order_by("origin", Lower("name"), "ref")[:MOST_BOARDS]
    return [BoardHere(row.origin, row.ref, row.name, names[row.origin]) for row in ordered]


def boards_of(origin: str) -> list[tuple[str, str]]:
    """Return the boards of a partnership that was set up, with what they are called."""
    rows = BoardRow.objects.filter(origin=origin, closed=None).order_by("entry")
    return list(rows.values_list("ref", "name")[:MOST_BOARDS])


def begun(plan: Plan, here: BoardHere, *, on: date) -> Plan:
    """Return a plan begun from a board that somebody may start from."""
    log = find_log(here.origin)
    state = board_state(log, here.board)
    return begun_from(plan, state, known_of(log, state), on=on)


def known_of(log: Log, board: Board) -> dict[str, Known]:
    """Return who holds the places of a board and what their posts are, but what was taken away."""
    made = {ref: each.made.entry for ref, each in board.places.items()}
    taken = {ref: each.held.taken.entry for ref, each in board.places.items() if each.held}
    away = {each.fact.entry for each in board.said.withdrawn}
    away |= hidden(log.origin, made.values())
    openings = find_openings(log, [each for each in made.values() if each not in away])
    posts = {entry: told.get("post") for entry, told in openings.items()}
    names = named_in(log, taken.values())
    return {
        ref: Known(names.get(taken.get(ref, -1), ""), words_of(posts.get(entry)))
        for ref, entry in made.items()
    }


def words_of(told: Opening | Missing | None) -> str:
    """Return the words of a post; nothing, where they were erased."""
    return told.value if isinstance(told, Opening) else ""


def with_a_duty(account: str, duties: list[Duty], *, on: date) -> Iterator[tuple[str, str]]:
    """Yield whom somebody acts for who has such a duty, of the latest few partnerships.

    What the record says of it decides; the tables only find where to ask.
    """
    mine = Link.objects.filter(account=account)
    keys = Person.objects.filter(id__in=mine.values("person")).values("key")
    named = SealedValue.objects.filter(key__in=keys, path="person")
    entries = set(named.values_list("log__origin", "entry"))
    rows = DutyRow.objects.filter(
        origin__in={origin for origin, _ in entries}, duty__in=duties, board=None
    )
    held = rows.exclude(until_day__lte=on).order_by("-id").values_list("origin", "entry")
    found = [origin for origin, entry in held if (origin, entry) in entries]
    for origin in list(dict.fromkeys(found))[:MOST_LOOKED_AT]:
        yield from ((origin, each) for each in people_of(account, origin))
