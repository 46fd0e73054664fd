"""Emptying the database between tests that commit: for that alone the record's guards go down.

The database refuses to change an entry, a hash or a signed head, and so Django could not clear away
what a test has committed. The guards are lowered, and raised again, in the one transaction that
empties the tables; no test ever runs without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connections

from withus.stores.record.guards import TABLES, lowering, raising


@contextmanager
def lowered_to_flush() -> Iterator[None]:
    """Let `flush` empty the guarded tables, on whichever engine they lie."""
    engine = type(connections["default"].ops)
    plain = engine.sql_flush

    def sql_flush(self: Any, style: Any, tables: Sequence[str], **how: Any) -> list[str]:
        told = plain(self, style, tables, **how)
        if not told or not set(TABLES) & set(tables):
            return told
        vendor = self.connection.vendor
        return [*lowering(vendor), *told, *raising(vendor)]

    engine.sql_flush = sql_flush  # type: ignore[method-assign]
    try:
        yield
    finally:
        engine.sql_flush = plain  # type: ignore[method-assign]
