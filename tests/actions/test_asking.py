"""What was asked is answered by the data contact alone, also where a screen forgets to look."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.utils.timezone import localdate
from django_tasks_db.models import DBTaskResult

from tests.example_record import ORIGIN
from tests.kept import a_record
from tests.screens.mine.somebody import Somebody, a_member, guarded, on_duty
from withus.actions import asking as act
from withus.core.rules.situation import NotAllowed
from withus.core.words import AskKind, Duty
from withus.jobs import erasing
from withus.stores.asking import asks

pytestmark = a_record
HELD, ORDERED = {"held": localdate()}, {"ordered": localdate()}
ACTS: dict[str, Callable[..., None]] = {
    "answer": partial(act.answer, words="It is put right."),
    "hold": partial(act.hold, reason="A court needs it."),
    "release": act.release,
    "order": act.order_erasure,
    "release and erase": erasing.release,
    "order and erase": erasing.order,
}


def asked(somebody: Somebody, name: str) -> str:
    """Ask to be erased; where an ask is to be released, it is held. Return its id."""
    on = localdate()
    wanted = act.ask(record=ORIGIN, person=somebody.person, kind=AskKind.ERASE, words="", on=on)
    if "release" in name:
        asks.note(wanted, days=HELD, told={})
    return wanted


def others() -> list[str]:
    """Return everybody with a duty but the data contact's."""
    found = [duty for duty in Duty if duty is not Duty.DATA]
    return [on_duty(duty, f"{duty} somebody").person for duty in found]


@pytest.mark.parametrize("name", ACTS)
def test_nobody_but_the_data_contact_does_it_by_calling_the_action(name: str) -> None:
    wren, (_lead, data) = a_member(), guarded()
    wanted = asked(wren, name)
    before = asks.find(ORIGIN, wanted)
    given: dict[str, Any] = {"record": ORIGIN, "wanted": wanted, "on": localdate()}
    for person in (wren.person, *others(), "nobody at all"):
        with pytest.raises(NotAllowed) as refusal:
            ACTS[name](**given, by=person)
        assert refusal.value.code == "not_yours_to_do"
        assert refusal.value.parameters["needs"] == "data"
    assert asks.find(ORIGIN, wanted) == before
    assert not DBTaskResult.objects.exists()
    ACTS[name](**given, by=data.person)
    assert asks.find(ORIGIN, wanted) != before
