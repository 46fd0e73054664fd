"""Setting a board's rules: over those that were seen, by whoever may, and all of them at once."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.deciding.test_outcome import rules
from tests.core.facts.story import DAY
from tests.example_record import HOME, ORIGIN
from tests.kept import a_record
from tests.screens.mine.somebody import LATER, a_member, on_duty
from withus.actions.deciding import ToSet, set_rules
from withus.core.rules.situation import NotAllowed
from withus.core.words import Duty
from withus.questions.changing_rules import RulesSet, board_here, rules_set
from withus.stores.record.read import find_log

pytestmark = a_record
TWO = rules([{"kind": "present", "who": {"affected": True}, "at_least": 2}])


def now() -> RulesSet:
    """Return the rules as they were last set."""
    return rules_set(board_here(ORIGIN, HOME))


def test_rules_are_set_over_those_that_were_seen_and_over_no_others() -> None:
    a_member()
    officer, seen = on_duty(Duty.HOST, "Olly Office").person, now().entry
    set_rules(ToSet(HOME, TWO, DAY, seen), record=ORIGIN, by=officer, now=LATER)
    assert now().rules == TWO
    size = find_log(ORIGIN).size
    for over in (seen, None):
        with pytest.raises(NotAllowed) as refused:
            set_rules(ToSet(HOME, (), DAY, over), record=ORIGIN, by=officer, now=LATER)
        assert refused.value.code == "rules_changed_meanwhile"
    assert find_log(ORIGIN).size == size


@pytest.mark.parametrize("duty", [Duty.FACILITATOR, Duty.DATA])
def test_after_the_first_rules_no_duty_but_the_officers_sets_others(duty: Duty) -> None:
    a_member()
    person = on_duty(duty, "Somebody Else").person
    with pytest.raises(NotAllowed) as refused:
        set_rules(ToSet(HOME, TWO, DAY, now().entry), record=ORIGIN, by=person, now=LATER)
    assert refused.value.code == "not_yours_to_do"


def test_rules_that_hold_from_a_day_to_come_are_what_a_change_begins_from() -> None:
    a_member()
    officer, later = on_duty(Duty.HOST, "Olly Office").person, date(2027, 1, 1)
    wanted = ToSet(HOME, TWO, later, now().entry)
    set_rules(wanted, record=ORIGIN, by=officer, now=LATER)
    assert (now().rules, now().since) == (TWO, later)
    assert now().earliest(on=DAY) == later
    assert {"1", "two-agree"} <= now().ids
