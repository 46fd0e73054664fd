"""Somebody who can write SQL: what the record holds is added to and never changed.

They come as the account that Withus itself uses, and on PostgreSQL as a role of the web alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.db import DatabaseError, connection, transaction

from tests.core.facts.story import A_MEETING, A_WORK, ORIGIN, START, place_made
from tests.house.tree import ROOT
from tests.kept import FACTS, committed, enter_story, with_people, write, write_story
from tests.stores.record.acts import begin, kept_rows, make_board
from withus.actions.joining import enter
from withus.core.words import Capacity
from withus.stores.record.append import THE_HOST
from withus.stores.record.check import check
from withus.stores.record.guards import REFUSED, TABLES, grants
from withus.stores.record.models import Cosignature, SignedHead
from withus.stores.record.read import find_log
from withus.stores.record.rebuild import rebuild

pytestmark = committed
WEB = "withus web"  # a name that must be quoted
COLUMNS = {
    "record_leaf": ("log_id", "index", "content"),
    "record_subtree": ("log_id", "level", "index", "digest"),
    "record_signedhead": ("log_id", "size", "note", "made_at"),
    "record_cosignature": ("log_id", "size", "key", "signature", "at", "handed_in_at"),
}
ONCE = {
    "record_leaf": ("log_id", "index"),
    "record_subtree": ("log_id", "level", "index"),
    "record_signedhead": ("log_id", "size"),
    "record_cosignature": ("log_id", "size", "key"),
}


@pytest.fixture
def kept(transactional_db: None) -> None:
    """Keep a record with something in each guarded table."""
    write_story()
    log = find_log(ORIGIN)
    SignedHead.objects.create(log=log, size=log.size, note=b"a head", made_at=START)
    theirs = {"key": "a key", "signature": "a signature", "at": 0, "handed_in_at": START}
    Cosignature.objects.create(log=log, size=log.size, **theirs)


@contextmanager
def as_the_web() -> Iterator[None]:
    """On PostgreSQL, be a role granted what serving needs; in SQLite's file there are no roles."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE ROLE "{WEB}"')
        for statement in grants(WEB):
            cursor.execute(statement)
        cursor.execute(f'SET ROLE "{WEB}"')
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
            cursor.execute(f'DROP OWNED BY "{WEB}"')
            cursor.execute(f'DROP ROLE "{WEB}"')


@contextmanager
def as_itself() -> Iterator[None]:
    """Be the account that owns the tables."""
    yield


WHO = pytest.mark.parametrize("who", [as_itself, as_the_web], ids=["the owner", "the web"])
EACH = pytest.mark.parametrize("table", TABLES)


def attempts(table: str) -> dict[str, str]:
    """Return statements that would change a table, by what they try."""
    columns = ", ".join(f'"{name}"' for name in COLUMNS[table])
    once = ", ".join(f'"{name}"' for name in ONCE[table])
    last, first = COLUMNS[table][-1], COLUMNS[table][0]
    one = f"SELECT {columns} FROM {table} LIMIT 1"  # noqa: S608
    # Without WHERE TRUE, SQLite takes ON for the beginning of a join.
    anyone = f"SELECT * FROM ({one}) AS same WHERE TRUE"  # noqa: S608
    conflict = f"INSERT INTO {table} ({columns}) {anyone} ON CONFLICT ({once}) DO UPDATE SET"
    said = {
        "change all": f'UPDATE {table} SET "{last}" = "{last}"',  # noqa: S608
        "move all": f'UPDATE {table} SET "{first}" = "{first}"',  # noqa: S608
        "renumber": f'UPDATE {table} SET "id" = "id" + 100000',  # noqa: S608
        "take away one": f'DELETE FROM {table} WHERE "id" = (SELECT min("id") FROM {table})',  # noqa: S608
        "take away all": f"DELETE FROM {table}",  # noqa: S608
        "write over": f'{conflict} "{last}" = EXCLUDED."{last}"',
    }
    if connection.vendor == "sqlite":
        rest = f"SELECT id, {columns} FROM {table} LIMIT 1"  # noqa: S608
        said |= {
            "replace": f"INSERT OR REPLACE INTO {table} ({columns}) {one}",
            "replace by number": f"REPLACE INTO {table} (id, {columns}) {rest}",
            "change or replace": f'UPDATE OR REPLACE {table} SET "{last}" = "{last}"',  # noqa: S608
        }
    else:
        merge = f'MERGE INTO {table} AS t USING {table} AS s ON t."id" = s."id" WHEN MATCHED THEN'
        said |= {
            "truncate": f"TRUNCATE {table}",
            "truncate with all": "TRUNCATE record_log CASCADE",
            "merge a change": f'{merge} UPDATE SET "{last}" = s."{last}"',
            "merge away": f"{merge} DELETE",
        }
    return said


@WHO
@EACH
def test_the_database_refuses_whatever_would_change_what_is_there(
    kept: None, table: str, who: Callable[[], AbstractContextManager[None]]
) -> None:
    before = kept_rows()
    with who():
        for tried, statement in attempts(table).items():
            with pytest.raises(DatabaseError) as refused, transaction.atomic():
                execute(statement)
            said = str(refused.value)
            assert REFUSED in said or "permission denied" in said, (tried, said)
    assert kept_rows() == before
    assert before[table]


@EACH
def test_the_web_may_not_lower_a_guard(kept: None, table: str) -> None:
    if connection.vendor == "sqlite":
        # There are no roles in a file: whoever may write it may do so. The check tells of it.
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DROP TRIGGER {table}_no_update")
            cursor.execute(f'UPDATE {table} SET "{COLUMNS[table][0]}" = %s', [0])  # noqa: S608
            assert list(check(find_log(ORIGIN)))
            transaction.set_rollback(True)
        return
    with as_the_web():
        for statement in lowerings(table):
            with pytest.raises(DatabaseError), transaction.atomic():
                execute(statement)
        execute(f"GRANT UPDATE, DELETE ON {table} TO PUBLIC")  # a warning, and nothing granted
        for right in ("UPDATE", "DELETE", "TRUNCATE", "TRIGGER"):
            assert answer(f"SELECT has_table_privilege('{table}', '{right}')") is False


def lowerings(table: str) -> tuple[str, ...]:
    """Return statements by which somebody might try to get past a guard."""
    let_through = "LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$"
    return (
        f"DROP TRIGGER {table}_no_change ON {table}",
        f"ALTER TABLE {table} DISABLE TRIGGER ALL",
        f"ALTER TABLE {table} DISABLE TRIGGER {table}_no_change",
        "SET session_replication_role = replica",
        f"CREATE OR REPLACE FUNCTION withus_refuse() RETURNS trigger {let_through}",
        f"DROP TABLE {table}",
    )


def execute(statement: str) -> None:
    """Run a statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement)


def answer(statement: str) -> object:
    """Run a statement and return its one value."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        found: object = cursor.fetchone()[0]
        return found


def test_the_web_can_do_all_that_serving_needs() -> None:
    with as_the_web():
        enter_story(ORIGIN, FACTS, by=THE_HOST, start=START)  # act by act, as whoever serves does
        write(*A_MEETING, *with_people(ORIGIN, A_WORK, {}), now=START)
        begin("withus.example/second")
        make_board("withus.example/second")
        seat = place_made("seat", Capacity.SERVICES)
        assert enter(seat, record="withus.example/second", by=THE_HOST, now=START) == (2,)
        log = find_log(ORIGIN)
        assert not list(check(log))
        assert rebuild(ORIGIN) == log.size
        SignedHead.objects.create(log=log, size=log.size, note=b"a head", made_at=START)
    theirs = {"key": "a key", "signature": "a signature", "at": 0, "handed_in_at": START}
    Cosignature.objects.create(log=log, size=log.size, **theirs)


def test_the_grants_in_the_documents_are_those_that_are_tried_here() -> None:
    words = (ROOT / "docs" / "how-to" / "use-postgresql.md").read_text(encoding="utf-8")
    assert "".join(f"{each};\n" for each in grants("withus_web")).replace('"', "") in words
