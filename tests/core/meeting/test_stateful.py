"""Whatever people do in a meeting, the program and a plain telling of the rules agree on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.core.facts.story import an_id, place_made
from tests.core.meeting import a_room as at
from tests.core.meeting.a_record import (
    BOARD,
    Record,
    meeting_called,
    opened,
    rules_set,
    seated,
    sits,
    takes,
)
from tests.core.meeting.a_room import ITEM, MEETING, MOTION
from tests.core.meeting.plain import Plain, Roll, Row, judge
from tests.worked_boards import CASTS, MOST_PLACES, MOST_VOTE, NOBODY_OBJECTS, D, agree, present
from withus.core.days import working_days_after
from withus.core.deciding.call import Call, call_of
from withus.core.deciding.now import Stands, stands
from withus.core.facts import deciding as d
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts import meeting as m
from withus.core.facts.rows import Said
from withus.core.history.standing import in_force, outcome_of
from withus.core.history.state import Taken
from withus.core.meeting.standing import here
from withus.core.words import (
    Capacity,
    ConfirmedHow,
    Ended,
    ObjectionOutcome,
    Outcome,
    Position,
    Way,
)

FIRST = date(2026, 8, 4)
CLOSED = frozenset({date(2026, 8, 31)})
SEATS = {
    "Bo": Capacity.DRAWS_ON_SERVICES,
    "Di": Capacity.DRAWS_ON_SERVICES,
    "Jo": Capacity.DRAWS_ON_SERVICES,
    "Eve": Capacity.UNPAID_CARERS,
    "Cy": Capacity.COMMUNITY,
    "Flo": Capacity.SERVICES,
    "Gus": Capacity.SERVICES,
}
AFFECTED = ("draws_on_services", "unpaid_carers")
STAFF = {"capacity": ["services"]}
PARTS: tuple[Mapping[str, Any], ...] = (
    present(D, at_least=2),
    present("all", over="1/2"),
    present(STAFF, at_most=1),
    present(D, more_than={"not": D}),
    MOST_VOTE,
    MOST_PLACES,
    agree(D, at_least=2, before=True, late=5),
    agree(D, share="1/2", of="voting", late=2),
    agree({"affected": True}, over="1/2", of="here", before=True),
    agree("all", share="2/3", of="voting", before=True, late=5),
    agree({"chair": True}, at_least=1, late=3),
    CASTS,
    NOBODY_OBJECTS,
)
NAMES = some.sampled_from([*SEATS, *(f"{name} 2" for name in SEATS)])
SELDOM = some.sampled_from([False, False, False, True])
HOWS = some.sampled_from(
    ["agree"] * 4 + ["disagree", "aside", "away", "away", "agree by phone", "disagree typed"]
)
POSITIONS = some.sampled_from(["agree", "agree", "disagree", "aside"])


def rule_sets() -> some.SearchStrategy[list[dict[str, Any]]]:
    """Return some rules, each of some force."""
    forces = some.sampled_from(["terms", "promise"])
    one = some.tuples(some.sampled_from(range(len(PARTS))), forces)
    any_of = some.lists(one, min_size=1, max_size=4, unique_by=lambda told: told[0])
    that_wait = some.sampled_from([[(6, "terms")], [(4, "terms"), (6, "terms")], [(7, "promise")]])
    return some.one_of(any_of, any_of, that_wait).map(
        lambda chosen: [
            {"id": f"r{part}", "force": force, "source": "Terms, 3", **PARTS[part]}
            for part, force in chosen
        ]
    )


class Meeting(RuleBasedStateMachine):
    """One meeting, told twice."""

    def __init__(self) -> None:
        """Begin with nobody."""
        super().__init__()
        self.record = Record(closed=CLOSED)
        self.plain = Plain({}, [])
        self.rows: dict[str, tuple[str, bool]] = {}
        self.count = 0

    @initialize(rules=rule_sets())
    def begins(self, rules: list[dict[str, Any]]) -> None:
        """Open the board with some rules, call it, and put a motion."""
        record = opened(self.record)
        for name, capacity in SEATS.items():
            seated(record, name, capacity, chair=name == "Cy")
            chairs = {"capacity": capacity.value, "chair": name == "Cy", "holder": name}
            self.plain.places[name] = chairs
        record.say(rules_set(record, *rules))
        record.later(days=1)
        record.say(meeting_called(record), by="Fay")
        record.say(at.asked(), by="Bo")
        record.say(at.placed(), by="Fay")
        record.say(at.put(rules=frozenset(each["id"] for each in rules)), by="Cy")
        self.plain.rules = rules

    def tell(self, fact: Any, *, may: bool, **how: Any) -> bool:
        """Say something, and see that it is let pass just where the plain telling lets it."""
        code = self.record.refused(fact, **how)
        assert (code == "") is may, f"{code or 'let pass'}: {fact} {how}"
        return may

    @property
    def going_on(self) -> bool:
        """Tell whether the meeting has not ended."""
        return self.plain.stage in ("called", "open")

    def next_id(self, what: str) -> str:
        """Return an id that was never given."""
        self.count += 1
        return an_id(f"{what} {self.count}")

    def entry(self) -> int:
        """Tell the entry that was made last."""
        return len(self.record.entries) - 1

    @precondition(lambda self: self.plain.stage == "called" or self.plain.rolls)
    @rule()
    def opens(self) -> None:
        """Open the meeting, chaired by Cy, whoever comes to hold their place."""
        chairs = frozenset({sits("Cy")})
        may = self.plain.stage == "called" and self.chair_is_there
        if self.tell(m.MeetingOpened(meeting=MEETING, chairs=chairs), may=may, by="Fay"):
            self.plain.stage = "open"

    @property
    def chair_is_there(self) -> bool:
        """Tell whether Cy holds their place and is in the room, and not their deputy."""
        there = self.plain.here.get("Cy")
        return "Cy" in self.plain.holders() and there is not None and there["deputy"] is None

    @rule(name=NAMES, typed=some.booleans(), way=some.sampled_from(["room", "phone"]))
    def comes(self, name: str, typed: bool, way: str) -> None:
        """Let somebody come, or be noted as there."""
        self.arrives(name, way, typed=typed, deputy=None)

    @rule(name=NAMES, number=some.integers(0, 3))
    def sends(self, name: str, number: int) -> None:
        """Let somebody's deputy come, who may be another's, or none any more."""
        known = sorted(self.plain.deputies)
        if known:
            self.arrives(name, "room", typed=False, deputy=known[number % len(known)])

    def arrives(self, name: str, way: str, *, typed: bool, deputy: str | None) -> None:
        """Note that somebody is there."""
        sits_here, there = name in self.plain.holders(), self.plain.here.get(name)
        chosen = deputy is None or self.is_deputy(deputy, name)
        new = there is None or (there["way"], there["deputy"]) != (way, deputy)
        may = self.going_on and sits_here and chosen and new
        fact = at.noted(name, way=Way(way), deputy=deputy, self_entered=not typed)
        if self.tell(fact, may=may, by=name, typed_by="Fay" if typed else None):
            self.plain.here[name] = {
                "way": way,
                "deputy": deputy,
                "own": not typed,
                "entry": self.entry(),
            }

    def is_deputy(self, deputy: str, name: str) -> bool:
        """Tell whether somebody chose a deputy and has not ended that."""
        told = self.plain.deputies[deputy]
        return bool(told["by"] == name and not told["ended"])

    @rule(name=NAMES)
    def leaves_the_room(self, name: str) -> None:
        """Let somebody go."""
        there = self.plain.here.get(name)
        may = self.going_on and name in self.plain.holders() and there is not None
        if self.tell(at.noted(name, came=False), may=may, by=name):
            del self.plain.here[name]

    @rule(name=NAMES, same=some.booleans())
    def chooses_a_deputy(self, name: str, same: bool) -> None:
        """Let somebody choose a deputy for their place."""
        place, deputy = name.removesuffix(" 2"), self.next_id("deputy")
        mine = self.plain.places[place]
        other = Capacity.INDEPENDENT
        fact = f.DeputyNamed(
            deputy=deputy,
            place=an_id(f"{place}'s place"),
            capacity=SEATS[place] if same else other,
            meeting=None,
            person=an_id("a friend"),
        )
        if self.tell(fact, may=mine["holder"] == name, by=name):
            told = {"by": name, "same": same, "ended": False}
            self.plain.deputies[deputy] = told

    @rule(number=some.integers(0, 3))
    def ends_a_deputy(self, number: int) -> None:
        """Let somebody end what their deputy is."""
        known = sorted(self.plain.deputies)
        if known:
            deputy = known[number % len(known)]
            told = self.plain.deputies[deputy]
            may = not told["ended"] and told["by"] in self.plain.holders()
            if self.tell(f.DeputyEnded(deputy=deputy), may=may, by=told["by"]):
                told["ended"] = True

    @rule(name=NAMES, recused=some.booleans())
    def has_an_interest(self, name: str, recused: bool) -> None:
        """Let somebody say what they stand to gain, and whether they leave the item."""
        may = self.going_on and name in self.plain.holders()
        if self.tell(at.interest(name, recused=recused), may=may, by=name):
            (self.plain.recused.add if recused else self.plain.recused.discard)(name)

    @rule(name=NAMES, position=POSITIONS)
    def says_before(self, name: str, position: str) -> None:
        """Let somebody say where they stand before it is decided."""
        sits_here = name in self.plain.holders() and position != "aside"
        may = self.going_on and not self.plain.decided and sits_here
        if self.tell(at.before(name, Position(position)), may=may, by=name):
            self.plain.before[name] = position

    @rule(name=NAMES, seldom=SELDOM)
    def objects(self, name: str, seldom: bool) -> None:
        """Let somebody object."""
        if not seldom:
            return
        objection = self.next_id("objection")
        free = name not in self.plain.recused and not any(
            told["who"] == name and told["state"] == "open"
            for told in self.plain.objections.values()
        )
        may = self.going_on and not self.plain.decided and name in self.plain.holders() and free
        if self.tell(at.objection(name, objection=objection), may=may, by=name):
            self.plain.objections[objection] = {"who": name, "state": "open"}

    @rule(number=some.integers(0, 3), outcome=some.sampled_from(ObjectionOutcome))
    def answers(self, number: int, outcome: ObjectionOutcome) -> None:
        """Let an objection be answered, or taken back by whoever made it."""
        known = sorted(self.plain.objections)
        if not known:
            return
        objection = known[number % len(known)]
        told = self.plain.objections[objection]
        taken_back = outcome is ObjectionOutcome.WITHDRAWN
        by = told["who"] if taken_back else "Cy"
        may = self.going_on and not self.plain.decided and by in self.plain.holders()
        if self.tell(at.answer(outcome, objection=objection), may=may, by=by):
            told["state"] = outcome.value

    @rule(number=some.integers(0, len(PARTS)))
    def goes_on_without_a_promise(self, number: int) -> None:
        """Let the chair go on without a rule."""
        name = f"r{number}"
        told = {each["id"]: each["force"] for each in self.plain.rules}
        stops = number < len(PARTS)
        may = self.plain.stage == "open" and not self.plain.decided and stops
        may = may and told.get(name) == "promise" and "Cy" in self.plain.holders()
        fact = at.exception(rule=name, by=Capacity.COMMUNITY)
        if self.tell(fact, may=may, by="Cy"):
            self.plain.excepted.add(name)

    @rule(name=NAMES, position=POSITIONS, own=some.booleans())
    def takes_a_position(self, name: str, position: str, own: bool) -> None:
        """Let somebody say where they stand, in words that no entry holds yet."""
        self.rows[name] = position, own

    @precondition(lambda self: self.plain.stage != "closed")
    @rule(told=some.fixed_dictionaries(dict.fromkeys(SEATS, HOWS)), calls=some.booleans())
    def many_come_and_say_where_they_stand(self, told: dict[str, str], calls: bool) -> None:
        """Let the meeting get under way: some come, or are noted as there; and call the roll."""
        if self.plain.stage == "called":
            if "Cy" not in self.plain.here:
                self.comes("Cy", typed=False, way="room")
            self.opens()
        for name, how in told.items():
            word, _, typed = how.partition(" ")
            if word == "away":
                continue
            if name not in self.plain.here:
                way = "phone" if typed == "by phone" else "room"
                self.comes(name, typed=typed == "by phone", way=way)
            self.rows[name] = word, typed == ""
        if calls and self.plain.stage == "open" and not self.plain.rolls:
            self.close_roll(anew=False)

    @rule()
    def calls_the_roll(self) -> None:
        """Close the roll on those who are there and have said where they stand."""
        self.close_roll(anew=False)

    @precondition(lambda self: self.plain.rolls)
    @rule()
    def calls_the_roll_anew(self) -> None:
        """Close the roll once more before the meeting ends."""
        self.close_roll(anew=True)

    def close_roll(self, *, anew: bool) -> None:
        """Close the roll: both tellings say whether it may be, and what comes of it."""
        plain, rows = self.plain, self.in_the_room()
        roll = plain.call(rows)
        outcome, _ = judge(roll, plain.day)
        said, decision = self.said(rows), self.next_id("decision")
        found = self.stands(Call(said, self.record.now.date()))
        assert found.decision.outcome.value == outcome, (found.decision, roll)
        fact = at.taken(self.record, said, decision=decision)
        may = plain.stage == "open" and self.chair_is_there and outcome != "may_not"
        before = self.record
        if anew:
            self.record = before.copied()
            last = self.taken().taken.fact.decision
            turned = d.DecisionReversed(decision=last, by_decision=decision)
            if self.record.refused(turned, by="Cy"):
                self.record = before
                assert not (plain.stage == "open" and "Cy" in plain.holders())
                return
            fact = at.taken(self.record, said, decision=decision)
        code = self.record.refused(fact, by="Cy", roll=said)
        assert (code == "") is (may and (anew or not plain.decided)), (code, outcome, anew)
        if code:
            self.record = before  # all of the act, or none
            return
        roll.outcome, roll.open = outcome, outcome in ("waiting", "unsettled")
        plain.rolls.append(roll)

    def in_the_room(self) -> dict[str, Row]:
        """Tell who is there with a position, as the plain telling has it."""
        found = {}
        for name, told in self.plain.here.items():
            deputy = told["deputy"]
            valid = deputy is None or self.is_deputy(deputy, name)
            if name in self.rows and name in self.plain.holders() and valid:
                sort = "" if deputy is None else "same" if self.same(deputy) else "other"
                found[name] = Row(*self.rows[name], deputy=sort)
        return found

    def same(self, deputy: str) -> bool:
        """Tell whether a deputy is of the capacity of the place."""
        return bool(self.plain.deputies[deputy]["same"])

    def said(self, rows: Mapping[str, Row]) -> tuple[Said, ...]:
        """Tell the roll as a fact has it."""
        told = [
            at.row(
                name,
                Position(row.position),
                way=Way(self.plain.here[name]["way"]),
                deputy=self.plain.here[name]["deputy"],
                self_entered=row.own,
            )
            for name, row in rows.items()
        ]
        return at.roll(*told)

    def stands(self, call: Call) -> Stands:
        """Tell how the program sees it."""
        state = self.record.meeting(MEETING)
        return stands(self.record.board, state, state.motions[MOTION], call)

    def taken(self) -> Taken:
        """Tell the decision in force."""
        found = in_force(self.record.meeting(MEETING).motions[MOTION])
        assert found is not None
        return found

    @rule(seldom=SELDOM)
    def closes(self, seldom: bool) -> None:
        """Close the meeting."""
        if not seldom:
            return
        may = self.plain.stage == "open" and "Cy" in self.plain.holders()
        if self.tell(m.MeetingClosed(meeting=MEETING), may=may, by="Cy"):
            self.plain.stage = "closed"

    @rule(days=some.integers(1, 3))
    def days_go_by(self, days: int) -> None:
        """Let working days go by."""
        day = working_days_after(self.record.now.date(), days, closed=CLOSED)
        self.record.now += timedelta(days=(day - self.record.now.date()).days)
        self.plain.day += days

    @precondition(lambda self: self.plain.rolls)
    @rule(name=NAMES, position=some.sampled_from(["agree", "disagree"]))
    def assents(self, name: str, position: str) -> None:
        """Let somebody who was away say where they stand."""
        roll = self.plain.rolls[-1]
        _, waits = judge(roll, self.plain.day)
        place = name.removesuffix(" 2")
        was = roll.places[place]["holder"] == name and name in self.plain.holders()
        may = roll.open and was and place in waits
        if self.tell(at.assent(name, Position(position)), may=may, by=name):
            roll.after[name] = position, self.plain.day - roll.day

    @precondition(lambda self: self.plain.rolls)
    @rule(name=some.sampled_from([*SEATS]), right=some.booleans())
    def confirms_that_they_came(self, name: str, right: bool) -> None:
        """Let somebody say whether it is right that they were there."""
        roll = self.plain.rolls[-1]
        if not roll.typed.get(name):
            return
        fact = k.EntryConfirmed(entry=roll.came[name], how=ConfirmedHow.OWN_CODE, right=right)
        self.tell(fact, may=True, by=name)
        if name in roll.rows and self.plain.day - roll.day <= 5:
            roll.right[name] = right

    @precondition(lambda self: self.plain.rolls)
    @rule(name=some.sampled_from([*SEATS]), right=some.booleans(), own=some.booleans())
    def confirms_the_roll(self, name: str, right: bool, own: bool) -> None:
        """Let somebody say of the roll that it is right: of their own row, or of all as another."""
        roll, entry = self.plain.rolls[-1], self.taken().taken.entry
        holder = name in self.plain.holders()
        affected = self.plain.places[name]["capacity"] in AFFECTED
        may = name != "Cy" and (name in roll.rows if own else holder and affected)
        how = ConfirmedHow.OWN_CODE if own else ConfirmedHow.SECOND_PERSON
        fact = k.EntryConfirmed(entry=entry, how=how, right=right)
        if self.tell(fact, may=may, by=name) and self.plain.day - roll.day <= 5:
            for each in roll.rows:
                if not own or each == name:
                    roll.right[each] = right

    @precondition(lambda self: self.plain.rolls and self.plain.rolls[-1].open)
    @rule(days=some.integers(0, 6))
    def the_job_runs(self, days: int) -> None:
        """Let days go by, and enter what stands then."""
        self.days_go_by(days)
        self.settles("now")

    @precondition(lambda self: self.plain.rolls)
    @rule(outcome=some.sampled_from(["now", *Outcome]))
    def settles(self, outcome: str) -> None:
        """Enter what stands now, or try to enter something else."""
        roll = self.plain.rolls[-1]
        now, _ = judge(roll, self.plain.day)
        wanted = now if outcome == "now" else outcome
        decision = self.taken().taken.fact.decision
        fact: Any = d.DecisionSettled(decision=decision, outcome=Outcome(wanted))
        if wanted == "lapsed":
            fact = d.DecisionLapsed(decision=decision)
        may = roll.open and wanted == now and now not in ("waiting", "unsettled")
        if self.tell(fact, may=may, by="Fay"):
            roll.outcome, roll.open = now, False

    @rule(name=some.sampled_from([*SEATS]), seldom=SELDOM)
    def leaves_their_place(self, name: str, seldom: bool) -> None:
        """Let somebody leave their place for good."""
        if not seldom:
            return
        fact = f.PlaceLeft(holding=sits(name), how=Ended.RESIGNED, early=True)
        if self.tell(fact, may=name in self.plain.holders(), by=name):
            self.plain.places[name]["holder"] = ""
            self.plain.here.pop(name, None)

    @rule(name=some.sampled_from([*SEATS]))
    def somebody_new_comes_to_a_place(self, name: str) -> None:
        """Let somebody take a place that is vacant."""
        place = self.plain.places[name]
        new = f"{name} 2"
        taken_before = new in self.record.about
        if taken_before:
            return
        if self.tell(takes(new, f"{name}'s place"), may=place["holder"] == ""):
            place["holder"] = new

    @rule(capacity=some.sampled_from(["draws_on_services", "services"]))
    def a_place_is_made(self, capacity: str) -> None:
        """Make a place in which nobody sits."""
        if len(self.plain.places) < len(SEATS) + 2:
            name = f"made {len(self.plain.places)}"
            self.record.say(place_made(f"{name}'s place", Capacity(capacity), board=BOARD))
            told = {"capacity": capacity, "chair": False, "holder": ""}
            self.plain.places[name] = told

    @rule(rules=rule_sets(), seldom=SELDOM)
    def the_rules_change(self, rules: list[dict[str, Any]], seldom: bool) -> None:
        """Set other rules, by the host's command."""
        if not seldom:
            return
        self.tell(rules_set(self.record, *rules), may=True)
        self.plain.rules = rules

    @invariant()
    def both_say_the_same(self) -> None:
        """Hold the record against the plain telling."""
        plain, state = self.plain, self.record.meeting(MEETING)
        if state.called is None:
            return
        there = {holding for holding in here(state) if holding in map(sits, plain.holders())}
        assert there == {sits(name) for name in plain.here}
        assert state.odd == () and self.record.board.odd == ()
        motion = state.motions[MOTION]
        assert len(motion.decisions) == len(plain.rolls)
        if plain.rolls:
            self.the_last_stands(plain.rolls[-1])

    def the_last_stands(self, roll: Roll) -> None:
        """Hold the decision in force against the last roll."""
        taken = self.taken()
        assert outcome_of(taken).value == roll.outcome
        today = self.record.now.date()
        call = call_of(taken, self.record.meeting(MEETING), today=today, closed=CLOSED)
        found = self.stands(call).decision
        outcome, waits = judge(roll, self.plain.day)
        assert found.outcome.value == outcome
        assert set(found.waiting_for) == {an_id(f"{name}'s place") for name in waits}
        assert ITEM in self.record.meeting(MEETING).items


FEW = settings(max_examples=25, stateful_step_count=50, deadline=None, derandomize=True)
MANY = settings(max_examples=10_000, stateful_step_count=50, deadline=None, print_blob=True)


def test_a_meeting_told_twice_is_the_same() -> None:
    run_state_machine_as_test(Meeting, settings=FEW)


@pytest.mark.drill
def test_ten_thousand_meetings_told_twice_are_the_same() -> None:
    run_state_machine_as_test(Meeting, settings=MANY)
