"""What the commands need that work on an installation: its settings, and its tables in being."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from withus.core.errors import Refusal
from withus.saying.keeping import refusals


def open_installation() -> None:
    """Read the settings, and refuse an installation whose tables are not there yet."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "withus.settings")
    django.setup()
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    for name in ("default", "keys"):
        executor = MigrationExecutor(connections[name])
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise Refusal("tables_missing", {"database": name})


def refused(refusal: Refusal) -> int:
    """Say on one line why a command does not go on, and tell its exit code."""
    print(refusals.line(refusal), file=sys.stderr)
    return 2


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
