"""A board in an invented town, its people by first name, and a meeting to walk through.

    here = a_board()  # Cy chairs; Bo and Di draw on services, Eve cares, Flo serves
    meeting = here.call()
    item = here.item(meeting, by="Bo")
    motion = here.motion(item)
    here.open(meeting)
    here.comes(meeting, "Bo")

Each step is an act of whoever would do it, through the actions, so that every rule is asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.core.facts.story import an_id, place_made, place_taken
from withus.actions.joining import add_to_partnership, enter, open_partnership
from withus.core.facts import deciding as d
from withus.core.facts import joining as f
from withus.core.facts import meeting as m
from withus.core.facts.fact import Fact
from withus.core.meeting.standing import here
from withus.core.words import Capacity, Country, Duty, Level, MotionKind, Paper, Placed, Way
from withus.stores.keys.locker import new_id
from withus.stores.record.append import THE_HOST, Actor
from withus.stores.record.read import find_log
from withus.stores.record.states import meeting_state

ORIGIN, BOARD = "withus.example/ambleford", an_id("ambleford board")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
STARTS = datetime(2026, 12, 1, 10, 30, tzinfo=UTC)
SEATS = {
    "Bo": Capacity.DRAWS_ON_SERVICES,
    "Cy": Capacity.COMMUNITY,
    "Di": Capacity.DRAWS_ON_SERVICES,
    "Eve": Capacity.UNPAID_CARERS,
    "Flo": Capacity.SERVICES,
    "Gus": Capacity.ELECTED,
}
ON_DUTY = {
    "Fay": Duty.FACILITATOR,
    "Olu": Duty.HOST,
    "Sam": Duty.SAFEGUARDING,
    "Dot": Duty.DATA,
    "Una": Duty.ULO_CONTACT,
}
D: dict[str, Any] = {"capacity": ["draws_on_services"]}
TWO_IN_THE_ROOM: dict[str, Any] = {
    "id": "two-in-the-room",
    "kind": "present",
    "who": D,
    "at_least": 2,
    "force": "terms",
    "source": "Terms of reference, part 4",
    "from": "2026-11-23",
    "until": None,
}
MOST: dict[str, Any] = {
    "id": "more-than-half",
    "kind": "agree",
    "who": "all",
    "over": "1/2",
    "of": "voting",
    "force": "terms",
    "source": "Terms of reference, part 5",
    "from": "2026-11-23",
    "until": None,
}


@dataclass
class Here:
    """The board, who is who, and the time: each act a minute after the one before."""

    people: dict[str, str] = field(default_factory=dict)
    now: datetime = NOW

    def act(self, *facts: Fact, by: str | None = None, typed_by: str | None = None) -> list[int]:
        """Enter facts as somebody by name; None: as the host."""
        self.now += timedelta(minutes=1)
        typist = self.people[typed_by] if typed_by else None
        who = Actor(person=self.people[by], typed_by=typist) if by else THE_HOST
        return list(enter(*facts, record=ORIGIN, by=who, now=self.now))

    def call(self, starts: datetime = STARTS, *, by: str = "Fay") -> str:
        """Call a meeting and return its id."""
        meeting = new_id()
        called = m.MeetingCalled(
            meeting=meeting,
            board=BOARD,
            starts=starts,
            ends=starts + timedelta(minutes=90),
            ways=frozenset({Way.ROOM, Way.PHONE, Way.LINK}),
            called_by=None,
            where="The old chapel",
        )
        self.act(called, by=by)
        return meeting

    def item(self, meeting: str, *, by: str = "Bo", title: str = "Night buses") -> str:
        """Let somebody ask for an item, put it on the agenda, and return its id."""
        item = new_id()
        self.act(
            m.ItemAsked(meeting=meeting, item=item, capacity=SEATS.get(by), title=title), by=by
        )
        placed = m.ItemPlaced(
            item=item,
            outcome=Placed.ON,
            order=1,
            urgent=False,
            private_by_law=False,
            told_before=True,
            reason="",
        )
        self.act(placed, by="Fay")
        return item

    def motion(self, item: str, *rules: str, kind: MotionKind = MotionKind.OTHER) -> str:
        """Let the chair put a motion, and return its id."""
        motion = new_id()
        bound = frozenset(rules) or frozenset({"two-in-the-room", "more-than-half"})
        put = d.MotionPut(
            motion=motion, item=item, kind=kind, revision=None, rules=bound, words="One more bus"
        )
        self.act(put, by="Cy")
        return motion

    def open(self, meeting: str, *chairs: str) -> None:
        """Open a meeting on its day."""
        self.now = max(self.now, STARTS)
        self.comes(meeting, *(chairs or ("Cy",)))
        holdings = frozenset(an_id(f"{name} sits") for name in chairs or ("Cy",))
        self.act(m.MeetingOpened(meeting=meeting, chairs=holdings), by="Cy")

    def comes(
        self, meeting: str, *names: str, came: bool = True, typed_by: str | None = None
    ) -> None:
        """Let people come into the room, or leave it; whoever chairs may be there already."""
        inside = here(meeting_state(find_log(ORIGIN), meeting))
        for name in names:
            if came and typed_by is None and an_id(f"{name} sits") in inside:
                continue
            noted = m.PresenceNoted(
                meeting=meeting,
                holding=an_id(f"{name} sits"),
                deputy=None,
                came=came,
                way=Way.PHONE if typed_by else Way.ROOM,
                self_entered=typed_by is None,
            )
            self.act(noted, by=name, typed_by=typed_by)


def a_board(*rules: dict[str, Any], practice: bool = False) -> Here:
    """Open the partnership and the board, and seat everybody; others have duties."""
    here = Here()
    opening = f.PartnershipOpened(
        name="Ambleford Together",
        practice=practice,
        follows=None,
        country=Country.ENGLAND,
        about="Buses.",
    )
    open_partnership(record=ORIGIN, by=THE_HOST, now=NOW, opening=opening)
    for name in (*SEATS, *ON_DUTY):
        here.people[name] = add_to_partnership(record=ORIGIN, name=name)
    here.act(
        f.BoardOpened(
            board=BOARD,
            name="Getting About board",
            level=Level.COMMUNITY,
            parent=None,
            formats=frozenset({Paper.STANDARD, Paper.EASY_READ}),
        ),
        *(duty(each, here.people[name]) for name, each in ON_DUTY.items()),
    )
    for name, capacity in SEATS.items():
        here.act(
            place_made(f"{name}'s place", capacity, board=BOARD, chair=name == "Cy"),
            taken(name, here.people[name]),
        )
    told = [*(rules or (TWO_IN_THE_ROOM, MOST))]
    here.act(f.RulesSet(board=BOARD, rules=told, from_=NOW.date(), decision=None))
    return here


def duty(duty: Duty, person: str) -> f.DutyGiven:
    """Return a duty that somebody takes on, for the whole partnership."""
    return f.DutyGiven(
        given=an_id(f"duty {duty}"),
        duty=duty,
        board=None,
        from_=NOW.date(),
        until=None,
        person=person,
    )


def taken(name: str, person: str) -> f.PlaceTaken:
    """Return the place of somebody, taken by them."""
    fact = place_taken(f"{name}'s place", f"{name} sits", "nobody")
    return f.PlaceTaken(
        place=fact.place, holding=fact.holding, shown_as=fact.shown_as, person=person
    )
