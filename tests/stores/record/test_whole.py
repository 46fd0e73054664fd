"""A full disk is a refusal in plain words, on either engine, and keeps nothing half-written."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import OperationalError, connections

from tests.core.facts.story import ORIGIN, START, place_made
from tests.kept import committed
from tests.stores.record.acts import begin, kept_rows, make_board
from withus.actions.acts import Act, enter_acts
from withus.actions.joining import add_to_partnership, enter
from withus.core.errors import Refusal
from withus.core.words import Capacity
from withus.stores.record.append import THE_HOST
from withus.stores.record.check import check
from withus.stores.record.read import find_log
from withus.stores.record.whole import NoRoom, room_needed

pytestmark = committed
MOST = 200  # acts, by which time the room there still was is used up
RAISE_FULL = """
CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
CREATE TRIGGER full_disk BEFORE INSERT ON record_errand
FOR EACH ROW EXECUTE FUNCTION disk_is_full();
"""
NO_LONGER = "DROP TRIGGER full_disk ON record_errand; DROP FUNCTION disk_is_full();"


@contextmanager
def full(alias: str = "default") -> Iterator[None]:
    """Let a database have no room: SQLite by a most of pages, PostgreSQL by its own fault."""
    database = connections[alias]
    with database.cursor() as cursor:
        if database.vendor == "sqlite":
            cursor.execute("VACUUM")  # no page lies empty for later
            before = cursor.execute("PRAGMA max_page_count").fetchone()[0]
            cursor.execute("PRAGMA max_page_count = 1")  # as many as there are
            yield
            cursor.execute(f"PRAGMA max_page_count = {before}")
        else:
            cursor.execute(RAISE_FULL)
            yield
            cursor.execute(NO_LONGER)


def an_act(number: int) -> tuple[int, ...]:
    place = place_made(f"seat {number}", Capacity.SERVICES, post="x" * 2_000)
    return enter(place, record=ORIGIN, by=THE_HOST, now=START)


def refused(act: Callable[[int], object]) -> int:
    """Act until it is refused for want of room, and tell how many acts there still was room for."""
    for number in range(MOST):
        before = kept_rows()
        try:
            act(number)
        except NoRoom:
            now = kept_rows()
            changed = {table for table in now if now[table] != before[table]}
            assert changed <= {"keys_key"}, "a key that opens nothing may be left"
            return number
    raise AssertionError("there was always room")


@pytest.mark.parametrize("alias", ["default", "keys"])
def test_an_entry_without_room_is_refused_whole_and_enters_later(alias: str) -> None:
    begin()
    make_board()
    with full(alias):
        entered = refused(an_act)
        assert not list(check(find_log(ORIGIN)))
    assert an_act(entered) == (2 + entered,)
    assert not list(check(find_log(ORIGIN)))


def test_a_person_for_whose_key_there_is_no_room_is_not_taken_in() -> None:
    begin()
    with full("keys"):
        refused(lambda n: add_to_partnership(record=ORIGIN, name=f"Person {n} " + "x" * 500))
    add_to_partnership(record=ORIGIN, name="Person")
    assert not list(check(find_log(ORIGIN)))


def test_many_acts_without_room_are_refused_together_by_the_line_that_met_it() -> None:
    begin()
    make_board()
    before = kept_rows()["record_leaf"]
    joined = [
        Act(
            type="organisation.joined.v1",
            clear={"organisation": f"@one-{n}", "name": "x" * 100, "kind": "council"},
            sealed={},
            line=n,
        )
        for n in range(1, MOST)
    ]
    seen: list[int] = []
    with full(), pytest.raises(Refusal, match="no_room") as told:
        enter_acts(joined, record=ORIGIN, now=START, progress=seen.append)
    assert told.value.parameters["line"] == len(seen) + 1
    assert kept_rows()["record_leaf"] == before
    assert not list(check(find_log(ORIGIN)))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_met_outside_a_database_is_the_same_refusal(number: int) -> None:
    with pytest.raises(NoRoom), room_needed():
        raise OSError(number, "full")


@pytest.mark.parametrize(
    "fault", [OSError(errno.EACCES, "no"), OperationalError("gone"), sqlite3.OperationalError("?")]
)
def test_another_fault_stays_what_it_is(fault: Exception) -> None:
    with pytest.raises(type(fault)) as met, room_needed():
        raise fault
    assert met.value is fault
