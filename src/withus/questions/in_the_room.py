"""Who is in the room of a meeting, what goes on there, and what whoever asks may do about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from withus.core.deciding.room import Answer
from withus.core.errors import Refusal
from withus.core.facts.sealing import Opening
from withus.core.history.standing import in_force
from withus.core.history.state import Board, Deputy, Meeting, Partnership
from withus.core.history.streams import PARTNERSHIP
from withus.core.meeting.room import InPlace, places_in
from withus.core.meeting.standing import When, agenda, stage, when
from withus.core.rules.acting import Acting
from withus.core.rules.guarding import duties_missing
from withus.core.rules.in_meetings import check_chairs, may_take_chair, still_chairs
from withus.core.rules.own_place import counts_for, deputies_of
from withus.core.rules.rights import Act, Role, check_may, duties_held, may, places_held
from withus.core.rules.situation import NotAllowed, Situation
from withus.core.words import Duty, MeetingStage, ShownAs
from withus.questions.deciding_now import may_decide, motion_on, of_states
from withus.questions.finding import NotHere
from withus.stores.meeting.live import Live, Turned, live, turns
from withus.stores.meeting.models import MeetingRow
from withus.stores.people.identity import identities
from withus.stores.record.finding import entries_about
from withus.stores.record.models import Log
from withus.stores.record.openings import find_openings
from withus.stores.record.states import states
from withus.stores.worrying.worries import hidden

Openings = Mapping[int, Mapping[str, object]]


@dataclass(frozen=True)
class RoomHere:
    """A meeting as it stands, for somebody who belongs to its board or runs it."""

    log: Log
    id: str
    partnership: Partnership
    board: Board
    meeting: Meeting
    mine: frozenset[int]
    roles: frozenset[Role]
    live: Live

    @property
    def origin(self) -> str:
        """Return the name of the record."""
        return self.log.origin

    @property
    def board_id(self) -> str:
        """Return the board's id."""
        assert self.meeting.called is not None
        return self.meeting.called.fact.board

    @property
    def stage(self) -> MeetingStage:
        """Return how far the meeting has come."""
        return stage(self.meeting)

    @property
    def when(self) -> When:
        """Return when it is to be."""
        return when(self.meeting)

    @cached_property
    def places(self) -> tuple[InPlace, ...]:
        """Return every place in being."""
        return tuple(places_in(self.board, self.meeting))

    @cached_property
    def own(self) -> tuple[InPlace, ...]:
        """Return the places that whoever asks holds."""
        return tuple(one for one in self.places if self._is_mine(one))

    def _is_mine(self, one: InPlace) -> bool:
        return one.place.held is not None and one.place.held.taken.entry in self.mine

    @property
    def runs(self) -> bool:
        """Tell whether whoever asks chairs the meeting."""
        return self._may(Act.RUN_MEETING)

    @property
    def keeps(self) -> bool:
        """Tell whether whoever asks chairs the meeting, or keeps what is noted of it."""
        return self._may(Act.KEEP_MEETING)

    @property
    def types(self) -> bool:
        """Tell whether whoever asks types for others."""
        return may(Act.TYPE_FOR_OTHERS, self.roles)

    def _may(self, otherwise: Act) -> bool:
        try:
            self.check(otherwise)
        except NotAllowed:
            return False
        return True

    def check(self, otherwise: Act) -> None:
        """Refuse whoever neither chairs the meeting nor has some right otherwise."""
        situation = Situation(self.partnership, self.board, meeting=self.meeting)
        check_chairs(situation, Acting(roles=self.roles, mine=self.mine), otherwise)

    @property
    def no_chair(self) -> bool:
        """Tell whether the meeting is under way, and nobody who chairs it is in the room."""
        situation = Situation(self.partnership, self.board, meeting=self.meeting)
        return self.stage is MeetingStage.OPEN and not still_chairs(situation)

    @property
    def may_chair(self) -> bool:
        """Tell whether whoever asks may say who chairs from now on."""
        situation = Situation(self.partnership, self.board, meeting=self.meeting)
        acting = Acting(roles=self.roles, mine=self.mine)
        return self.stage is MeetingStage.OPEN and may_take_chair(situation, acting)

    def breaks(self, at: datetime) -> datetime | None:
        """Return until when there is a break; nothing once that time has come."""
        until = self.live.back_at
        return until if until is not None and until > at else None

    def mark(self, at: datetime) -> str:
        """Tell what changes with whatever changes here, but for where people say they stand."""
        return f"{self.log.size}.{self.live.version}.{int(self.breaks(at) is not None)}"


def room_here(
    origin: str, meeting: str, *, person: str, on: date, looking: bool = False
) -> RoomHere:
    """Return a meeting for somebody who may be in its room; others are refused.

    `looking`: they look as a plain member, with no right of a duty and no place.
    Errors: NotHere; NotAllowed `not_yours_to_do`.
    """
    row = MeetingRow.objects.filter(origin=origin, ref=meeting).first()
    log = Log.objects.filter(origin=origin).first()
    if row is None or log is None:
        raise NotHere("not_here")
    mine = entries_about(log, person) if not looking else frozenset()
    found = states(log, {PARTNERSHIP, row.board, meeting})
    whole, board, state = found[PARTNERSHIP], found[row.board], found[meeting]
    assert isinstance(whole, Partnership) and isinstance(board, Board)
    assert isinstance(state, Meeting)
    duties = duties_held(whole, mine, on=on, board=row.board)
    roles = frozenset({Role.MEMBER}) if looking else duties | places_held(board, mine)
    check_may(Act.SEE_ROOM, roles)
    now = live(origin, meeting)
    return RoomHere(log, meeting, whole, board, state, mine, roles, now)


def turns_in(here: RoomHere) -> Mapping[str, Turned]:
    """Return whose turns were counted so far, by holding."""
    return turns(here.origin, here.id)


@dataclass(frozen=True, slots=True)
class MayCome:
    """A deputy whom a member chose, for the place of a holding."""

    deputy: str
    holding: str
    counts: bool
    name: str


@dataclass(frozen=True, slots=True)
class Words:
    """What is sealed of a room: names by holding, deputies, and what items are called, in order."""

    names: Mapping[str, str]
    deputies: tuple[MayCome, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


def words_in(here: RoomHere, deputies_of_: Iterable[InPlace] = (), *, items: bool = True) -> Words:
    """Return the words of a room, in as many statements for any number of them.

    Names of whoever chose to show theirs; of all, to whoever keeps the meeting. Deputies of some
    places. Titles empty where they were erased.
    """
    taken = dict(_to_be_named(here))
    chosen = {each.named.entry: (one, each) for one, each in _deputies(here, deputies_of_)}
    told = {item.asked.entry: name for name, item in agenda(here.meeting)} if items else {}
    away = _not_shown(here, told)
    wanted = [*taken, *chosen, *(told.keys() - away)]
    found = find_openings(here.log, wanted) if wanted else {}
    people = {entry: value(found, entry, "person") for entry in (*taken, *chosen)}
    known = identities(here.origin, {each for each in people.values() if each})
    called = {entry: known[each].name for entry, each in people.items() if each in known}
    return Words(
        {holding: called[entry] for entry, holding in taken.items() if entry in called},
        tuple(_may_come(*chosen[entry], called.get(entry, "")) for entry in chosen),
        {name: value(found, entry, "title") for entry, name in told.items()},
    )


def _not_shown(here: RoomHere, told: Collection[int]) -> set[int]:
    """Return of which items the title was taken from view, or is hidden until it is looked at."""
    gone = {each.fact.entry for each in here.meeting.said.withdrawn if each.fact.path == "title"}
    return gone | set(hidden(here.origin, told)) if told else gone


def value(found: Openings, entry: int, path: str) -> str:
    """Return what is sealed at a path of an entry; nothing where it was erased."""
    opening = found.get(entry, {}).get(path)
    return opening.value if isinstance(opening, Opening) else ""


def _to_be_named(here: RoomHere) -> Iterator[tuple[int, str]]:
    for one in here.places:
        held = one.place.held
        if held and (here.keeps or held.taken.fact.shown_as is ShownAs.NAMED):
            yield held.taken.entry, one.holding


def _deputies(here: RoomHere, places: Iterable[InPlace]) -> Iterator[tuple[InPlace, Deputy]]:
    for one in places:
        for each in deputies_of(here.board, one.place):
            if each.named.fact.meeting in (None, here.id):
                yield one, each


def _may_come(one: InPlace, deputy: Deputy, name: str) -> MayCome:
    named, made = deputy.named.fact, one.place.made.fact
    return MayCome(named.deputy, one.holding, counts_for(named, made), name)


@dataclass(frozen=True, slots=True)
class Deciding:
    """What is to be decided on the item that is talked about, and whether it may be."""

    motion: str
    answer: Answer | None  # None: it cannot be told, as `why` says
    why: Refusal | None = None


def deciding_in(here: RoomHere, *, at: datetime) -> Deciding | None:
    """Return what is to be decided on the item that is talked about; None where nothing is."""
    if here.stage is not MeetingStage.OPEN or not here.live.item:
        return None
    now = of_states(here.log, here.id, here.board_id, now=at)
    motion = motion_on(now, here.live.item)
    if motion is None or in_force(here.meeting.motions[motion]) is not None:
        return None
    try:
        return Deciding(motion, may_decide(now, motion))
    except NotAllowed as refusal:
        return Deciding(motion, None, refusal)


def unguarded(here: RoomHere, *, on: date) -> tuple[Duty, ...]:
    """Return which of the duties that free text needs nobody has."""
    return duties_missing(here.partnership, on=on)
