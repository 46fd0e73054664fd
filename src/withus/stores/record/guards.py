"""What makes the database itself refuse to change an entry, a hash or what was signed.

A practice run alone can be taken away, by whoever throws it away; nothing of it can be changed.
Whether a record is one, its first entry says, which the database holds fast itself.
"""

from __future__ import annotations

from collections.abc import Iterable

FIRST = ("record_leaf", "record_subtree", "record_signedhead")
TABLES = (*FIRST, "record_cosignature")
REFUSED = "the record is only ever added to"
PRACTISES, THROW_AWAY = "withus_practises", "withus_throw_away"
A_PRACTICE = (
    "EXISTS (SELECT 1 FROM record_leaf AS opening WHERE opening.log_id = {log} "
    'AND opening."index" = 0 AND {said})'
)
SAID = {
    "sqlite": (
        "json_extract(CAST(opening.content AS TEXT), '$.type') = 'partnership.opened.v1' "
        "AND json_extract(CAST(opening.content AS TEXT), '$.clear.practice') = 1"
    ),
    "postgresql": (
        "convert_from(opening.content, 'UTF8')::jsonb "
        """@> '{"type": "partnership.opened.v1", "clear": {"practice": true}}'::jsonb"""
    ),
}


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
        f"GRANT EXECUTE ON FUNCTION {THROW_AWAY}(bigint) TO {name}",
    ]


def throwing(vendor: str) -> list[str]:
    """Return what lets a role that may take away no entry throw away a practice run, whole."""
    if vendor == "sqlite":
        return []
    first, *rest = TABLES
    rows = [*(f"{table} WHERE log_id = run" for table in reversed(rest))]
    rows += [f'{first} WHERE log_id = run AND "index" {how} 0' for how in (">", "=")]
    refuse = f"IF NOT {PRACTISES}(run) THEN RAISE EXCEPTION '{REFUSED}'; END IF"
    body = "; ".join([refuse, *(f"DELETE FROM {each}" for each in rows)])  # noqa: S608
    made = f"CREATE OR REPLACE FUNCTION {THROW_AWAY}(run bigint) RETURNS void LANGUAGE plpgsql"
    return [
        f"{made} SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN {body}; END $$",
        f"REVOKE ALL ON FUNCTION {THROW_AWAY}(bigint) FROM PUBLIC",
    ]


def _sqlite(table: str) -> list[str]:
    # With recursive_triggers on (see settings), INSERT OR REPLACE deletes, and is refused as well.
    practises = A_PRACTICE.format(log="OLD.log_id", said=SAID["sqlite"])
    return [
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{act.lower()} BEFORE {act} ON {table} "
        f"{when} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        for act, when in (("UPDATE", ""), ("DELETE", f"WHEN NOT {practises}"))
    ]


def _postgresql(table: str) -> list[str]:
    let_go = f"IF TG_OP = 'DELETE' THEN IF {PRACTISES}(OLD.log_id) THEN RETURN OLD; END IF; END IF"
    refuse = f"BEGIN {let_go}; RAISE EXCEPTION '{REFUSED}'; END"
    run = "EXECUTE FUNCTION withus_refuse()"
    change = f"CREATE OR REPLACE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}"
    truncate = f"CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}"
    function = "CREATE OR REPLACE FUNCTION withus_refuse() RETURNS trigger LANGUAGE plpgsql"
    asked = f"SELECT {A_PRACTICE.format(log='run', said=SAID['postgresql'])}"
    practises = f"CREATE OR REPLACE FUNCTION {PRACTISES}(run bigint) RETURNS boolean LANGUAGE sql"
    return [
        f"{practises} AS $$ {asked} $$",
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
