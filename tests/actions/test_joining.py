"""Acts: a partnership is opened once, and what is entered is allowed by somebody known to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connections
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from tests.core.facts.story import BOARD, DAY, ORIGIN, START, STORY, an_id, place_made, place_taken
from tests.kept import a_record
from tests.stores.record.acts import ELSEWHERE, begin, kept_rows, make_board, person, with_a_duty
from withus.actions.joining import add_to_partnership, enter, open_partnership
from withus.core.errors import Refusal
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.circumstances import HOST
from withus.core.facts.fact import Fact
from withus.core.words import Capacity, ChallengeGround, ConfirmedHow, Duty, Level, WithdrawnGround
from withus.stores.accounts.accounts import link, open_account
from withus.stores.people.identity import Acquaintances, NotKnown, identity
from withus.stores.people.models import Person
from withus.stores.record.append import THE_HOST, Actor
from withus.stores.record.read import NoSuchRecord, entries, find_log
from withus.stores.record.remembered import forget
from withus.stores.record.states import board_state

pytestmark = a_record
OPENING = next(fact for fact in STORY if isinstance(fact, f.PartnershipOpened))


def refused(*facts: Fact, by: Actor = THE_HOST, record: str = ORIGIN) -> str:
    """Return the code of the refusal that facts meet, which must leave nothing behind."""
    before = kept_rows()
    with pytest.raises(Refusal) as refusal:
        enter(*facts, record=record, by=by, now=START)
    assert kept_rows() == before
    return refusal.value.code


def test_a_partnership_is_opened_once() -> None:
    assert open_partnership(record=ORIGIN, by=THE_HOST, now=START, opening=OPENING) == (0,)
    before = kept_rows()
    with pytest.raises(Refusal) as again:
        open_partnership(record=ORIGIN, by=THE_HOST, now=START, opening=OPENING)
    assert again.value.code == "record_exists"
    assert kept_rows() == before
    assert refused(OPENING) == "already_opened"


def test_a_partnership_whose_opening_is_no_good_leaves_no_record() -> None:
    with pytest.raises(Refusal):
        open_partnership(
            record=ORIGIN, by=THE_HOST, now=START, opening=replace(OPENING, name=" spaced ")
        )
    assert not any(rows for table, rows in kept_rows().items())


def test_nobody_is_taken_into_what_is_not_there() -> None:
    with pytest.raises(NoSuchRecord):
        add_to_partnership(record=ORIGIN, name="Ada")
    assert not Person.objects.exists()


def test_taking_somebody_in_makes_no_entry() -> None:
    begin()
    ada = add_to_partnership(record=ORIGIN, name="Ada")
    assert find_log(ORIGIN).size == 1
    assert identity(ORIGIN, ada).name == "Ada"


def test_the_host_and_a_person_enter_under_their_own_names() -> None:
    begin()
    make_board()
    ada = with_a_duty("Ada")
    first = enter(place_made("a", Capacity.SERVICES), record=ORIGIN, by=THE_HOST, now=START)
    seat = place_made("b", Capacity.SERVICES)
    second = enter(seat, record=ORIGIN, by=Actor(person=ada, commanded=True), now=START)
    assert (first, second) == ((3,), (4,))
    said = [each.circumstances.by for each in entries(find_log(ORIGIN), start=3)]
    assert said == [HOST, Acquaintances(ORIGIN).pseudonym(ada, BOARD)]


def test_several_facts_are_one_act_and_each_sees_those_before_it() -> None:
    begin()
    make_board()
    taken = replace(place_taken("seat", "holding", ""), person=person("Bo"))
    seat = place_made("seat", Capacity.SERVICES)
    assert enter(seat, taken, record=ORIGIN, by=THE_HOST, now=START) == (2, 3)
    assert board_state(find_log(ORIGIN), BOARD).places[seat.place].held is not None
    assert refused(taken) == "place_held"


def test_nobody_confirms_what_they_typed_by_whatever_way() -> None:
    begin()
    make_board()
    ada, bo, cy = person("Ada"), with_a_duty("Bo"), with_a_duty("Cy")
    seat = place_made("seat", Capacity.UNPAID_CARERS)
    taken = replace(place_taken("seat", "holding", ""), person=ada)
    enter(seat, record=ORIGIN, by=THE_HOST, now=START)
    (typed,) = enter(taken, record=ORIGIN, by=Actor(person=ada, typed_by=bo), now=START)
    letter = k.EntryConfirmed(entry=typed, how=ConfirmedHow.LETTER, right=True)
    own = replace(letter, how=ConfirmedHow.OWN_CODE)
    assert refused(letter, by=Actor(person=ada, typed_by=bo)) == "typed_it"
    assert refused(own, by=Actor(person=ada, typed_by=cy)) == "confirm_yourself"
    assert refused(own, by=Actor(person=bo)) == "not_about_you"
    assert refused(own, by=THE_HOST) == "not_about_you"
    assert refused(letter, by=Actor(typed_by=cy)) == "not_typed_for_others"
    for fact, who in ((letter, Actor(person=ada, typed_by=cy)), (own, Actor(person=ada))):
        assert enter(fact, record=ORIGIN, by=who, now=START)


def test_no_second_account_confirms_what_was_typed_by_the_first() -> None:
    begin()
    make_board()
    ada, bo = person("Ada"), with_a_duty("Bo")
    seat = place_made("seat", Capacity.UNPAID_CARERS)
    taken = replace(place_taken("seat", "holding", ""), person=ada)
    enter(seat, record=ORIGIN, by=THE_HOST, now=START)
    (typed,) = enter(taken, record=ORIGIN, by=Actor(person=ada, typed_by=bo), now=START)
    own = k.EntryConfirmed(entry=typed, how=ConfirmedHow.OWN_CODE, right=True)
    adas, bos, of_both = open_account(), open_account(), open_account()
    link(adas, origin=ORIGIN, person=ada)
    link(bos, origin=ORIGIN, person=bo)
    beside = Actor(person=ada, beside=frozenset({bos.id}))
    assert refused(own, by=beside) == "typed_together"
    for someone in (ada, bo):
        link(of_both, origin=ORIGIN, person=someone)
    assert refused(own, by=Actor(person=ada)) == "typed_together"
    of_both.delete()
    alone = Actor(person=ada, beside=frozenset({adas.id}))
    assert enter(own, record=ORIGIN, by=alone, now=START) == (typed + 1,)


def about(entry: int) -> tuple[Fact, ...]:
    """Return each kind of fact that is about an entry."""
    return (
        k.EntryConfirmed(entry=entry, how=ConfirmedHow.SECOND_PERSON, right=True),
        k.EntryCorrected(entry=entry, field="paid_by", value="ulo"),
        k.TextWithdrawn(
            entry=entry,
            path="post",
            ground=WithdrawnGround.OTHER,
            appeal_by=DAY,
            reason="Hurts.",
        ),
        k.ChallengeRaised(
            challenge=an_id("c"), entry=entry, ground=ChallengeGround.SCOPE, what="Not so."
        ),
    )


def whoever_may(origin: str) -> tuple[Actor, ...]:
    """Seat somebody and give duties, and return who may enter each kind of what is `about`."""
    for duty in (Duty.SAFEGUARDING, Duty.DATA):  # without whom nobody writes words
        with_a_duty("Guard", duty, origin)
    contact = Actor(with_a_duty("Contact", Duty.ULO_CONTACT, origin))
    officer = Actor(with_a_duty("Officer", Duty.HOST, origin))
    member = person("Member", origin)
    taken = replace(place_taken("seat", "holding", ""), person=member)
    enter(taken, record=origin, by=THE_HOST, now=START)
    return contact, officer, officer, Actor(member)


@pytest.mark.parametrize("number", range(4))
def test_what_is_about_an_entry_is_about_one_of_this_record(number: int) -> None:
    who = {}
    for origin, more in ((ELSEWHERE, 0), (ORIGIN, 1)):
        begin(origin)
        make_board(origin)
        seat = place_made("seat", Capacity.SERVICES)
        enter(seat, record=origin, by=THE_HOST, now=START)
        who[origin] = whoever_may(origin)[number]
        for each in range(more):
            later = place_made(f"more {each}", Capacity.SERVICES)
            enter(later, record=origin, by=THE_HOST, now=START)
    last = find_log(ORIGIN).size - 1
    assert refused(about(last)[number], by=who[ELSEWHERE], record=ELSEWHERE) == "no_such_entry"
    assert refused(about(last + 1)[number], by=who[ORIGIN]) == "no_such_entry"
    assert enter(about(last)[number], record=ORIGIN, by=who[ORIGIN], now=START) == (last + 1,)


def test_ids_of_another_record_are_unknown_here() -> None:
    begin()
    make_board()
    begin(ELSEWHERE)
    enter(place_made("seat", Capacity.SERVICES), record=ORIGIN, by=THE_HOST, now=START)
    for fact in (f.PlaceEnded(place=an_id("seat")), f.DeputyEnded(deputy=an_id("seat"))):
        assert refused(fact, record=ELSEWHERE) == "no_such_id"
    assert refused(f.BoardClosed(board=BOARD), record=ELSEWHERE) == "no_such_board"
    enter(f.PlaceEnded(place=an_id("seat")), record=ORIGIN, by=THE_HOST, now=START)


def test_people_of_another_record_are_unknown_here() -> None:
    begin()
    make_board()
    begin(ELSEWHERE)
    stranger = person("Ada", ELSEWHERE)
    taken = replace(place_taken("seat", "holding", ""), person=stranger)
    seat = place_made("seat", Capacity.SERVICES)
    assert refused(seat, taken) == "person_unknown"
    assert refused(seat, by=Actor(person=stranger, commanded=True)) == "person_unknown"
    with pytest.raises(NotKnown):
        enter(seat, record=ORIGIN, by=Actor(typed_by=stranger, commanded=True), now=START)


@pytest.mark.parametrize("what", ["a board above", "a duty's board"])
def test_a_board_that_is_named_must_be_one_of_this_record(what: str) -> None:
    begin()
    make_board()
    begin(ELSEWHERE)
    ada = {record: person("Ada", record) for record in (ORIGIN, ELSEWHERE)}

    def naming(board: str | None, record: str) -> Fact:
        if what == "a board above":
            new = {"board": an_id("new"), "name": "New", "level": Level.NATION}
            return f.BoardOpened(**new, parent=board, formats=frozenset())  # type: ignore[arg-type]
        days = {"from_": DAY, "until": None}
        duty = {"given": an_id("duty"), "duty": Duty.DATA, "board": board, "person": ada[record]}
        return f.DutyGiven(**duty, **days)  # type: ignore[arg-type]

    assert refused(naming(BOARD, ELSEWHERE), record=ELSEWHERE) == "no_such_board"
    assert refused(naming(an_id("nowhere"), ORIGIN)) == "no_such_board"
    assert enter(naming(BOARD, ORIGIN), record=ORIGIN, by=THE_HOST, now=START) == (2,)


def queries_of_an_entry(name: str, people: list[str]) -> dict[str, int]:
    """Return how often each database is asked while somebody takes a place."""
    taken = replace(place_taken("seat 0", name, ""), person=people[0])
    left = f.PlaceLeft(holding=taken.holding, how="resigned", early=False)  # type: ignore[arg-type]
    asked = {}
    for alias in ("default", "keys"):
        with CaptureQueriesContext(connections[alias]) as seen:
            enter(taken, record=ORIGIN, by=Actor(people[0], invited=True), now=START)
        enter(left, record=ORIGIN, by=Actor(people[0]), now=START)
        taken = replace(taken, holding=an_id(f"{name} again"))
        left = replace(left, holding=taken.holding)
        asked[alias] = len(seen)
    return asked


@pytest.mark.parametrize("remembered", [True, False])
def test_an_entry_asks_the_database_no_oftener_in_a_long_record(remembered: bool) -> None:
    begin()
    make_board()
    people = [person("Ada"), person("Bo")]
    seats = [place_made(f"seat {n}", Capacity.SERVICES) for n in range(98)]
    enter(*seats, record=ORIGIN, by=THE_HOST, now=START)
    queries_of_an_entry("first", people)  # pseudonyms are drawn once
    counts = []
    for more in (0, 900):
        extra = [place_made(f"more {more} {n}", Capacity.SERVICES) for n in range(more)]
        with TestCase.captureOnCommitCallbacks(execute=True):  # states are kept after the commit
            enter(*extra, record=ORIGIN, by=THE_HOST, now=START)
        if not remembered:
            forget()
        counts.append(queries_of_an_entry(f"counted {more}", people))
    assert all(counts[1][alias] <= counts[0][alias] for alias in counts[0]), counts
    assert sum(counts[0].values()) <= 60, counts
