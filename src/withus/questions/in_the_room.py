"""Who is in the room of a meeting, what goes on there, and what whoever asks may do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from withus.core.facts.sealing import Opening
from withus.core.history.state import Board, Meeting, Partnership
from withus.core.history.streams import PARTNERSHIP
from withus.core.meeting.room import InPlace, places_in
from withus.core.meeting.standing import When, agenda, stage, when
from withus.core.rules.acting import Acting
from withus.core.rules.guarding import duties_missing
from withus.core.rules.in_meetings import check_chairs
from withus.core.rules.own_place import deputies_of
from withus.core.rules.rights import Act, Role, check_may, duties_held, may, places_held
from withus.core.rules.situation import NotAllowed, Situation
from withus.core.words import Capacity, Duty, MeetingStage, ShownAs
from withus.questions.finding import NotHere
from withus.questions.names import named_in
from withus.stores.meeting.live import Live, Turned, live, turns
from withus.stores.meeting.models import MeetingRow
from withus.stores.record.finding import entries_about
from withus.stores.record.models import Log
from withus.stores.record.openings import find_openings
from withus.stores.record.states import states


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

    def breaks(self, at: datetime) -> datetime | None:
        """Return until when there is a break; nothing once that time has come."""
        until = self.live.back_at
        return until if until is not None and until > at else None

    def mark(self, at: datetime) -> str:
        """Tell what changes with whatever changes here."""
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


def names_in(here: RoomHere) -> Mapping[str, str]:
    """Return names by holding: of whoever chose to show theirs; of all, to who keeps the meeting.

    One's own is left out: one knows it.
    """
    taken = {}
    for one in here.places:
        held = one.place.held
        if held and (here.keeps or held.taken.fact.shown_as is ShownAs.NAMED):
            taken[held.taken.entry] = one.holding
    known = named_in(here.log, taken) if taken else {}
    return {taken[entry]: name for entry, name in known.items()}


def titles(here: RoomHere) -> Mapping[str, str]:
    """Return what the items of the agenda are called, in order; empty where it was erased."""
    items = agenda(here.meeting)
    openings = find_openings(here.log, [item.asked.entry for _, item in items]) if items else {}
    found = {}
    for name, item in items:
        title = openings.get(item.asked.entry, {}).get("title")
        found[name] = title.value if isinstance(title, Opening) else ""
    return found


def turns_in(here: RoomHere) -> Mapping[str, Turned]:
    """Return whose turns were counted so far, by holding."""
    return turns(here.origin, here.id)


@dataclass(frozen=True, slots=True)
class MayCome:
    """A deputy whom a member chose, for the place of a holding."""

    deputy: str
    holding: str
    capacity: Capacity
    counts: bool
    name: str


def deputies_in(here: RoomHere, places: Iterable[InPlace]) -> tuple[MayCome, ...]:
    """Return the deputies who may come to this meeting for whoever holds some places."""
    chosen = [
        (one, each)
        for one in places
        for each in deputies_of(here.board, one.place)
        if each.named.fact.meeting in (None, here.id)
    ]
    known = named_in(here.log, [each.named.entry for _, each in chosen]) if chosen else {}
    return tuple(
        MayCome(
            each.named.fact.deputy,
            one.holding,
            each.named.fact.capacity,
            each.named.fact.capacity is one.place.made.fact.capacity,
            known.get(each.named.entry, ""),
        )
        for one, each in chosen
    )


def unguarded(here: RoomHere, *, on: date) -> tuple[Duty, ...]:
    """Return which of the duties that free text needs nobody has."""
    return duties_missing(here.partnership, on=on)
