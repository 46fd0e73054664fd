"""Writing an act's rows, of whatever tables, in one go: others wait while they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import chain, groupby, islice
from typing import Any

from django.db import connection
from django.db.models import AutoField, BigAutoField, Field, Model

AT_A_TIME = 500  # rows in a statement


def write(new: Iterable[Model], *, changed: Model | None = None) -> None:
    """Write new rows in the order given, and then one that was there and has changed.

    Not: what the database would tell of each, such as its number. Nobody asks, and waiting for it,
    as `bulk_create` does, takes PostgreSQL longer than writing.
    """
    with unanswered(), connection.cursor() as cursor:
        for table, rows in groupby(new, key=type):
            for some in batched(rows, AT_A_TIME):
                told = chain.from_iterable(map(values, some))
                cursor.execute(insertion(table, len(some)), list(told))
        if changed is not None:
            cursor.execute(alteration(type(changed)), [*values(changed), changed.pk])


@contextmanager
def unanswered() -> Iterator[None]:
    """Let PostgreSQL have statements before it has answered those before.

    Not for statements of Django's own making: it would take a row for not found that it has not
    yet heard of.
    """
    if connection.vendor != "postgresql":
        yield
        return
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.pipeline():
        yield


@cache
def insertion(table: type[Model], many: int) -> str:
    """Return what writes so many rows of a table."""
    names = ", ".join(quoted(each) for each in columns(table))
    marks = ", ".join("%s" for _ in columns(table))
    rows = ", ".join(f"({marks})" for _ in range(many))
    # Only names from our own tables go in here, as below.
    return f"INSERT INTO {quoted_table(table)} ({names}) VALUES {rows}"  # noqa: S608


def batched(rows: Iterable[Model], size: int) -> Iterator[list[Model]]:
    """Yield rows, so many at a time."""
    left = iter(rows)
    while some := list(islice(left, size)):
        yield some


@cache
def alteration(table: type[Model]) -> str:
    """Return what changes a row of a table that has a number."""
    pairs = ", ".join(f"{quoted(each)} = %s" for each in columns(table))
    return f"UPDATE {quoted_table(table)} SET {pairs} WHERE {quoted(table._meta.pk)} = %s"  # noqa: S608


def quoted(column: Field[Any, Any]) -> str:
    """Return a column's name as it stands in a statement."""
    return connection.ops.quote_name(str(column.column))


def quoted_table(table: type[Model]) -> str:
    """Return a table's name as it stands in a statement."""
    return connection.ops.quote_name(table._meta.db_table)


@cache
def columns(table: type[Model]) -> tuple[Field[Any, Any], ...]:
    """Return a table's columns but for the number that the database gives."""
    every = table._meta.concrete_fields
    return tuple(each for each in every if not isinstance(each, AutoField | BigAutoField))


def values(row: Model) -> list[Any]:
    """Return a row's values as the database takes them."""
    return [
        each.get_db_prep_save(getattr(row, each.attname), connection) for each in columns(type(row))
    ]
