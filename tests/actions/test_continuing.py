"""A record that goes on under another name takes along whatever belongs to those who are in it."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest
from django.apps import apps
from django.db.models import Model
from django.utils.timezone import localdate

from tests.a_meeting import BOARD as AMBLEFORD
from tests.a_meeting import MOST, TWO_IN_THE_ROOM
from tests.a_meeting import ORIGIN as AT_AMBLEFORD
from tests.core.facts.story import BOARD, DAY, START, an_id
from tests.deciding_in_a_room import a_room
from tests.example_record import HOME, ORIGIN, opened, rules, story
from tests.kept import FACTS, a_record, write_story
from tests.screens.cast import from_minutes
from tests.screens.mine.somebody import LATER, Somebody, a_member, guarded
from withus.actions import asking, worrying
from withus.actions.continuing import MOVED, continue_record, next_name
from withus.actions.keeping import erase_person
from withus.core.facts.joining import (
    BoardClosed,
    DeputyNamed,
    DutyGiven,
    PartnershipOpened,
    RulesSet,
)
from withus.core.facts.sealing import Opening
from withus.core.proofs.checkpoint import Checkpoint
from withus.core.rules.joining import CHECKS, check_board
from withus.core.words import AskKind, Duty, ErasedGround, Level, MotionKind
from withus.questions import worrying as questions
from withus.questions.asking import my_asks
from withus.questions.duties import duties
from withus.questions.mine import partnership
from withus.questions.rights import duties_of
from withus.stores.answering.models import Attachment, Reach, SayAnswer, SayLink, Telling
from withus.stores.deciding.models import PositionRow
from withus.stores.drafting.models import Unshared
from withus.stores.inviting.invitations import Sealed, State, by_code, find, send
from withus.stores.inviting.models import Invitation
from withus.stores.meeting import needs, past_minutes
from withus.stores.meeting.models import (
    CarriedRow,
    LiveRow,
    MeetingRow,
    NeedsAt,
    Notice,
    PaperFile,
    TurnRow,
)
from withus.stores.people.holds import hold
from withus.stores.people.models import Forgetting, Hold
from withus.stores.practising.models import ThrownAway
from withus.stores.record.erase import with_those_before
from withus.stores.record.models import Log
from withus.stores.record.openings import find_openings
from withus.stores.record.read import boards_of, find_log
from withus.stores.record.states import board_state, partnership_state
from withus.stores.record.tables import TABLES
from withus.stores.wording.models import Counted
from withus.stores.worrying.models import Worry

pytestmark = a_record
NEXT = next_name(ORIGIN)
LOST = Checkpoint(ORIGIN, 99, bytes(32))
ABOUT = 0  # the entry that opened the partnership, and tells what it is about
OF_THE_RECORD: set[type[Model]] = {Log, *TABLES}
"""They follow from the entries of one record, the old one too."""
OF_A_MEETING: set[type[Model]] = {
    *(Notice, NeedsAt, PaperFile, CarriedRow),
    *(LiveRow, TurnRow, PositionRow),
}
"""A meeting stays in the record in which it was held, and so does what is kept beside it."""
OF_A_WORK: set[type[Model]] = {
    *(Attachment, Reach, SayAnswer, SayLink, Telling),
    *(Unshared, Counted),
}
"""A work stays where it was worked on, too."""
FOUND_BY_EITHER: set[type[Model]] = {Worry, Hold, Forgetting, ThrownAway}
"""An entry's number means nothing without the name; a hold on one name holds the other; a run that
was thrown away is known by the part of its name that all share."""


def goes_on() -> None:
    """Go on under another name from a head that covers one entry more than there is."""
    lost = Checkpoint(ORIGIN, find_log(ORIGIN).size + 1, bytes(32))
    assert continue_record(lost=lost, now=LATER).origin == NEXT


def test_each_table_with_a_record_in_it_moves_or_is_found_by_either_name() -> None:
    with_origin = {
        each
        for each in apps.get_models()
        if any(field.name == "origin" for field in each._meta.concrete_fields)
    }
    assert with_origin == set(MOVED) | OF_THE_RECORD | OF_A_MEETING | OF_A_WORK | FOUND_BY_EITHER
    assert not set(MOVED) & (OF_THE_RECORD | OF_A_MEETING | OF_A_WORK | FOUND_BY_EITHER)


def beside(wren: Somebody) -> tuple[str, str, str]:
    """Ask, invite and hold: return the open invitation, its code, and one that was answered."""
    on = localdate()
    asking.ask(record=ORIGIN, person=wren.person, kind=AskKind.SEE, words="A word", on=on)
    needs.keep(ORIGIN, wren.person, needs.Needed(frozenset({"breaks"})))
    past_minutes.keep(ORIGIN, HOME, from_minutes(), by=wren.person, on=on)
    told = Sealed(address="sam@example.org")
    more = {"origin": ORIGIN, "person": wren.person, "duty": Duty.FACILITATOR, "route": "letter"}
    waits, taken = (Invitation(**more, state=each) for each in (State.OPEN, State.TAKEN))
    code = send(waits, told, now=LATER)
    send(taken, told, now=LATER)
    Invitation.objects.filter(id=taken.id).update(entry=7)
    hold(ORIGIN, ground="an inquiry", since=date(2026, 11, 20))
    return waits.id, code, taken.id


def test_nothing_that_moves_stays_behind() -> None:
    wren, _ = a_member(), guarded()
    waits, code, taken = beside(wren)
    before = {each: each._default_manager.filter(origin=ORIGIN).count() for each in MOVED}
    assert all(before.values())
    goes_on()
    for table, count in before.items():
        assert not table._default_manager.filter(origin=ORIGIN).exists(), table
        assert table._default_manager.filter(origin=NEXT).count() == count, table
    assert by_code(code, now=LATER).id == waits
    assert find(NEXT, taken).entry is None, "it was the number of an entry of the old record"
    assert [each.words for each in my_asks(NEXT, wren.person)] == ["A word"]
    assert len(past_minutes.of_board(NEXT, HOME, start=0, end=9)) == 1
    assert needs.of_people(NEXT, [wren.person])[wren.person].codes == {"breaks"}
    held = {each.origin for each in with_those_before(find_log(NEXT))}
    assert Hold.objects.get().origin in held


def test_the_lead_still_reads_a_worry_that_was_told_before() -> None:
    wren, (lead, _data) = a_member(), guarded()
    on = localdate()
    worrying.tell(record=ORIGIN, words="It names me.", entry=ABOUT, by=wren.person, on=on)
    worry = Worry.objects.get().id
    goes_on()
    assert duties_of(NEXT, lead.person, on=on)
    assert duties(NEXT, on=on, names=True).missing == ()
    (one,) = questions.all_worries(NEXT, by=lead.person, on=on, page=1).listed
    assert (one.id, one.origin, one.entry) == (worry, ORIGIN, ABOUT)
    live, _practice = partnership(NEXT)
    seen = questions.one_worry(live, worry, by=lead.person, on=on)
    assert seen.name == "Wren Castellane"
    outcome = worrying.Outcome(worry, hides=False, reason="It names nobody.")
    worrying.look(outcome, record=NEXT, by=lead.person, on=on)
    assert not Worry.objects.get().hides


@pytest.mark.parametrize("worried", [False, True])
def test_words_that_are_hidden_are_not_shown_under_the_new_name(worried: bool) -> None:
    a_member()
    guarded()
    if worried:
        worrying.tell(record=ORIGIN, words="", entry=ABOUT, by="", on=localdate())
    before = find_openings(find_log(ORIGIN), [ABOUT])[ABOUT]["about"]
    goes_on()
    log = find_log(NEXT)
    (opened,) = log.indexed_set.filter(type=PartnershipOpened.TYPE)
    after = find_openings(log, [opened.index])[opened.index]["about"]
    assert isinstance(before, Opening)
    assert isinstance(after, Opening)
    assert before.value
    assert after.value == ("" if worried else before.value)


def test_what_hangs_on_somebody_who_was_erased_stays_behind_with_them() -> None:
    last = next(n for n, fact in enumerate(FACTS) if isinstance(fact, DeputyNamed))
    people = write_story(facts=FACTS[: last + 1])
    assert board_state(find_log(ORIGIN), BOARD).mandates
    bo = people[an_id("Bo")]
    erase_person(record=ORIGIN, person=bo, ground=ErasedGround.ASKED, now=LATER)
    again = continue_record(lost=LOST, now=LATER)
    state = board_state(find_log(again.origin), BOARD)
    assert [place.held is None for place in state.places.values()] == [True, True, False]
    assert not state.mandates
    assert not state.deputies
    assert again.left_out == 3


def test_a_board_goes_on_alone_where_the_one_above_it_has_closed() -> None:
    above, below = an_id("above"), an_id("below")
    duty = DutyGiven(
        given=an_id("its lead"),
        duty=Duty.FACILITATOR,
        board=above,
        from_=DAY,
        until=None,
        person=an_id("Ada"),
    )
    boards = (
        opened(above, "Above", Level.COUNCIL, None),
        opened(below, "Below", Level.COMMUNITY, above),
    )
    write_story(facts=[*FACTS[:1], *boards, duty, BoardClosed(board=above)])
    again = continue_record(lost=LOST, now=LATER)
    log = find_log(again.origin)
    assert boards_of(log) == [below]
    found = board_state(log, below).opened
    assert found is not None
    assert found.fact.parent is None
    assert not partnership_state(log).duties


def test_rules_in_the_strict_form_are_entered_anew() -> None:
    write_story(ORIGIN, facts=story())
    again = continue_record(lost=LOST, now=START)
    state = board_state(find_log(again.origin), HOME)
    assert [each.fact.rules for each in state.rules] == [rules()]
    assert again.left_out == 0


def test_rules_from_before_that_form_are_left_out_and_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = RulesSet(board=HOME, rules=[{"kind": "agree"}], from_=DAY, decision=None)
    with monkeypatch.context() as once:
        once.setitem(cast(dict[Any, Any], CHECKS), RulesSet, check_board)
        write_story(ORIGIN, facts=[*story(), old])
    again = continue_record(lost=LOST, now=START)
    state = board_state(find_log(again.origin), HOME)
    assert [each.fact.rules for each in state.rules] == [rules()]
    assert again.left_out == 1


def test_meetings_stay_in_the_record_in_which_they_were_held() -> None:
    room = a_room(TWO_IN_THE_ROOM, MOST, kind=MotionKind.RULES)
    room.stand("Bo", "Cy", "Di", "Flo")
    room.decide()
    (decided,) = room.state.motions[room.motion].decisions
    day = room.here.now.date()
    rules = RulesSet(board=AMBLEFORD, rules=[TWO_IN_THE_ROOM], from_=day, decision=decided)
    room.here.act(rules, by="Fay")
    lost = Checkpoint(AT_AMBLEFORD, find_log(AT_AMBLEFORD).size + 1, bytes(32))
    again = continue_record(lost=lost, now=room.here.now)
    board = board_state(find_log(again.origin), AMBLEFORD)
    assert [each.fact.decision for each in board.rules] == [None, None]
    assert board.rules[-1].fact.rules == [TWO_IN_THE_ROOM]
    assert not MeetingRow.objects.filter(origin=again.origin).exists()
    assert MeetingRow.objects.filter(origin=AT_AMBLEFORD).exists()
