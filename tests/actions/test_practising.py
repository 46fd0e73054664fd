"""Ending a practice run: what goes on when it goes live; what is left when it is thrown away."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model

from tests.core.facts.story import an_id
from tests.example_record import CARE, HOME, opening
from tests.kept import a_record, write_story
from tests.practice_run import LATER, LIVE, PRACTICE, practise
from withus.actions.joining import enter
from withus.actions.practising import go_live, throw_away
from withus.core.errors import Refusal
from withus.core.facts import joining as f
from withus.core.facts.circumstances import HOST
from withus.core.facts.keeping import EntryConfirmed
from withus.core.words import ConfirmedHow
from withus.questions.confirming import waiting
from withus.stores.accounts.accounts import link, open_account, people_of
from withus.stores.accounts.marks import MARKS
from withus.stores.accounts.models import Account
from withus.stores.keys.models import Key
from withus.stores.people.models import Forgetting
from withus.stores.practising.models import ThrownAway
from withus.stores.practising.runs import live_name, run_of
from withus.stores.record.append import THE_HOST, Actor
from withus.stores.record.check import check
from withus.stores.record.models import Errand, Indexed, Log
from withus.stores.record.read import find_log
from withus.stores.record.states import board_state, partnership_state

pytestmark = a_record
AFTER = LATER + timedelta(hours=1)


def refused(code: str, **how: Any) -> None:
    with pytest.raises(Refusal) as told:
        go_live(**{"record": PRACTICE, "by": None, "now": AFTER, "seen": None, **how})
    assert told.value.code == code


def test_a_live_record_holds_the_boards_places_rules_and_people_of_its_practice_run() -> None:
    who = practise()
    before = {name: board_state(find_log(PRACTICE), name) for name in (CARE, HOME)}
    went = go_live(record=PRACTICE, by=who.officer, now=AFTER, seen=find_log(PRACTICE).size)
    assert (went.origin, went.left_out) == (LIVE, 0)
    log = find_log(LIVE)
    for name, then in before.items():
        now = board_state(log, name)
        assert now.opened is not None and then.opened is not None
        assert now.opened.fact == then.opened.fact
        assert [one.fact for one in now.rules] == [one.fact for one in then.rules]
        assert {key: one.made.fact for key, one in now.places.items()} == {
            key: one.made.fact for key, one in then.places.items()
        }
        assert {key for key, one in now.places.items() if one.held} == {
            key for key, one in then.places.items() if one.held
        }
        assert now.mandates.keys() == then.mandates.keys()
    assert people_of(str(who.account.pk), LIVE) == (who.officer,)
    assert list(check(log)) == list(check(find_log(PRACTICE))) == []


def test_its_first_entry_names_the_run_and_counts_its_entries_by_type() -> None:
    practise()
    run = run_of(find_log(PRACTICE))
    go_live(record=PRACTICE, by=None, now=AFTER, seen=None)
    opened = partnership_state(find_log(LIVE)).opened
    assert opened is not None
    assert opened.entry == 0
    assert not opened.fact.practice
    assert opened.fact.follows == {**run.told(), "before": []}
    assert sum(run.entries.values()) == run.size == find_log(PRACTICE).size
    assert run.entries["place.taken.v1"] == 21


def test_each_place_waits_for_its_holder_to_confirm_it() -> None:
    who = practise()
    go_live(record=PRACTICE, by=None, now=AFTER, seen=None)
    log = find_log(LIVE)
    taken = Indexed.objects.filter(log=log, type="place.taken.v1")
    assert {row.typed_by for row in taken} == {HOST}
    assert HOST not in {row.by for row in taken}
    holder = who.people[an_id("Coming Home 3 person")]
    (mine,) = [one for one in waiting(LIVE, holder, on=AFTER.date()) if one.own]
    enter(
        EntryConfirmed(entry=mine.entry, how=ConfirmedHow.OWN_CODE, right=True),
        record=LIVE,
        by=Actor(person=holder),
        now=AFTER,
    )
    assert not [one for one in waiting(LIVE, holder, on=AFTER.date()) if one.own]


def test_nothing_more_is_entered_in_a_run_that_went_live() -> None:
    practise()
    go_live(record=PRACTICE, by=None, now=AFTER, seen=None)
    with pytest.raises(Refusal) as told:
        enter(f.BoardClosed(board=CARE), record=PRACTICE, by=THE_HOST, now=AFTER)
    assert told.value.code == "record_continued"
    refused("record_continued")
    with pytest.raises(Refusal) as told:
        throw_away(record=PRACTICE, by=None, now=AFTER)
    assert told.value.code == "record_continued"


def test_what_was_looked_at_is_what_goes_live() -> None:
    practise()
    refused("practice_changed", seen=find_log(PRACTICE).size - 1)
    assert not Log.objects.filter(origin=LIVE).exists()


def test_a_live_record_and_one_without_guards_do_not_go_live() -> None:
    practise(guarded=False)
    refused("no_one_to_guard")
    write_story("withus.example/live", facts=[opening(name="Elsewhere")])
    refused("not_a_practice", record="withus.example/live")


def test_only_the_officer_ends_a_practice_run() -> None:
    who = practise()
    holder = who.people[an_id("Coming Home 3 person")]
    refused("not_yours_to_do", by=holder)
    with pytest.raises(Refusal) as told:
        throw_away(record=PRACTICE, by=holder, now=AFTER)
    assert told.value.code == "not_yours_to_do"


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("withus.example/a/practice", "withus.example/a"),
        ("withus.example/a/practice/2", "withus.example/a"),
        ("withus.example/a-practice", "withus.example/a"),
        ("withus.example/a-practice-12", "withus.example/a"),
        ("withus.example/a-practice-group", "withus.example/a-practice-group/2"),
        ("withus.example/practice", "withus.example/practice/2"),
        ("withus.example/a", "withus.example/a/2"),
        ("withus.example", "withus.example/2"),
    ],
)
def test_a_live_record_gets_the_nearest_name_that_is_free(origin: str, expected: str) -> None:
    assert live_name(origin) == expected


def test_no_checkpoint_is_asked_of_a_practice_run_and_one_is_of_the_live_record() -> None:
    practise()
    assert not Errand.objects.exists()
    go_live(record=PRACTICE, by=None, now=AFTER, seen=None)
    assert {errand.log.origin for errand in Errand.objects.all()} == {LIVE}


def with_origin() -> list[type[Model]]:
    """Return every table that says of which partnership a row is."""
    return [
        each
        for each in apps.get_models()
        if any(one.name == "origin" for one in each._meta.concrete_fields)
    ]


def test_what_is_thrown_away_leaves_no_row_and_no_key() -> None:
    kept = set(Key.objects.values_list("id", flat=True))
    who = practise()
    member = open_account()
    link(member, origin=PRACTICE, person=who.people[an_id("Coming Home 3 person")])
    throw_away(record=PRACTICE, by=who.officer, now=AFTER)
    assert not Log.objects.exists()
    for table in with_origin():
        if table is not ThrownAway and table is not Forgetting:
            assert not table._default_manager.exists(), table
    to_go = set(Forgetting.objects.values_list("key", flat=True))
    assert set(Key.objects.values_list("id", flat=True)) - to_go == kept | {who.account.key, MARKS}
    assert Account.objects.get() == who.account, "who ran it may begin again; nobody else is left"


def test_a_live_record_is_never_thrown_away() -> None:
    write_story(LIVE, facts=[opening()])
    with pytest.raises(Refusal) as told:
        throw_away(record=LIVE, by=None, now=AFTER)
    assert told.value.code == "not_a_practice"
