"""The database asked for is the one connected, and it keeps what it says it keeps."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, transaction

WRITERS, TURNS = 4, 25
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "secure_delete": 1,
}
LASTING = ("fsync", "synchronous_commit", "full_page_writes")
THE_SERVERS = {"default", "command line", "configuration file"}  # where its own come from


def answer(sql: str) -> Any:
    """Ask the database for one value."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


@pytest.fixture
def a_tally(transactional_db: None) -> Iterator[None]:
    """Make a table that several may write to, and take it away again."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE tally (writer integer, seen integer)")
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE tally")


@pytest.mark.django_db
def test_the_engine_asked_for_is_the_one_connected(pytestconfig: pytest.Config) -> None:
    asked = pytestconfig.getoption("engine")
    assert connection.vendor == asked
    if asked == "postgresql":
        assert str(answer("SELECT version()")).startswith("PostgreSQL 18")
    else:
        assert str(answer("SELECT sqlite_version()")).startswith("3.")


@pytest.mark.django_db
def test_what_is_committed_outlives_a_power_cut() -> None:
    if connection.vendor == "sqlite":
        assert {name: answer(f"PRAGMA {name}") for name in PRAGMAS} == PRAGMAS
        return
    assert answer("SHOW server_encoding") == "UTF8"
    # The tests' own server need not last, and is told so; the drills' is as it is shipped. We must
    # say nothing to either.
    of = "SELECT source FROM pg_settings WHERE name = '{}'"
    assert {answer(of.format(name)) for name in LASTING} <= THE_SERVERS


@pytest.mark.django_db
def test_no_transaction_is_held_open_for_a_whole_request() -> None:
    assert connection.settings_dict["ATOMIC_REQUESTS"] is False


def test_four_that_read_and_then_write_at_once_all_succeed(a_tally: None) -> None:
    def read_then_write(writer: int) -> None:
        try:
            for _ in range(TURNS):
                with transaction.atomic():
                    seen = answer("SELECT count(*) FROM tally")
                    with connection.cursor() as cursor:
                        cursor.execute("INSERT INTO tally VALUES (%s, %s)", [writer, seen])
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as people:
        list(people.map(read_then_write, range(WRITERS)))
    assert answer("SELECT count(*) FROM tally") == WRITERS * TURNS
    assert answer("SELECT count(DISTINCT writer) FROM tally") == WRITERS
