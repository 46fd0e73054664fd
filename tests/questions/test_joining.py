"""What anybody may ask of a partnership: figures from the fold, whatever the tables say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from tests.core.facts.story import START, an_id, place_made, place_taken
from tests.example_record import CARE, HOME, ORIGIN, opened, opening, story
from tests.kept import write_story
from withus.actions.joining import enter
from withus.core.errors import Refusal
from withus.core.words import Capacity, Level
from withus.questions import joining, keeping
from withus.questions.finding import NotHere, boards_of
from withus.questions.places import Tally
from withus.stores.joining.models import HoldingRow, PlaceRow
from withus.stores.people.identity import add_person
from withus.stores.record.append import THE_HOST
from withus.stores.record.keeping import keep_state
from withus.stores.record.models import KeptState, Log
from withus.stores.record.states import board_state

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
TODAY = date(2026, 11, 23)


@pytest.fixture
def log() -> Log:
    """The record of Thornmere."""
    write_story(ORIGIN, facts=story())
    return Log.objects.get(origin=ORIGIN)


def test_figures_come_from_the_fold_whatever_the_tables_say(log: Log) -> None:
    before = joining.board(ORIGIN, HOME, on=TODAY)
    PlaceRow.objects.all().update(capacity="draws_on_services", ended=None)
    HoldingRow.objects.all().delete()
    assert joining.board(ORIGIN, HOME, on=TODAY) == before
    assert before.count.by_capacity[Capacity.DRAWS_ON_SERVICES] == Tally(held=2, vacant=1)
    assert (before.count.affected, before.count.places, before.count.vacant) == (4, 12, 2)


def test_a_place_that_stands_open_is_so_by_the_fold_and_not_by_the_table_alone(log: Log) -> None:
    room = joining.partnership(ORIGIN, on=TODAY).room
    assert {one.id for one in room} == {HOME, CARE}
    board, place = an_id("full board"), an_id("full")
    opens = opened(board, "Full", Level.COUNCIL, None)
    made = place_made("full", Capacity.DRAWS_ON_SERVICES, board=board)
    taken = replace(place_taken("full", "full held", ""), person=add_person(ORIGIN, "Bo").person)
    enter(opens, made, taken, record=ORIGIN, by=THE_HOST, now=START + timedelta(hours=2))
    PlaceRow.objects.filter(ref=place).update(holding=None)
    PlaceRow.objects.exclude(ref=place).update(holding="somebody")
    assert joining.partnership(ORIGIN, on=TODAY).room == ()


def test_boards_folded_together_are_what_they_are_one_by_one(log: Log) -> None:
    alone = {name: board_state(log, name) for name in (HOME, CARE)}
    assert boards_of(log, [HOME, CARE]) == alone
    keep_state(log, HOME, alone[HOME], size=log.size)
    assert KeptState.objects.exists()
    assert boards_of(log, [HOME, CARE]) == alone
    assert boards_of(log, []) == {}


@pytest.mark.parametrize(
    ("on", "mandated"),
    [
        (date(2026, 11, 1), 0),
        (date(2026, 11, 2), 1),
        (date(2028, 3, 30), 1),
        (date(2028, 3, 31), 0),
    ],
)
def test_a_place_has_a_mandate_only_while_one_is_in_force(
    log: Log, on: date, mandated: int
) -> None:
    places = joining.board(ORIGIN, HOME, on=on).places
    assert sum(place.mandate is not None for place in places) == mandated


def test_a_correction_is_counted_and_its_entry_shown(log: Log) -> None:
    places = joining.board(ORIGIN, CARE, on=TODAY).places
    corrected = next(place for place in places if 7 in place.entries)
    assert corrected.made.paid_by == "ulo"
    assert corrected.entries == (7, 8, 55)


def test_a_practice_run_and_an_unknown_record_are_refused_alike() -> None:
    write_story("withus.example/practice", facts=[opening(practice=True)])
    refusals: list[Refusal] = []
    for origin in ("withus.example/practice", "withus.example/unknown"):
        for ask in (partial(joining.partnership, on=TODAY), keeping.record, keeping.latest_head):
            with pytest.raises(NotHere) as caught:
                ask(origin)
            refusals.append(caught.value)
    assert len({(each.code, str(each.parameters)) for each in refusals}) == 1
