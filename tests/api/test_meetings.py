"""A meeting that a program calls, moves or cancels is told to everybody as one on a page is."""

from __future__ import annotations

from typing import Any

from tests.api.calling import Program
from tests.core.facts.story import an_id
from tests.example_record import HOME, ORIGIN
from tests.kept import a_record
from withus.actions.telling import routes_to
from withus.core.facts import meeting as m
from withus.jobs import queue, telling
from withus.stores.meeting.models import Notice
from withus.stores.record.read import find_log

pytestmark = a_record
MEETING = an_id("a program's meeting")


def called(capacity: str | None) -> dict[str, Any]:
    """Return what a program sends to call a meeting."""
    clear = {
        "meeting": MEETING,
        "board": HOME,
        "starts": "2030-12-03T10:30Z",
        "ends": "2030-12-03T12:00Z",
        "ways": ["phone", "room"],
        "called_by": capacity,
    }
    return {"clear": clear, "sealed": {"where": ""}}


def test_every_member_is_to_be_told_of_what_a_program_called(program: Program) -> None:
    answer = program.enter(m.MeetingCalled, called("draws_on_services"))
    assert answer.status == 201, answer.told
    (entry,) = answer.told["entries"]
    people = {person for person, _ in routes_to(find_log(ORIGIN), HOME)}
    assert people
    assert {(row.person, row.entry) for row in Notice.objects.all()} == {
        (person, entry) for person in people
    }
    assert queue.is_asked(telling.tell)
    cancelled = {"clear": {"meeting": MEETING}, "sealed": {"reason": ""}}
    answer = program.enter(m.MeetingCancelled, cancelled)
    assert answer.status == 201, answer.told
    assert {row.entry for row in Notice.objects.all()} == {entry + 1}


def test_nobody_is_told_of_what_was_refused(program: Program) -> None:
    assert program.enter(m.MeetingCalled, called("elected")).status == 409
    assert not Notice.objects.exists()
