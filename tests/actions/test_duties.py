"""Duties are named by the host's officer alone, whatever a screen forgets."""

from __future__ import annotations

import pytest

from tests.example_record import ORIGIN
from tests.kept import a_record
from tests.screens.mine.somebody import LATER, a_member, on_duty
from withus.actions import duties as act
from withus.core.rules.situation import NotAllowed
from withus.core.words import Duty
from withus.stores.record.read import find_log
from withus.stores.record.states import partnership_state

pytestmark = a_record


def test_nobody_but_the_officer_gives_a_duty_by_calling_the_action() -> None:
    wren, officer = a_member(), on_duty(Duty.HOST, "Olly Office")
    others = [on_duty(each, f"{each} somebody").person for each in Duty if each is not Duty.HOST]
    size = find_log(ORIGIN).size
    for by in (wren.person, *others):
        with pytest.raises(NotAllowed) as refusal:
            act.give(record=ORIGIN, person=by, duty=Duty.HOST, by=by, now=LATER)
        assert refusal.value.code == "not_yours_to_do"
    assert find_log(ORIGIN).size == size
    act.give(record=ORIGIN, person=wren.person, duty=Duty.DATA, by=officer.person, now=LATER)
    assert find_log(ORIGIN).size == size + 1


def test_nobody_but_the_officer_ends_anothers_duty_by_calling_the_action() -> None:
    wren, officer = a_member(), on_duty(Duty.HOST, "Olly Office")
    lead = on_duty(Duty.SAFEGUARDING, "Lee Guard")
    duties = partnership_state(find_log(ORIGIN)).duties.values()
    (given,) = [
        each.given.fact.given
        for each in duties
        if each.given.fact.duty is Duty.SAFEGUARDING and each.ended is None
    ]
    facilitator = on_duty(Duty.FACILITATOR, "Fay Green").person
    until = LATER.date()
    for by in (wren.person, facilitator):
        with pytest.raises(NotAllowed):
            act.end(record=ORIGIN, given=given, by=by, now=LATER, until=until)
    size = find_log(ORIGIN).size
    act.end(record=ORIGIN, given=given, by=officer.person, now=LATER, until=until)
    assert find_log(ORIGIN).size == size + 1
    assert lead.person not in (officer.person, wren.person)
