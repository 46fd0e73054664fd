"""That all legal rules are entered is said by those who set up, and holds until one is changed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.core.meeting.a_record import BOARD, Record, opened, rules_set
from tests.core.meeting.a_room import MEETING, MOTION, come, roll, room
from withus.core.deciding.call import Call
from withus.core.deciding.law import is_law_told
from withus.core.deciding.now import stands
from withus.core.facts.deciding import LawTold

A_RULE: dict[str, Any] = {
    "id": "quorum",
    "kind": "present",
    "who": "all",
    "at_least": 2,
    "force": "law",
    "source": "The order that made the board, article 4",
}
OURS = {**A_RULE, "id": "ours", "force": "promise", "source": None}
TOLD, NOT = LawTold(board=BOARD, whole=True), LawTold(board=BOARD, whole=False)


def board(*rules: dict[str, Any]) -> Record:
    """Return a board with some rules."""
    record = opened(Record())
    record.say(rules_set(record, *(rules or (A_RULE,))))
    return record


def test_nobody_has_said_it_of_a_new_board_and_it_can_be_said_also_of_no_legal_rule() -> None:
    assert not is_law_told(board().board)
    record = board(OURS)
    record.say(TOLD, by="Fay")
    assert is_law_told(record.board)


def test_it_is_said_once_and_taken_back_once() -> None:
    record = board()
    assert record.refused(NOT, by="Fay") == "law_not_told"
    record.say(TOLD, by="Fay")
    assert record.refused(TOLD, by="Fay") == "law_told_already"
    record.say(NOT, by="Fay")
    assert not is_law_told(record.board)
    record.say(TOLD, by="Fay")
    assert is_law_told(record.board)


@pytest.mark.parametrize(
    ("then", "holds"),
    [
        ([A_RULE], True),
        ([A_RULE, OURS], True),
        ([OURS, A_RULE], True),
        ([OURS], False),
        ([{**A_RULE, "at_least": 3}], False),
        ([A_RULE, {**A_RULE, "id": "another"}], False),
    ],
)
def test_it_holds_until_a_legal_rule_is_changed(then: list[dict[str, Any]], holds: bool) -> None:
    record = board(A_RULE)
    record.say(TOLD, by="Fay")
    record.say(rules_set(record, *then))
    assert is_law_told(record.board) is holds
    record.say(rules_set(record, A_RULE))  # set back, it is said of nothing that stood all the time
    assert is_law_told(record.board) is holds


def test_only_those_who_set_up_say_it() -> None:
    record = room("called")
    for name in ("Bo", "Cy", "Sam"):
        assert record.refused(TOLD, by=name) == "not_yours_to_do"
    assert record.refused(TOLD, by="Fay") == ""


def test_a_roll_call_knows_whether_it_had_been_said_by_then() -> None:
    record = room()
    come(record, "Bo", "Cy", "Di")
    state = record.meeting(MEETING)
    motion, said = state.motions[MOTION], roll("Bo", "Cy", "Di")
    before = len(record.entries)
    record.say(TOLD, by="Fay")
    for entry, told in ((before, False), (before + 1, True), (None, True)):
        call = Call(said, record.now.date(), entry=entry)
        assert stands(record.board, state, motion, call).law_told is told
