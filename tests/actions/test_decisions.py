"""Closing a roll: with those whom the rules ask for, by whoever chairs, and never twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.a_meeting import MOST, ORIGIN, SEATS, TWO_IN_THE_ROOM, D
from tests.core.facts.story import an_id
from tests.deciding_in_a_room import AGAINST, AGREE, ASIDE, Room, a_room, sits
from tests.kept import a_record
from withus.actions.decisions import Stand, mark_of, stand
from withus.actions.in_the_room import AtMeeting, Comes, come
from withus.actions.joining import add_to_partnership, enter
from withus.actions.saying_where import Words, assent, say_before
from withus.actions.settling import forget_positions, settle_all
from withus.core.errors import Refusal
from withus.core.facts import deciding as d
from withus.core.facts import joining as f
from withus.core.facts import meeting as m
from withus.core.facts.keeping import EntryConfirmed, EntryCorrected
from withus.core.facts.meeting import InterestDeclared, PresenceNoted
from withus.core.history.standing import in_force, outcome_of
from withus.core.rules.deciding import MayNotDecide
from withus.core.rules.situation import NotAllowed
from withus.core.words import Capacity, ConfirmedHow, Outcome, Position, Way
from withus.stores.deciding.models import MotionRow, PositionRow
from withus.stores.deciding.positions import forget
from withus.stores.people.identity import add_person
from withus.stores.record.append import Actor

pytestmark = a_record
PROMISE: dict[str, Any] = {**TWO_IN_THE_ROOM, "force": "promise", "source": None}
THEY_AGREE: dict[str, Any] = {
    **MOST,
    "id": "two-agree",
    "who": D,
    "at_least": 2,
    "before": True,
    "late": 5,
}
del THEY_AGREE["over"], THEY_AGREE["of"]


def outcome(room: Room) -> Outcome:
    """Tell what came of it, as the record says last; the table says the same."""
    taken = in_force(room.state.motions[room.motion])
    assert taken is not None
    found = outcome_of(taken)
    assert MotionRow.objects.get(ref=room.motion).outcome == found.value
    return found


def test_whoever_stays_silent_is_asked_before_the_roll_is_closed() -> None:
    room = a_room()
    assert room.may().may
    with pytest.raises(NotAllowed, match="not_all_have_said"):
        room.decide()
    room.stand("Cy", "Flo")
    assert not room.may().may
    with pytest.raises(NotAllowed, match="not_all_have_said") as refused:
        room.decide()
    assert refused.value.parameters == {"silent": 2}
    room.stand("Bo", "Di")
    assert room.decide().outcome is Outcome.CARRIED
    with pytest.raises(NotAllowed, match="decided_already"):
        room.decide()


def test_where_somebody_stood_goes_with_them_when_they_leave() -> None:
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    size = room.size
    room.leaves("Di")
    forget(ORIGIN, room.meeting, sits("Di"))
    for _ in range(2):
        with pytest.raises(MayNotDecide) as refused:
            room.decide()
        assert refused.value.parameters["rules"] == "two-in-the-room"
    assert room.size == size + 1
    room.comes("Di")
    with pytest.raises(NotAllowed, match="not_all_have_said"):
        room.decide()
    room.stand("Di")
    assert room.decide().outcome is Outcome.CARRIED


def test_whoever_left_and_came_back_says_it_again_though_their_row_was_kept() -> None:
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    kept = PositionRow.objects.get(holding=sits("Di"))
    room.leaves("Di")
    assert not PositionRow.objects.filter(holding=sits("Di")).exists()
    room.comes("Di")
    kept.save(force_insert=True)  # as if it had stayed: it is of another coming
    with pytest.raises(NotAllowed, match="not_all_have_said"):
        room.decide()


def test_nobody_says_where_another_stands_but_the_chair_and_whoever_types() -> None:
    room = a_room()
    with pytest.raises(NotAllowed, match="not_your_own"):
        room.stand("Di", by="Bo")
    with pytest.raises(NotAllowed, match="not_here"):
        room.stand("Eve")
    for typist in ("Cy", "Fay"):
        room.stand("Di", by=typist)
        assert not PositionRow.objects.get(holding=sits("Di")).self_entered
    room.stand("Di")
    assert PositionRow.objects.get(holding=sits("Di")).self_entered
    room.stand("Di", position=None)
    assert not PositionRow.objects.exists()


@pytest.mark.parametrize("who", ["Bo", "Fay", "Olu", "Una"])
def test_only_whoever_chairs_closes_the_roll(who: str) -> None:
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    size = room.size
    with pytest.raises(NotAllowed, match="not_yours_to_do"):
        room.decide(by=who)
    assert room.size == size


def test_a_roll_that_changed_since_the_chair_looked_is_not_closed() -> None:
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    seen = mark_of(room.may().roll)
    room.stand("Flo", position=AGAINST)
    with pytest.raises(NotAllowed, match="roll_changed"):
        room.decide(seen=seen)
    assert room.decide(seen=mark_of(room.may().roll)).outcome is Outcome.CARRIED


def test_a_wrong_roll_is_called_anew_in_one_act_and_the_first_stands_no_more() -> None:
    room = a_room()
    room.stand("Bo", "Cy", "Di", position=AGREE)
    room.stand("Flo", position=AGAINST)
    first = room.decide()
    with pytest.raises(NotAllowed, match="not_yours_to_do"):
        room.stand("Bo", position=AGAINST)
    room.stand("Bo", "Di", position=AGAINST, by="Cy")
    second = room.decide(anew=True)
    assert (first.outcome, len(second.entries)) == (Outcome.CARRIED, 2)
    assert outcome(room) is second.outcome
    taken = room.state.motions[room.motion].decisions
    assert list(taken) == [first.decision, second.decision]


def test_anew_without_those_it_needs_leaves_the_first_as_it_was() -> None:
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    room.decide()
    room.leaves("Di")
    size = room.size
    with pytest.raises(MayNotDecide):
        room.decide(anew=True)
    assert (room.size, outcome(room)) == (size, Outcome.CARRIED)


def test_a_promise_can_be_broken_with_a_reason_and_a_term_of_reference_cannot() -> None:
    room = a_room(PROMISE, MOST, there="Bo Cy Flo")
    room.stand("Bo", "Cy", "Flo")
    with pytest.raises(MayNotDecide) as refused:
        room.decide()
    assert refused.value.parameters["force"] == "promise"
    size = room.size
    with pytest.raises(NotAllowed, match="reason_needed"):
        room.go_on(" ")
    assert room.size == size
    found = room.go_on()
    assert (found.outcome, len(found.entries)) == (Outcome.CARRIED, 2)
    (made,) = room.state.motions[room.motion].exceptions
    assert (made.fact.rule, made.fact.by) == ("two-in-the-room", "community")


def test_no_reason_makes_up_for_what_the_terms_of_reference_ask() -> None:
    room = a_room(there="Bo Cy Flo")
    room.stand("Bo", "Cy", "Flo")
    size = room.size
    with pytest.raises(MayNotDecide):
        room.go_on()
    assert room.size == size


def test_an_exception_that_would_carry_nothing_is_not_made() -> None:
    room = a_room(PROMISE, MOST, there="Bo Cy Flo")
    room.stand("Bo", "Cy", "Flo", position=AGAINST)
    size = room.size
    with pytest.raises(NotAllowed, match="exception_changes_nothing"):
        room.go_on()
    assert room.size == size


def test_what_those_in_the_room_voted_down_is_not_carried_by_going_on() -> None:
    promised = {**MOST, "force": "promise", "source": None}
    room = a_room(PROMISE, promised, there="Bo Cy Flo Eve")
    room.stand("Cy")
    room.stand("Bo", "Flo", "Eve", position=AGAINST)
    size = room.size
    with pytest.raises(NotAllowed, match="exception_changes_nothing"):
        room.go_on()
    assert room.size == size


def test_the_board_may_go_on_without_waiting_for_those_it_promised_to_wait_for() -> None:
    promised = {**THEY_AGREE, "force": "promise", "source": None}
    room = a_room(promised, MOST, there="Bo Cy Flo")
    room.stand("Bo", "Cy", "Flo")
    assert room.go_on().outcome is Outcome.CARRIED


def test_the_deputy_of_whoever_left_an_item_says_where_their_place_stands() -> None:
    room = a_room(there="Cy Di Flo")
    bo = sits("Bo")
    deputy = f.DeputyNamed(
        deputy=an_id("Bo's deputy"),
        place=an_id("Bo's place"),
        capacity=SEATS["Bo"],
        meeting=None,
        person=add_to_partnership(record=ORIGIN, name="Kit"),
    )
    left = m.InterestDeclared(item=room.item, holding=bo, recused=True, what="I own it")
    room.here.act(deputy, left, by="Bo")
    room.comes("Bo")
    with pytest.raises(NotAllowed, match="has_left_item"):
        room.stand("Bo")
    room.leaves("Bo")
    at = AtMeeting(ORIGIN, room.meeting, room.here.people["Bo"], room.here.now)
    come(at, Comes(bo, Way.ROOM, deputy.deputy))
    with pytest.raises(NotAllowed, match="not_your_own"):
        room.stand("Bo")
    room.here.people["Kit"] = str(deputy.person)
    wanted = Stand(room.meeting, room.motion, bo, AGREE)
    stand(wanted, record=ORIGIN, by=str(deputy.person), now=room.here.now)
    room.stand("Cy", "Di", "Flo")
    assert room.decide().outcome is Outcome.CARRIED


def test_it_waits_for_those_who_were_away_and_is_settled_by_their_word() -> None:
    room = a_room(THEY_AGREE, MOST, there="Bo Cy Flo")
    room.stand("Bo", "Cy", "Flo")
    assert room.decide().outcome is Outcome.WAITING
    words = Words(room.motion, sits("Di"), Position.AGREE, "I read the papers")
    di = Actor(person=room.here.people["Di"])
    room.here.now += timedelta(days=1)
    assent(words, record=ORIGIN, by=di, now=room.here.now)
    assert outcome(room) is Outcome.CARRIED
    with pytest.raises(NotAllowed, match="not_waiting"):
        assent(words, record=ORIGIN, by=di, now=room.here.now)


def test_it_lapses_when_the_days_are_over_and_nobody_spoke() -> None:
    room = a_room(THEY_AGREE, MOST, there="Bo Cy Flo")
    room.stand("Bo", "Cy", "Flo")
    room.decide()
    assert settle_all(now=room.here.now + timedelta(days=7)) == 0
    assert settle_all(now=room.here.now + timedelta(days=8)) == 1
    assert outcome(room) is Outcome.LAPSED
    assert settle_all(now=room.here.now + timedelta(days=9)) == 0


def test_what_was_said_before_counts_where_the_rule_lets_it() -> None:
    room = a_room(THEY_AGREE, MOST, there="Bo Cy Flo")
    words = Words(room.motion, sits("Di"), Position.AGREE, "")
    di = Actor(person=room.here.people["Di"])
    say_before(words, record=ORIGIN, by=di, now=room.here.now)
    room.stand("Bo", "Cy", "Flo")
    assert room.decide().outcome is Outcome.CARRIED


def test_by_phone_entered_by_another_it_is_unsettled_until_somebody_else_confirms() -> None:
    room = a_room(there="Bo Cy Flo")
    room.comes("Di", typed_by="Fay")
    room.stand("Bo", "Cy", "Flo")
    room.stand("Di", by="Fay")
    assert room.decide().outcome is Outcome.UNSETTLED
    taken = in_force(room.state.motions[room.motion])
    assert taken is not None
    fact = EntryConfirmed(entry=taken.taken.entry, how=ConfirmedHow.SECOND_PERSON, right=True)
    with pytest.raises(Refusal):
        enter(fact, record=ORIGIN, by=Actor(person=room.here.people["Fay"]), now=room.here.now)
    enter(fact, record=ORIGIN, by=Actor(person=room.here.people["Una"]), now=room.here.now)
    assert settle_all(now=room.here.now) == 1
    assert outcome(room) is Outcome.CARRIED


def test_unconfirmed_for_five_working_days_it_stands_without_them() -> None:
    room = a_room(there="Bo Cy Flo")
    room.comes("Di", typed_by="Fay")
    room.stand("Bo", "Cy", "Flo")
    room.stand("Di", by="Fay")
    room.decide()
    assert settle_all(now=room.here.now + timedelta(days=8)) == 1
    assert outcome(room) is Outcome.MAY_NOT


@pytest.mark.parametrize(("field", "value"), [("outcome", "carried"), ("met", []), ("unmet", [])])
def test_nobody_corrects_a_decision_into_another(field: str, value: Any) -> None:
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo", position=ASIDE)
    assert room.decide().outcome is Outcome.NOT_CARRIED
    taken = in_force(room.state.motions[room.motion])
    assert taken is not None
    fact = EntryCorrected(entry=taken.taken.entry, field=field, value=value)
    with pytest.raises(NotAllowed, match="not_correctable"):
        room.here.act(fact, by="Cy")
    assert outcome(room) is Outcome.NOT_CARRIED


def test_a_raw_decision_is_refused_whatever_it_says() -> None:
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    roll, size = room.may().roll, room.size
    fact = d.DecisionTaken(
        motion=room.motion,
        decision=room.item[:-1] + "Q",
        roll=roll,
        outcome=Outcome.CARRIED,
        met=frozenset({"two-in-the-room", "more-than-half"}),
        unmet=frozenset(),
        of_last_entry=size - 1,
    )
    with pytest.raises(NotAllowed, match="no_roll_held"):
        room.here.act(fact, by="Cy")
    assert room.size == size


def test_positions_go_when_the_meeting_is_over() -> None:
    room = a_room()
    room.stand("Bo", "Cy")
    forget_positions(now=room.here.now)
    assert PositionRow.objects.count() == 2
    forget_positions(now=room.here.now + timedelta(days=2))
    assert not PositionRow.objects.exists()


@pytest.mark.parametrize(
    ("chair", "came_of_it"), [(AGREE, Outcome.CARRIED), (AGAINST, Outcome.NOT_CARRIED)]
)
def test_a_tie_is_cast_by_the_chair_where_the_rules_say_so(
    chair: Position, came_of_it: Outcome
) -> None:
    cast = {
        "id": "chair-casts",
        "kind": "casting",
        "who": {"chair": True},
        "force": "terms",
        "source": "Terms of reference, part 6",
        "from": "2026-11-23",
        "until": None,
    }
    room = a_room(TWO_IN_THE_ROOM, MOST, cast)
    others = AGAINST if chair is AGREE else AGREE
    room.stand("Bo", "Cy", position=chair)
    room.stand("Di", "Flo", position=others)
    assert room.decide().outcome is came_of_it


def test_whoever_left_the_item_stands_nowhere_and_a_deputy_speaks_for_their_place() -> None:
    room = a_room(there="Bo Cy Flo")
    dee = add_person(ORIGIN, "Dee").person
    room.here.people["Dee"] = dee
    named = f.DeputyNamed(
        deputy=an_id("dee"),
        place=an_id("Di's place"),
        capacity=Capacity.DRAWS_ON_SERVICES,
        meeting=None,
        person=dee,
    )
    room.here.act(named, by="Di")
    came = PresenceNoted(
        meeting=room.meeting,
        holding=sits("Di"),
        deputy=an_id("dee"),
        came=True,
        way=Way.ROOM,
        self_entered=True,
    )
    room.here.act(came, by="Di")
    room.stand("Bo", "Cy", "Flo")
    with pytest.raises(NotAllowed, match="not_your_own"):
        room.stand("Di")
    room.stand("Di", by="Dee")
    left = InterestDeclared(item=room.item, holding=sits("Flo"), recused=True, what="My bus firm")
    room.here.act(left, by="Flo")
    with pytest.raises(NotAllowed, match="has_left_item"):
        room.stand("Flo", position=AGAINST)
    made = room.decide()
    assert made.outcome is Outcome.CARRIED
