"""May this board decide now? Who is in the room counts, and who has said where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.core.facts.story import an_id, place_made, place_taken
from withus.core.deciding.room import Answer, Standpoint, answer, count
from withus.core.facts import deciding as d
from withus.core.facts import joining as f
from withus.core.facts import meeting as m
from withus.core.history.state import AgendaItem, Board, Holding, Meeting, Motion, Place
from withus.core.history.told import Told
from withus.core.words import Capacity, MotionKind, Outcome, Position, Way

DAY, AT = date(2026, 12, 1), datetime(2026, 12, 1, 10, tzinfo=UTC)
SEATS = {
    "Bo": Capacity.DRAWS_ON_SERVICES,
    "Di": Capacity.DRAWS_ON_SERVICES,
    "Eve": Capacity.UNPAID_CARERS,
    "Flo": Capacity.SERVICES,
    "Gus": Capacity.SERVICES,
}
D: dict[str, Any] = {"capacity": ["draws_on_services"]}
S: dict[str, Any] = {"capacity": ["services"]}


def told(fact: Any, entry: int = 0) -> Any:
    """Return a fact as the fold keeps it."""
    return Told(fact, entry, AT, "somebody", None, None)


def sits(name: str) -> str:
    return an_id(f"{name} sits")


def rule(kind: str, **more: Any) -> dict[str, Any]:
    found = {"id": kind, "kind": kind, "who": "all", "force": "promise", "source": None}
    return {**found, "from": "2026-01-01", "until": None, **more}


@dataclass
class Room:
    """A board of five with its rules, and who is in the room by which entry."""

    rules: tuple[dict[str, Any], ...]
    there: dict[str, int] = field(default_factory=dict)
    typed: frozenset[str] = frozenset()

    def board(self) -> Board:
        places, of = {}, {}
        for name, capacity in SEATS.items():
            made, taken = place_made(name, capacity), place_taken(name, f"{name} sits", "nobody")
            places[made.place] = Place(told(made), holdings=(Holding(told(taken)),))
            of[taken.holding] = made.place
        rules = f.RulesSet(board=an_id("b"), rules=[*self.rules], from_=DAY, decision=None)
        return Board(places=places, place_of=of, rules=(told(rules),))

    def meeting(self) -> Meeting:
        asked = m.ItemAsked(meeting=an_id("m"), item=an_id("i"), capacity=None, title="")
        presence = {sits(name): (self.noted(name, entry),) for name, entry in self.there.items()}
        return Meeting(items={an_id("i"): AgendaItem(told(asked))}, presence=presence)

    def noted(self, name: str, entry: int) -> Told[m.PresenceNoted]:
        fact = m.PresenceNoted(
            meeting=an_id("m"),
            holding=sits(name),
            deputy=None,
            came=entry > 0,
            way=Way.ROOM,
            self_entered=name not in self.typed,
        )
        found: Told[m.PresenceNoted] = told(fact, abs(entry))
        return found

    def ask(self, *agreeing: str, came: dict[str, int] | None = None) -> Answer:
        put = d.MotionPut(
            motion=an_id("x"),
            item=an_id("i"),
            kind=MotionKind.OTHER,
            revision=None,
            rules=frozenset(),
            words="",
        )
        entries = self.there | (came or {})
        points = [
            Standpoint(sits(name), Position.AGREE, abs(entries[name]), name not in self.typed)
            for name in agreeing
        ]
        return answer(self.board(), self.meeting(), Motion(told(put)), points, on=DAY)


TWO = rule("present", who=D, at_least=2)


def test_before_anybody_has_said_the_room_alone_is_asked() -> None:
    enough = Room((TWO,), {"Bo": 1, "Di": 2, "Flo": 3}).ask()
    assert (enough.may, enough.waits_for_room, len(enough.silent)) == (True, True, 3)
    short = Room((TWO,), {"Bo": 1, "Flo": 3}).ask()
    assert (short.may, short.lacks_people) == (False, True)


def test_once_some_have_said_the_others_are_asked_first_where_that_matters() -> None:
    room = Room((TWO,), {"Bo": 1, "Di": 2, "Flo": 3})
    some = room.ask("Bo", "Flo")
    assert (some.may, some.lacks_people, some.silent) == (False, False, (sits("Di"),))
    both = room.ask("Bo", "Di")
    assert (both.may, both.waits_for_room, both.silent) == (True, False, (sits("Flo"),))


def test_who_is_missing_is_told_by_the_room_and_not_by_who_is_silent() -> None:
    found = Room((TWO,), {"Bo": 1, "Flo": 2}).ask("Flo")
    (unmet,) = found.stands.unmet
    assert count(unmet, found.stands.seats).there == 1


def test_whoever_left_or_came_anew_since_they_said_it_has_not_said_it() -> None:
    left = Room((TWO,), {"Bo": 1, "Di": -4, "Flo": 3}).ask("Bo", "Di", "Flo")
    assert [row.holding for row in left.roll] == sorted([sits("Bo"), sits("Flo")])
    again = Room((TWO,), {"Bo": 1, "Di": 9, "Flo": 3}).ask("Bo", "Di", "Flo", came={"Di": 2})
    assert again.silent == (sits("Di"),)


def test_at_most_counts_those_in_the_roll_so_one_may_stay_out_of_it() -> None:
    room = Room((rule("present", who=S, at_most=1),), {"Bo": 1, "Flo": 2, "Gus": 3})
    assert not room.ask().may
    assert not room.ask("Bo", "Flo", "Gus").may
    one = room.ask("Bo", "Flo")
    assert (one.may, one.lacks_people, one.waits_for_room) == (True, False, False)


def test_a_roll_row_says_who_entered_it() -> None:
    found = Room((TWO,), {"Bo": 1, "Di": 2}, typed=frozenset({"Di"})).ask("Bo", "Di")
    assert {row.holding: row.self_entered for row in found.roll} == {
        sits("Bo"): True,
        sits("Di"): False,
    }
    assert found.by_roll.decision.outcome is Outcome.UNSETTLED


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        ({"at_least": 2}, (1, 2, 2)),
        ({"at_most": 0}, (1, 2, 0)),
        ({"share": "1/1"}, (1, 2, 2)),
        ({"share": "1/2"}, (1, 2, 1)),
        ({"over": "1/2"}, (1, 2, 2)),
        ({"more_than": S}, (1, 2, 3)),
        ({"at_least": 5}, (1, 2, 3)),
    ],
    ids=str,
)
def test_how_many_a_rule_needs(bound: dict[str, Any], expected: tuple[int, int, int]) -> None:
    found = Room((rule("present", who=D, **bound),), {"Bo": 1, "Flo": 2, "Gus": 3}).ask()
    seen = (*found.by_roll.met, *found.by_roll.unmet)
    told_ = count(seen[0], found.if_all_say.seats)
    assert (told_.there, told_.of, told_.needed) == expected


def test_for_agreement_those_who_agree_are_counted() -> None:
    found = Room((rule("agree", over="1/2", of="voting"),), {"Bo": 1, "Flo": 2}).ask("Bo")
    told_ = count(found.by_roll.met[0], found.by_roll.seats)
    assert (told_.there, told_.of) == (1, 5)
