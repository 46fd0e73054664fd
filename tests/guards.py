"""Emptying the database between tests that commit: for that alone the record's guards go down.

The database refuses to change an entry, a hash or a signed head, and so Django could not clear away
what a test has committed. The guards are lowered, and raised again, in the one transaction that
empties the tables; no test ever runs without them. Only what holds something is emptied: of some
sixty tables most tests fill a few. What Django itself fills in when tables are made stays, and so
need not be filled in again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.db import connections

from withus.stores.record.guards import TABLES, lowering, raising

FLUSH = "django.core.management.commands.flush"
STAYS = {"auth_permission", "django_content_type"}
LEADS_TO_THEM = "record_log"  # PostgreSQL empties the guarded tables with it, though they are empty


@contextmanager
def lowered_to_flush() -> Iterator[None]:
    """Let `flush` empty the guarded tables, on whichever engine they lie."""
    engine = type(connections["default"].ops)
    plain = engine.sql_flush

    def sql_flush(self: Any, style: Any, tables: Sequence[str], **how: Any) -> list[str]:
        filled = [each for each in tables if each not in STAYS and holds_a_row(self, each)]
        # What refers to a filled table is emptied with it, or PostgreSQL would not empty that one.
        told = plain(self, style, filled, **{**how, "allow_cascade": True})
        if not {*TABLES, LEADS_TO_THEM} & set(filled):
            return told
        vendor = self.connection.vendor
        return [*lowering(vendor), *told, *raising(vendor)]

    with (
        patch.object(engine, "sql_flush", sql_flush),
        patch(f"{FLUSH}.emit_post_migrate_signal"),
    ):
        yield


def holds_a_row(operations: Any, table: str) -> bool:
    """Tell whether a table holds anything."""
    with operations.connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {operations.quote_name(table)} LIMIT 1")  # noqa: S608
        return cursor.fetchone() is not None
