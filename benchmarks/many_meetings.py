"""What the pages of a board cost that has 60 places, met 500 times and took 5,000 decisions."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from benchmarks import pages_of_people

ORIGIN = "withus.example/meetings"
PLACES, MEETINGS, DECISIONS = 60, 500, 10  # decisions of each meeting; the last is under way


@dataclass(frozen=True, slots=True)
class Written:
    """The board, its meetings and their decisions, and who is signed in to look at them."""

    board: str
    meetings: tuple[str, ...]
    decisions: tuple[str, ...]
    motion: str  # not decided yet
    looking: dict[str, str]


def lines() -> Iterator[str]:
    """Write the record, and yield a line for each page of it."""
    from django.test import Client

    from tests.example_record import sign
    from withus.stores.accounts.accounts import link, open_account
    from withus.stores.record.read import find_log

    began = time.perf_counter()
    found = write()
    took = time.perf_counter() - began
    size = find_log(ORIGIN).size
    told = f"{PLACES} places, {MEETINGS} meetings, {len(found.decisions):,} decisions"
    yield f"{told}: {size:,} entries, written in {took:.0f} s"
    sign(ORIGIN)
    clients = {"anybody": Client()}
    for who, person in found.looking.items():
        account = open_account()
        link(account, origin=ORIGIN, person=person)
        clients[who] = Client()
        clients[who].force_login(account)
    for who, client in clients.items():
        for address, budget in pages(found, who=who):
            yield pages_of_people.line(client, f"{who} {address}", address, budget)


def pages(found: Written, *, who: str) -> Iterator[tuple[str, int]]:
    """Yield addresses with the budget of each."""
    here = f"/partnerships/{ORIGIN.replace('/', '~')}/"
    drawn, listed = pages_of_people.DRAWN, pages_of_people.LIST
    board = f"{here}boards/{found.board}/"
    last, past = (f"{here}meetings/{found.meetings[n]}/" for n in (-1, MEETINGS // 2))
    yield from ((address, drawn) for address in (here, board, last, past))
    yield from ((f"{board}meetings/{asked}", listed) for asked in ("", "?page=9"))
    yield from ((f"{board}decisions/{asked}", listed) for asked in ("", "?page=99", "?q=bus"))
    yield f"{here}decisions/{found.decisions[DECISIONS * MEETINGS // 2]}/", drawn
    yield f"{past}minutes/", drawn
    if who == "anybody":
        return
    yield f"{last}room/", drawn
    yield f"{last}motions/{found.motion}/", drawn
    if who == "facilitator":
        yield f"{last}pack/", drawn
        yield f"{last}register/", drawn
        yield f"{last}needs/", listed
    if who == "chair":
        yield f"{last}motions/{found.motion}/roll/", drawn


def write() -> Written:
    """Write it, meeting by meeting, each an act of its own."""
    from tests.core.facts.story import DAY, START, an_id, place_made, place_taken
    from tests.example_record import opened, opening, rules
    from tests.kept import write as put_down
    from withus.actions.joining import enter, open_partnership
    from withus.core.facts.joining import DutyGiven, PlaceTaken, RulesSet
    from withus.core.words import Capacity, Duty, Level
    from withus.stores.people.identity import add_people
    from withus.stores.record.append import THE_HOST
    from withus.stores.record.whole import whole

    board = an_id(f"{ORIGIN} board")
    names = [f"Person {n}" for n in range(PLACES + 4)]
    started = opening(name="Many meetings")
    open_partnership(record=ORIGIN, by=THE_HOST, now=START, opening=started)
    people = [one.person for one in add_people(ORIGIN, names)]
    facts: list[Any] = [opened(board, "A board", Level.COUNCIL, None)]
    for duty, person in zip(DUTIES, people[PLACES:], strict=True):
        told: dict[str, Any] = {"given": an_id(f"{ORIGIN} {duty}"), "duty": Duty(duty)}
        facts.append(DutyGiven(**told, from_=DAY, board=None, until=None, person=person))
    for n, person in enumerate(people[:PLACES]):
        place = f"{ORIGIN} {n}"
        facts.append(place_made(place, tuple(Capacity)[n % 6], board=board, chair=n == 0))
        taken = place_taken(place, f"{place} held", "")
        facts.append(
            PlaceTaken(
                place=taken.place, holding=taken.holding, shown_as=taken.shown_as, person=person
            )
        )
    facts.append(RulesSet(board=board, rules=rules(), from_=DAY, decision=None))
    enter(*facts, record=ORIGIN, by=THE_HOST, now=START)
    meetings: list[str] = []
    decisions: list[str] = []
    motion = ""
    for n in range(MEETINGS):
        now = START + timedelta(hours=n + 1)
        one = a_meeting(board, n, now, is_last=n == MEETINGS - 1)
        with whole():
            put_down(*one.facts(), origin=ORIGIN, now=now)
        meetings.append(one.meeting)
        decisions += one.decisions
        motion = one.motions[-1]
    looking = {"facilitator": people[PLACES], "chair": people[0], "member": people[1]}
    return Written(board, tuple(meetings), tuple(decisions), motion, looking)


DUTIES = ("facilitator", "host", "safeguarding", "data")


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting as it is written: everybody comes, and each motion but the last is carried."""

    board: str
    meeting: str
    now: Any
    holdings: tuple[str, ...]
    motions: tuple[str, ...]
    decisions: tuple[str, ...]
    is_last: bool

    def facts(self) -> Iterator[Any]:
        """Yield what happens in it."""
        from tests.core.facts.story import an_id
        from withus.core.facts import meeting as m
        from withus.core.words import Capacity, Way

        at = self.now.replace(second=0, microsecond=0)
        yield m.MeetingCalled(
            meeting=self.meeting,
            board=self.board,
            starts=at,
            ends=at + timedelta(hours=1),
            ways=frozenset(Way),
            called_by=None,
            where="The old chapel",
        )
        yield m.MeetingOpened(meeting=self.meeting, chairs=frozenset(self.holdings[:1]))
        for holding in self.holdings:
            yield m.PresenceNoted(
                meeting=self.meeting,
                holding=holding,
                deputy=None,
                came=True,
                way=Way.ROOM,
                self_entered=True,
            )
        for n, motion in enumerate(self.motions):
            item, title = an_id(f"{motion} item"), f"Bus {n}"
            capacity = Capacity.SERVICES
            yield m.ItemAsked(meeting=self.meeting, item=item, capacity=capacity, title=title)
            yield placed(item, n)
            yield put(motion, item)
            if n < len(self.decisions):
                yield taken(motion, self.decisions[n], self.holdings)
        if not self.is_last:
            yield m.MeetingClosed(meeting=self.meeting)


def placed(item: str, order: int) -> Any:
    """Return that an item is on the agenda."""
    from withus.core.facts.meeting import ItemPlaced
    from withus.core.words import Placed

    said = {"urgent": False, "private_by_law": False, "told_before": True, "reason": ""}
    return ItemPlaced(item=item, outcome=Placed.ON, order=order, **said)  # type: ignore[arg-type]


def put(motion: str, item: str) -> Any:
    """Return that something was put to the meeting."""
    from withus.core.facts.deciding import MotionPut
    from withus.core.words import MotionKind

    named = frozenset({"two-in-the-room", "more-than-half", "two-agree"})
    kind = MotionKind.OTHER
    words = "One more bus"
    return MotionPut(motion=motion, item=item, kind=kind, revision=None, rules=named, words=words)


def taken(motion: str, decision: str, holdings: tuple[str, ...]) -> Any:
    """Return that everybody agreed."""
    from withus.core.facts.deciding import DecisionTaken
    from withus.core.facts.rows import Said
    from withus.core.words import Outcome, Position, Way

    row = {"position": Position.AGREE, "way": Way.ROOM, "deputy": None, "self_entered": True}
    return DecisionTaken(
        motion=motion,
        decision=decision,
        roll=tuple(Said(holding=each, **row) for each in sorted(holdings)),  # type: ignore[arg-type]
        outcome=Outcome.CARRIED,
        met=frozenset({"two-in-the-room", "more-than-half", "two-agree"}),
        unmet=frozenset(),
        of_last_entry=0,
    )


def a_meeting(board: str, number: int, now: Any, *, is_last: bool) -> Met:
    """Return a meeting of the board with ids of its own."""
    from tests.core.facts.story import an_id

    name = f"{ORIGIN} meeting {number}"
    motions = tuple(an_id(f"{name} motion {n}") for n in range(DECISIONS + is_last))
    return Met(
        board=board,
        meeting=an_id(name),
        now=now,
        holdings=tuple(an_id(f"{ORIGIN} {n} held") for n in range(PLACES)),
        motions=motions,
        decisions=tuple(an_id(f"{each} decided") for each in motions[:DECISIONS]),
        is_last=is_last,
    )


if __name__ == "__main__":
    pages_of_people.main(lines)
