"""What was typed for somebody and waits for a word that it is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db.models import OuterRef, Subquery

from withus.core.facts.circumstances import HOST
from withus.core.facts.deciding import DecisionTaken
from withus.core.history.standing import in_force
from withus.core.history.state import Meeting, Partnership, State
from withus.core.history.streams import PARTNERSHIP
from withus.core.history.work import Work
from withus.core.rules.acting import Acting
from withus.core.rules.confirming import may_confirm_roll
from withus.core.rules.rights import Act, Role, may
from withus.core.rules.situation import Situation
from withus.core.words import ConfirmedHow, Outcome
from withus.questions.rights import Standing, standing
from withus.stores.deciding.models import MotionRow
from withus.stores.meeting.models import MeetingRow
from withus.stores.people.identity import Identity, identity
from withus.stores.people.models import Person
from withus.stores.record.models import Indexed, Log, SealedValue
from withus.stores.record.read import find_log
from withus.stores.record.states import states

STILL_ASKED = timedelta(days=14)  # more than the working days there are to confirm
MOST = 200  # that are shown: who has more before them does these first


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that was typed for somebody, and how whoever asks may confirm it."""

    entry: int
    type: str
    board: str | None  # None: of the partnership as a whole
    about: str | None  # the person it names, where it names one
    own: bool  # it is about whoever asks, or was typed for them
    ways: frozenset[ConfirmedHow]


def standing_of(origin: str, person: str) -> Standing:
    """Return where somebody stands, also where no entry is about them."""
    return standing(origin, person) or Standing(find_log(origin), frozenset(), {})


def waiting(
    origin: str, person: str, *, on: date, stands: Standing | None = None
) -> tuple[Waiting, ...]:
    """Return what somebody may confirm, the first entered first; as many statements for any number.

    By their own code what is about them, as a second person what is about another, by a letter
    that they type. Never what they typed themselves; nor what somebody has answered already, be it
    that it is not right.
    Not: whether an account or a browser is shared with the typist; the action looks at that.
    """
    here, known = stands or standing_of(origin, person), identity(origin, person)
    log = here.log
    rows, unsettled = list(typed(log, on=on)), rolls(origin)
    streams = {str(row.stream) for row in rows if row.stream is not None} | set(unsettled.values())
    every = dict(here.states) | states(log, streams - here.states.keys())
    answered = {said for each in every.values() for said in confirmed(each)}
    left = [row for row in rows if row.index not in answered]
    boards = {stream: board_of(stream, every[stream]) for stream in streams & every.keys()}
    told = list(told_of(left, known, here, on=on, boards=boards))
    told += rolls_of(unsettled, known, here, every, on=on)
    told = sorted(told, key=lambda each: each.entry)[:MOST]
    names = people_in(log, [each.entry for each in told])
    return tuple(with_name(each, names) for each in told)


def rolls(origin: str) -> Mapping[str, str]:
    """Return the motions whose decision is unsettled, each with its meeting."""
    rows = MotionRow.objects.filter(origin=origin, outcome=Outcome.UNSETTLED.value)
    return dict(rows.order_by("entry").values_list("ref", "meeting")[:MOST])


def rolls_of(
    motions: Mapping[str, str],
    known: Identity,
    here: Standing,
    every: Mapping[str, State],
    *,
    on: date,
) -> Iterator[Waiting]:
    """Yield the roll-calls for which the word of somebody, as a second person, would count."""
    for motion, meeting in motions.items():
        state = every.get(meeting)
        taken = in_force(state.motions[motion]) if isinstance(state, Meeting) else None
        if not isinstance(state, Meeting) or taken is None:
            continue
        board = board_of(meeting, state)
        roles = here.roles(on=on, board=board)
        situation = Situation(Partnership(), meeting=state, by=known.pseudonyms.get(board))
        acting = Acting(roles=roles, person=known.person, mine=here.mine)
        if may_confirm_roll(taken, situation, acting):
            ways = frozenset({ConfirmedHow.SECOND_PERSON})
            entry = taken.taken.entry
            yield Waiting(entry, DecisionTaken.TYPE, board, None, own=False, ways=ways)


def typed(log: Log, *, on: date) -> Iterable[Indexed]:
    """Return the entries that one person typed for another, but for those of meetings long past.

    What was typed in a meeting can be confirmed for some working days: then it is as it is.
    """
    past = MeetingRow.objects.filter(origin=log.origin, ends__lt=midnight(on) - STILL_ASKED)
    rows = Indexed.objects.filter(log=log, index__lt=log.size, typed_by__isnull=False)
    return rows.exclude(by=HOST).exclude(stream__in=past.values("ref")).order_by("index")


def board_of(stream: str, state: State) -> str:
    """Return the board to which a stream belongs: a meeting and a work to their own."""
    if isinstance(state, Meeting) and state.called is not None:
        return state.called.fact.board
    if isinstance(state, Work) and state.opened is not None:
        return state.opened.fact.board
    return stream


def midnight(day: date) -> datetime:
    """Return the time at which a day begins, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def confirmed(state: State) -> Iterator[int]:
    """Yield the entries of a stream about which somebody has said whether they are right."""
    return (each.fact.entry for each in state.said.confirmed)


def told_of(
    rows: Iterable[Indexed],
    known: Identity,
    here: Standing,
    *,
    on: date,
    boards: Mapping[str, str],
) -> Iterator[Waiting]:
    """Yield what somebody may confirm of some entries, and how; `boards` by their streams."""
    found: dict[str, frozenset[Role]] = {}
    for row in rows:
        stream = boards[str(row.stream)]
        called = known.pseudonyms.get(stream)
        if called is not None and row.typed_by == called:
            continue
        board = None if stream == PARTNERSHIP else stream
        if stream not in found:
            found[stream] = here.roles(on=on, board=board)
        own = row.index in here.mine or (called is not None and row.by == called)
        ways = ways_for(found[stream], own=own)
        if ways:
            yield Waiting(row.index, row.type, board, None, own, ways)


def ways_for(roles: frozenset[Role], *, own: bool) -> frozenset[ConfirmedHow]:
    """Tell how somebody of some roles may confirm what is, or is not, about themselves."""
    if own:
        return frozenset({ConfirmedHow.OWN_CODE})
    second = {ConfirmedHow.SECOND_PERSON} if may(Act.CONFIRM_FOR_ANOTHER, roles) else set()
    letter = {ConfirmedHow.LETTER} if may(Act.TYPE_A_LETTER, roles) else set()
    return frozenset(second | letter)


def people_in(log: Log, entries: list[int]) -> Mapping[int, str]:
    """Return whom entries name."""
    theirs = Person.objects.filter(key=OuterRef("key")).values("id")[:1]
    rows = SealedValue.objects.filter(log=log, entry__in=entries).annotate(whose=Subquery(theirs))
    return dict(rows.exclude(whose=None).values_list("entry", "whose"))


def with_name(each: Waiting, names: Mapping[int, str]) -> Waiting:
    """Return what waits, with whom it names."""
    about = names.get(each.entry)
    return Waiting(each.entry, each.type, each.board, about, each.own, each.ways)
