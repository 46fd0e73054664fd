"""What the commands need that work on an installation: its settings, and its tables in being."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from withus.core.errors import Refusal
from withus.saying.keeping import refusals


def open_installation() -> None:
    """Read the settings, and refuse an installation whose tables are not there yet."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "withus.settings")
    django.setup()
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    from withus.stores.record.whole import room_needed

    for name in ("default", "keys"):
        with room_needed():  # even to read, SQLite writes an index of its log
            executor = MigrationExecutor(connections[name])
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise Refusal("tables_missing", {"database": name})


def refused(refusal: Refusal) -> int:
    """Say on one line why a command does not go on, and tell its exit code."""
    print(refusals.line(refusal), file=sys.stderr)
    return 2


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give the name of a file to write; it takes its place once it is whole, and else it goes."""
    import sqlite3

    from withus.stores.record.whole import is_full

    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        yield part
        part.replace(path)
    except (OSError, sqlite3.OperationalError) as fault:
        code = "no_room_there" if is_full(fault) else "cannot_write"
        raise Refusal(code, {"file": str(path)}) from None
    finally:
        part.unlink(missing_ok=True)


def now() -> datetime:
    """Tell the time. Commands are where a clock is; nothing further in has one."""
    return datetime.now(UTC)


def progress(words: str) -> Callable[[int, int], None]:
    """Tell how far long work has got, to whoever watches a terminal."""
    shown = sys.stderr.isatty()

    def tell(done: int, of: int) -> None:
        if shown and of:
            print(f"\r{words} {done} / {of}", end="", file=sys.stderr, flush=True)

    return tell
