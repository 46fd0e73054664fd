"""A worry is read, and looked at, by the safeguarding lead alone, whatever a screen forgets."""

from __future__ import annotations

import pytest
from django.utils.timezone import localdate

from tests.example_record import ORIGIN
from tests.kept import a_record
from tests.screens.mine.somebody import Somebody, a_member, guarded, on_duty
from withus.actions import worrying as act
from withus.core.rules.situation import NotAllowed
from withus.core.words import Duty
from withus.questions import worrying as ask
from withus.questions.mine import partnership
from withus.stores.worrying.models import Worry

pytestmark = a_record
ENTRY = 31


def told(*, entry: int | None = ENTRY) -> str:
    """Tell a worry, and return its id."""
    act.tell(record=ORIGIN, words="It says who I am.", entry=entry, by="", on=localdate())
    return Worry.objects.latest("made").id


def others(wren: Somebody) -> list[str]:
    """Return a member, and everybody with a duty but the safeguarding lead's."""
    found = [duty for duty in Duty if duty is not Duty.SAFEGUARDING]
    return [wren.person, *(on_duty(duty, f"{duty} somebody").person for duty in found)]


@pytest.mark.parametrize("hides", [True, False])
def test_nobody_but_the_lead_looks_at_a_worry_by_calling_the_action(hides: bool) -> None:
    wren, (lead, _data) = a_member(), guarded()
    outcome = act.Outcome(told(), hides=hides, reason="It names nobody.")
    for person in others(wren):
        with pytest.raises(NotAllowed) as refusal:
            act.look(outcome, record=ORIGIN, by=person, on=localdate())
        assert refusal.value.code == "not_yours_to_do"
    row = Worry.objects.get()
    assert (row.looked, row.hides) == (None, True)
    act.look(outcome, record=ORIGIN, by=lead.person, on=localdate())
    row.refresh_from_db()
    assert (row.looked, row.hides) == (localdate(), hides)


def test_nobody_but_the_lead_reads_a_worry_by_asking_for_it() -> None:
    wren, (lead, _data) = a_member(), guarded()
    worry, (live, _practice) = told(), partnership(ORIGIN)
    for person in others(wren):
        with pytest.raises(NotAllowed):
            ask.all_worries(ORIGIN, by=person, on=localdate(), page=1)
        with pytest.raises(NotAllowed):
            ask.one_worry(live, worry, by=person, on=localdate())
    seen = ask.one_worry(live, worry, by=lead.person, on=localdate())
    assert seen.worry.words == "It says who I am."
    assert len(ask.all_worries(ORIGIN, by=lead.person, on=localdate(), page=1).listed) == 1


def test_what_hid_nothing_hides_nothing_after_a_look() -> None:
    a_member()
    lead, _data = guarded()
    outcome = act.Outcome(told(entry=None), hides=True, reason="")
    act.look(outcome, record=ORIGIN, by=lead.person, on=localdate())
    assert not Worry.objects.get().hides
