"""What is derived can be thrown away and made anew, and comes out the very same."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.test import TestCase

from tests.core.facts.story import ORIGIN, START, place_made
from tests.kept import a_record, write_story
from tests.stores.record.acts import ELSEWHERE, STORES, begin, make_board, plain
from tests.stores.record.chances import Chance
from withus.actions.joining import enter
from withus.core.history.fold import replay
from withus.core.words import Capacity
from withus.stores.joining.rows import TABLES as JOINED
from withus.stores.record import append
from withus.stores.record import check as check_whole
from withus.stores.record import rebuild as rebuild_whole
from withus.stores.record.append import THE_HOST
from withus.stores.record.check import check
from withus.stores.record.models import Indexed, KeptState, Leaf, Log, Minted
from withus.stores.record.read import entries, find_log
from withus.stores.record.rebuild import rebuild
from withus.stores.record.states import board_state, partnership_state
from withus.stores.record.tables import VERSION, RebuildNeeded, clear

pytestmark = a_record


@pytest.fixture
def kept_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a state every few entries, so that short records have some."""
    for each in (append, check_whole, rebuild_whole):
        monkeypatch.setattr(each, "KEEP_EVERY", 20)


def rows_without_ids() -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table without the number that only the database gave it."""
    return {
        model._meta.db_table: sorted(
            (
                {name: plain(value) for name, value in row.items() if name != "id" or not counted}
                for row in model._default_manager.values()
            ),
            key=repr,
        )
        for store in STORES
        for model in apps.get_app_config(store).get_models()
        for counted in [model._meta.auto_field is not None]
    }


@pytest.mark.usefixtures("kept_often")
def test_a_record_that_happened_by_chance_checks_and_is_rebuilt_the_same() -> None:
    by_chance(1, entries=140)


@pytest.mark.drill
@pytest.mark.usefixtures("kept_often")
@pytest.mark.parametrize("seed", range(2, 8))
def test_longer_records_that_happened_by_chance_are_rebuilt_the_same(seed: int) -> None:
    by_chance(seed, entries=600)


def by_chance(seed: int, *, entries: int) -> None:
    """Let two records happen, check and rebuild them, and hold what comes out against before."""
    one, other = Chance(ORIGIN, seed), Chance(ELSEWHERE, seed + 100)
    with TestCase.captureOnCommitCallbacks(execute=True):  # states are kept after the commit
        one.go_on(entries // 2)
        one.erase_somebody()
        one.go_on(entries)
        other.go_on(20)
    hold_against_the_fold()
    hold_against_a_rebuild()


def hold_against_the_fold() -> None:
    """Hold what is kept and derived against the entries folded from nothing."""
    assert KeptState.objects.exists()
    for origin in (ORIGIN, ELSEWHERE):
        log, history = find_log(origin), replay(entries(find_log(origin)))
        assert not list(check(log))
        assert partnership_state(log) == history.partnership
        assert {name: board_state(log, name) for name in history.boards} == history.boards
        assert not history.lost


def hold_against_a_rebuild() -> None:
    """Make what is derived anew, and hold it against what it was."""
    derived = rows_without_ids()
    kept = derived.pop("record_keptstate")
    for origin in (ORIGIN, ELSEWHERE):
        assert rebuild(origin) == find_log(origin).size
        assert not list(check(find_log(origin)))
    again = rows_without_ids()
    assert {row["stream"] for row in kept} == {row["stream"] for row in again["record_keptstate"]}
    del again["record_keptstate"]  # a state is now kept at the end: as true, but elsewhere
    assert again == derived


def test_what_chance_brings_about_is_of_every_kind() -> None:
    one = Chance(ORIGIN, 3)
    one.go_on(120)
    kinds = set(Indexed.objects.values_list("type", flat=True))
    assert len(kinds) >= 12
    assert all(table._default_manager.exists() for table in JOINED)


def test_a_record_whose_derived_tables_are_empty_is_made_whole() -> None:
    write_story()
    before = rows_without_ids()
    for table in (Indexed, Minted, KeptState):
        table._default_manager.all().delete()
    clear(ORIGIN)
    Log.objects.update(tables=0)
    assert list(check(find_log(ORIGIN)))
    rebuild(ORIGIN)
    assert rows_without_ids() == before
    assert not list(check(find_log(ORIGIN)))


def test_rebuilding_one_record_touches_no_other() -> None:
    write_story()
    write_story(ELSEWHERE)
    Minted.objects.filter(log__origin=ELSEWHERE).delete()
    spoilt = rows_without_ids()
    rebuild(ORIGIN)
    assert rows_without_ids() == spoilt


def test_after_a_rebuild_a_record_of_an_older_version_is_written_to_again() -> None:
    begin()
    make_board()
    Log.objects.update(tables=VERSION - 1)
    seat = place_made("seat", Capacity.SERVICES)
    with pytest.raises(RebuildNeeded):
        enter(seat, record=ORIGIN, by=THE_HOST, now=START)
    rebuild(ORIGIN)
    assert enter(seat, record=ORIGIN, by=THE_HOST, now=START) == (2,)
    assert Leaf.objects.count() == 3


def test_rebuilding_tells_how_far_it_has_come() -> None:
    write_story()
    told: list[tuple[int, int]] = []
    rebuild(ORIGIN, progress=lambda done, of: told.append((done, of)))
    assert told == [(0, find_log(ORIGIN).size)]
