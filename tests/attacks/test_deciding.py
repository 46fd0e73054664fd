"""Many who want a decision at once, after somebody left: never without whom the rules ask for.

A seeded sample is here; `./run drills tests/attacks/test_deciding.py` races a thousand rounds.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client

from tests.a_meeting import ORIGIN
from tests.api.calling import Program, a_key_for
from tests.core.facts.story import an_id
from tests.deciding_in_a_room import Room, a_room, sits
from tests.kept import committed
from withus.actions.joining import enter
from withus.core.errors import Refusal
from withus.core.facts import deciding as d
from withus.core.facts import meeting as m
from withus.core.history.state import Meeting
from withus.core.words import Outcome, Way
from withus.stores.accounts.accounts import link, open_account
from withus.stores.deciding.positions import forget
from withus.stores.record.append import Actor
from withus.stores.record.check import check
from withus.stores.record.read import entries, find_log

pytestmark = committed
CALLS, HANDS = 50, 8
Try = Callable[[], object]
NEEDED = (sits("Bo"), sits("Di"))


def by_action(room: Room, motion: str) -> Try:
    return lambda: Room(room.here, room.meeting, room.item, motion).decide()


def by_raw_entry(room: Room, motion: str) -> Try:
    """Say that it is decided, by a roll of somebody's own making."""
    roll = room.may().roll

    def enter_it() -> None:
        fact = d.DecisionTaken(
            motion=motion,
            decision=an_id(f"forged {random.random()}"),  # noqa: S311  # no secret
            roll=roll,
            outcome=Outcome.CARRIED,
            met=frozenset({"two-in-the-room", "more-than-half"}),
            unmet=frozenset(),
            of_last_entry=find_log(ORIGIN).size - 1,
        )
        by = Actor(person=room.here.people["Cy"])
        enter(fact, record=ORIGIN, by=by, now=room.here.now)

    return enter_it


def by_page(room: Room, motion: str, account: object) -> Try:
    path = f"/partnerships/withus.example~ambleford/meetings/{room.meeting}/motions/{motion}/"

    def post() -> None:
        client = Client()
        client.force_login(account)  # type: ignore[arg-type]
        answer = client.post(f"{path}roll/close/", {"step": "close"})
        if answer.status_code != 302:
            raise Refusal(str(answer.status_code))

    return post


def by_program(room: Room, motion: str, program: Program) -> Try:
    path = f"meetings/{room.meeting}/motions/{motion}/decide"

    def call() -> None:
        answer = program.call("POST", path, b"{}")
        if answer.status != 201:
            raise Refusal(answer.code)

    return call


def race(tries: list[Try], hands: ThreadPoolExecutor) -> int:
    """Let all be tried at once; return how many were taken."""

    def one(work: Try) -> bool:
        try:
            work()
        except Refusal:
            return False
        return True

    return sum(hands.map(one, tries))


@pytest.fixture
def hands() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(HANDS) as pool:
        yield pool
        together = Barrier(HANDS)

        def let_go(_: int) -> None:
            together.wait(timeout=20)  # so that each hand lets go of its own, and none of two
            connections.close_all()

        list(pool.map(let_go, range(HANDS)))


def leave(room: Room, name: str = "Di") -> None:
    noted = m.PresenceNoted(
        meeting=room.meeting,
        holding=sits(name),
        deputy=None,
        came=False,
        way=Way.ROOM,
        self_entered=True,
    )
    by = Actor(person=room.here.people[name])
    enter(noted, record=ORIGIN, by=by, now=room.here.now)
    forget(ORIGIN, room.meeting, sits(name))


def taken_without(meeting: str) -> list[int]:
    """Tell, by a reading of the entries that asks nothing of the core, each decision taken while
    one of those whom the rule asks for was not in the room.
    """
    room: set[str] = set()
    wrong = []
    for entry in entries(find_log(ORIGIN)):
        fact = entry.fact
        if isinstance(fact, m.PresenceNoted) and fact.meeting == meeting:
            (room.add if fact.came else room.discard)(fact.holding)
        if isinstance(fact, d.DecisionTaken):
            said = {row.holding for row in fact.roll}
            if not (said <= room and said.issuperset(NEEDED)):
                wrong.append(entry.index)
    return wrong


def decided_twice(state: Meeting) -> list[str]:
    return [name for name, each in state.motions.items() if len(each.decisions) > 1]


def a_round(room: Room, rng: random.Random, hands: ThreadPoolExecutor, more: list[Try]) -> None:
    """Leave, race; come back, race; leave in the midst of a race."""
    room.motion = room.here.motion(room.item)
    room.stand("Bo", "Cy", "Di", "Flo")
    raw = by_raw_entry(room, room.motion)
    leave(room)
    size = room.size
    tries = [*more, *(rng.choice([by_action(room, room.motion), raw]) for _ in range(CALLS))]
    assert race(tries[:CALLS], hands) == 0
    assert room.size == size
    room.comes("Di")
    room.stand("Di")
    size = room.size
    if rng.random() < 0.5:
        assert race([by_action(room, room.motion)] * CALLS, hands) == 1
        assert room.size == size + 1
        leave(room)
    else:
        tries = [by_action(room, room.motion)] * (CALLS - 1)
        tries.insert(rng.randrange(CALLS), lambda: leave(room))
        assert 1 <= race(tries, hands) <= 2
        assert room.size - size in (1, 2)
    room.comes("Di")


def run(rounds: int, hands: ThreadPoolExecutor, *, seed: int) -> Room:
    room, rng = a_room(), random.Random(seed)  # noqa: S311  # no secret
    for _ in range(rounds):
        a_round(room, rng, hands, [])
    assert not taken_without(room.meeting)
    assert not decided_twice(room.state)
    assert not list(check(find_log(ORIGIN)))
    return room


def test_fifty_at_once_decide_nothing_after_somebody_left_and_once_when_they_are_back(
    hands: ThreadPoolExecutor,
) -> None:
    room = run(3, hands, seed=6)
    assert sum(bool(each.decisions) for each in room.state.motions.values()) >= 1


def test_a_page_a_program_and_a_raw_entry_race_and_none_gets_through(
    hands: ThreadPoolExecutor,
) -> None:
    room = a_room()
    account = open_account()
    link(account, origin=ORIGIN, person=room.here.people["Cy"])
    program = a_key_for(room.here.people["Cy"], origin=ORIGIN)
    room.stand("Bo", "Cy", "Di", "Flo")
    doors = [
        by_action(room, room.motion),
        by_page(room, room.motion, account),
        by_program(room, room.motion, program),
        by_raw_entry(room, room.motion),
    ]
    leave(room)
    size = room.size
    assert race([doors[n % 4] for n in range(CALLS)], hands) == 0
    assert room.size == size
    room.comes("Di")
    room.stand("Di")
    assert race([doors[n % 4] for n in range(CALLS)], hands) == 1
    assert room.size == size + 2
    assert not taken_without(room.meeting)
    assert not decided_twice(room.state)


def test_the_reading_that_judges_them_sees_a_decision_without_somebody() -> None:
    from tests.kept import write

    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    room.decide()
    assert not taken_without(room.meeting)
    leave(room)
    roll = tuple(row for row in room.state.motions[room.motion].decisions.values())
    fact = roll[0].taken.fact
    forged = d.DecisionTaken(
        motion=fact.motion,
        decision=an_id("forged"),
        roll=fact.roll,
        outcome=fact.outcome,
        met=fact.met,
        unmet=fact.unmet,
        of_last_entry=fact.of_last_entry,
    )
    write(forged, now=room.here.now, origin=ORIGIN)
    assert len(taken_without(room.meeting)) == 1
    assert decided_twice(room.state) == [room.motion]


@pytest.mark.drill
def test_a_thousand_rounds(hands: ThreadPoolExecutor) -> None:
    run(1_000, hands, seed=1_000)
