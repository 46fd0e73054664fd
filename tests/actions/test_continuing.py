"""A record that lost entries goes on under another name, with the rules that can still be read."""

from __future__ import annotations

from typing import Any, cast

import pytest

from tests.core.facts.story import DAY, START
from tests.example_record import HOME, ORIGIN, rules, story
from tests.kept import write_story
from withus.actions.continuing import continue_record
from withus.core.facts.joining import RulesSet
from withus.core.proofs.checkpoint import Checkpoint
from withus.core.rules.joining import CHECKS, check_board
from withus.stores.record.read import board_state, find_log

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
LOST = Checkpoint(ORIGIN, 99, bytes(32))


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
