"""Once a board has met its rules are its own to decide: each decision on them is used once."""

from __future__ import annotations

import pytest

from tests.a_meeting import BOARD, MOST, ORIGIN, STARTS
from tests.core.facts.story import an_id
from tests.deciding_in_a_room import a_room
from tests.kept import a_record
from tests.screens.mine.somebody import signed_in
from withus.actions.deciding import ToSet, set_rules
from withus.core.deciding.reading import read_rules
from withus.core.facts.joining import BoardOpened, RulesSet
from withus.core.rules.situation import NotAllowed
from withus.core.words import Level, MotionKind
from withus.stores.record.read import find_log
from withus.stores.record.states import board_state

pytestmark = a_record


def one_rule_for(board: str) -> ToSet:
    """Return one rule to set over those the board has."""
    told = read_rules([{**MOST, "id": "two-thirds", "over": "2/3"}])
    log = find_log(ORIGIN)
    return ToSet(board, told, STARTS.date(), board_state(log, board).rules[-1].entry)


def test_once_a_board_has_met_its_rules_rest_on_its_decision_and_each_is_used_once() -> None:
    room = a_room(kind=MotionKind.RULES)
    olu = room.here.people["Olu"]
    wanted, now = one_rule_for(BOARD), room.here.now
    with pytest.raises(NotAllowed, match="rules_undecided"):
        set_rules(wanted, record=ORIGIN, by=olu, now=now)
    room.stand("Bo", "Cy", "Di", "Flo")
    made = room.decide()
    set_rules(wanted, record=ORIGIN, by=olu, now=now)
    last = board_state(find_log(ORIGIN), BOARD).rules[-1]
    assert last.fact.decision == made.decision
    with pytest.raises(NotAllowed, match="rules_undecided"):
        set_rules(one_rule_for(BOARD), record=ORIGIN, by=olu, now=now)


def test_no_board_sets_its_rules_by_what_another_board_decided() -> None:
    room = a_room(kind=MotionKind.RULES)
    room.stand("Bo", "Cy", "Di", "Flo")
    made, other = room.decide(), an_id("another board")
    opened = BoardOpened(
        board=other, name="Another board", level=Level.COMMUNITY, parent=None, formats=frozenset()
    )
    room.here.act(opened)
    fact = RulesSet(board=other, rules=[], from_=STARTS.date(), decision=made.decision)
    with pytest.raises(NotAllowed, match="no_such_decision"):
        room.here.act(fact, by="Olu")


def test_the_page_says_on_which_decision_new_rules_rest_and_offers_nothing_without() -> None:
    room = a_room(kind=MotionKind.RULES)
    olu = signed_in(room.here.people["Olu"], origin=ORIGIN)
    path = f"/partnerships/withus.example~ambleford/boards/{BOARD}/rules/check/"
    without = olu.visit.post(path)
    assert "Put them to a meeting first" in without.text
    assert not without.tree.xpath("//button[@value='set']")
    room.stand("Bo", "Cy", "Di", "Flo")
    room.decide()
    resting = olu.visit.post(path)
    assert "They carry out what this board decided on 1 December 2026." in resting.text
    assert resting.tree.xpath("//button[@value='set']")
