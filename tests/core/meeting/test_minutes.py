"""Minutes are right when more than half of those present say so, one it is about among them."""

from __future__ import annotations

import pytest

from tests.core.meeting import a_room as at
from tests.core.meeting.a_record import Record, sits
from tests.core.meeting.a_room import MEETING, come, room
from withus.core.facts import keeping as k
from withus.core.facts import meeting as m
from withus.core.meeting.minutes import are_approved, who_approved, who_is_to_confirm
from withus.core.words import ConfirmedHow


def met(*names: str) -> Record:
    """Return a meeting that some were at, with its minutes written."""
    record = room()
    come(record, *names)
    record.say(m.MeetingClosed(meeting=MEETING), by="Cy")
    record.say(at.drafted(), by="Fay")
    return record


def right(record: Record) -> bool:
    """Tell whether its minutes are approved."""
    return are_approved(record.meeting(MEETING), record.board)


@pytest.mark.parametrize(
    ("there", "say_so", "approved"),
    [
        (("Bo", "Cy", "Flo"), (), False),
        (("Bo", "Cy", "Flo"), ("Cy", "Flo"), False),  # most of them, and Bo has not
        (("Bo", "Cy", "Flo"), ("Cy", "Bo"), True),
        (("Bo", "Cy", "Flo", "Gus"), ("Bo",), False),
        (("Cy", "Flo"), ("Cy",), False),  # half is not more than half
        (("Cy", "Flo"), ("Cy", "Flo"), True),  # nobody it is about was there
        (("Eve", "Cy", "Flo"), ("Eve", "Cy"), True),  # carers are of those it is about
        ((), (), False),
    ],
)
def test_how_many_and_who(there: tuple[str, ...], say_so: tuple[str, ...], approved: bool) -> None:
    record = met(*(name for name in there if name != "Gus"))
    for name in say_so:
        record.say(at.approved(name), by=name)
    assert right(record) is approved


def test_what_was_typed_counts_once_it_is_confirmed_and_never_where_it_was_denied() -> None:
    record = met("Bo", "Cy", "Flo")
    record.say(at.approved("Cy"), by="Cy")
    entry = record.say(at.approved("Bo"), by="Bo", typed_by="Fay")
    state = record.meeting(MEETING)
    assert who_approved(state) == {sits("Cy")}
    assert who_is_to_confirm(state) == {sits("Bo")}
    assert not right(record)
    wrong = k.EntryConfirmed(entry=entry, how=ConfirmedHow.OWN_CODE, right=False)
    record.say(wrong, by="Bo")
    state = record.meeting(MEETING)
    assert who_approved(state) == {sits("Cy")}
    assert not who_is_to_confirm(state)
    record.say(k.EntryConfirmed(entry=entry, how=ConfirmedHow.OWN_CODE, right=True), by="Bo")
    assert right(record)


def test_a_new_version_is_said_yes_to_anew() -> None:
    record = met("Bo", "Cy", "Flo")
    record.say(at.approved("Bo"), by="Bo")
    record.say(at.drafted(2), by="Fay")
    record.say(at.approved("Cy", version=2), by="Cy")
    assert not right(record)
    record.say(at.approved("Bo", version=2), by="Bo")
    assert right(record)
