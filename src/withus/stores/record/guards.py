"""What makes the database itself refuse to change an entry, a hash or what was signed."""

from __future__ import annotations

from collections.abc import Iterable

FIRST = ("record_leaf", "record_subtree", "record_signedhead")
TABLES = (*FIRST, "record_cosignature")
REFUSED = "the record is only ever added to"


def raising(vendor: str, tables: Iterable[str] = TABLES) -> list[str]:
    """Return the statements that put the guards up."""
    return [line for table in tables for line in _RAISE[vendor](table)]


def lowering(vendor: str, tables: Iterable[str] = TABLES) -> list[str]:
    """Return the statements that take the guards down, for a migration backwards."""
    return [line for table in tables for line in _LOWER[vendor](table)]


def grants(role: str) -> list[str]:
    """Return what lets a role of PostgreSQL that owns nothing serve, and change no entry.

    To be said by the owner after each time the tables were brought up to date.
    """
    name = '"' + role.replace('"', '""') + '"'
    guarded = ", ".join(TABLES)
    every = "IN SCHEMA public"
    return [
        f"GRANT USAGE ON SCHEMA public TO {name}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES {every} TO {name}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES {every} TO {name}",
        f"REVOKE ALL ON {guarded} FROM {name}",
        f"GRANT SELECT, INSERT ON {guarded} TO {name}",
    ]


def _sqlite(table: str) -> list[str]:
    # With recursive_triggers on (see settings), INSERT OR REPLACE deletes, and is refused as well.
    return [
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{act.lower()} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        for act in ("UPDATE", "DELETE")
    ]


def _postgresql(table: str) -> list[str]:
    refuse = f"BEGIN RAISE EXCEPTION '{REFUSED}'; END"
    run = "EXECUTE FUNCTION withus_refuse()"
    change = f"CREATE OR REPLACE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}"
    truncate = f"CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}"
    function = "CREATE OR REPLACE FUNCTION withus_refuse() RETURNS trigger LANGUAGE plpgsql"
    return [
        f"{function} AS $$ {refuse} $$",
        f"{change} FOR EACH ROW {run}",
        f"{truncate} FOR EACH STATEMENT {run}",
    ]


_RAISE = {"sqlite": _sqlite, "postgresql": _postgresql}
_LOWER = {
    "sqlite": lambda table: [
        f"DROP TRIGGER IF EXISTS {table}_no_{act}" for act in ("update", "delete")
    ],
    "postgresql": lambda table: [
        f"DROP TRIGGER IF EXISTS {table}_no_{act} ON {table}" for act in ("change", "truncate")
    ],
}
