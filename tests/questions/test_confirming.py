"""What waits to be confirmed is told to whoever may, in as many statements for any number."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace

from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.core.facts.story import DAY, ORIGIN, START, place_made, place_taken
from tests.kept import a_record
from tests.stores.record.acts import begin, make_board, person, with_a_duty
from withus.actions.joining import enter
from withus.core.facts import keeping as k
from withus.core.words import Capacity, ConfirmedHow, Duty
from withus.questions.confirming import Waiting, waiting
from withus.stores.record.append import THE_HOST, Actor

pytestmark = a_record
OWN, SECOND, LETTER = ConfirmedHow.OWN_CODE, ConfirmedHow.SECOND_PERSON, ConfirmedHow.LETTER


def seat(who: str, name: str, *, by: Actor) -> int:
    """Make a place for the people it is about and let somebody take it; return the entry."""
    enter(place_made(name, Capacity.UNPAID_CARERS), record=ORIGIN, by=THE_HOST, now=START)
    taken = replace(place_taken(name, f"{name} held", ""), person=who)
    return enter(taken, record=ORIGIN, by=by, now=START)[0]


def told(who: str) -> dict[int, set[ConfirmedHow]]:
    """Return what somebody may confirm, by entry."""
    return {each.entry: set(each.ways) for each in waiting(ORIGIN, who, on=DAY)}


def test_each_is_told_what_they_may_confirm_and_how() -> None:
    begin()
    make_board()
    typist, other, contact = with_a_duty("T"), with_a_duty("F"), with_a_duty("U", Duty.ULO_CONTACT)
    ada, bo, stranger = person("Ada"), person("Bo"), person("Nobody")
    seat(bo, "bo", by=THE_HOST)
    typed = seat(ada, "ada", by=Actor(ada, typed_by=typist))
    assert told(ada) == {typed: {OWN}}
    assert told(bo) == told(contact) == {typed: {SECOND}}
    assert told(other) == {typed: {LETTER}}
    assert told(typist) == told(stranger) == {}
    (each,) = waiting(ORIGIN, bo, on=DAY)
    assert (each.about, each.own) == (ada, False)


def test_what_was_answered_waits_no_longer() -> None:
    begin()
    make_board()
    typist, contact, ada = with_a_duty("T"), with_a_duty("U", Duty.ULO_CONTACT), person("Ada")
    first = seat(ada, "first", by=Actor(ada, typed_by=typist))
    second = seat(ada, "second", by=Actor(ada, typed_by=typist))
    assert set(told(ada)) == {first, second}
    right = k.EntryConfirmed(entry=first, how=OWN, right=True)
    enter(right, record=ORIGIN, by=Actor(ada), now=START)
    wrong = k.EntryConfirmed(entry=second, how=SECOND, right=False)
    enter(wrong, record=ORIGIN, by=Actor(contact), now=START)
    assert told(ada) == told(contact) == {}


def test_all_that_is_told_can_be_done() -> None:
    begin()
    make_board()
    typist, contact, ada = with_a_duty("T"), with_a_duty("U", Duty.ULO_CONTACT), person("Ada")
    other = with_a_duty("F")
    seat(ada, "first", by=Actor(ada, typed_by=typist))
    for who in (ada, contact, other):
        for each in waiting(ORIGIN, who, on=DAY):
            for how in each.ways:
                fact = k.EntryConfirmed(entry=each.entry, how=how, right=True)
                by = Actor(each.about, typed_by=who) if how is LETTER else Actor(who)
                assert enter(fact, record=ORIGIN, by=by, now=START)


def asked(who: str) -> tuple[int, tuple[Waiting, ...]]:
    """Return how many statements the question takes, and its answer."""
    with ExitStack() as stack:
        each = [stack.enter_context(CaptureQueriesContext(one)) for one in connections.all()]
        found = waiting(ORIGIN, who, on=DAY)
    return sum(map(len, each)), found


def test_it_takes_as_many_statements_for_many_as_for_few() -> None:
    begin()
    make_board()
    typist, contact = with_a_duty("T"), with_a_duty("U", Duty.ULO_CONTACT)

    def more(count: int) -> tuple[int, tuple[Waiting, ...]]:
        for number in range(count):
            who = person(f"P {count} {number}")
            seat(who, f"{count} {number}", by=Actor(who, typed_by=typist))
        return asked(contact)

    few, _ = more(1)
    many, found = more(60)
    assert len(found) == 61
    assert many <= few <= 10
