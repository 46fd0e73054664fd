"""Forgetting keys: after the commit that erases, and again until nothing is left of them."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connections

from withus.stores.holding import MAIN_TABLES
from withus.stores.holds import Reached
from withus.stores.keys.locker import forget_keys
from withus.stores.people.models import Forgetting
from withus.stores.record.keyed import drop_sealed_under
from withus.stores.record.mirror import forgotten, note_forgotten

AT_A_TIME = 500  # a question to SQLite takes only so many values
REACHED_TABLES = tuple(
    each.name
    for each in MAIN_TABLES
    if each.reached in (Reached.ROW, Reached.BLANKED) or each.name == Forgetting._meta.db_table
)
logger = logging.getLogger("withus.erasing")
PATIENCE = 5.0  # seconds
BEFORE_US = (
    "SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND xact_start < %s "
    "AND (backend_xid IS NOT NULL OR backend_xmin IS NOT NULL)"
)


def finish(mirror: Path) -> bool:
    """Forget the keys that erasures put down; tell whether nothing of them is left here.

    It may be broken off anywhere and done again: the keys stay put down until all of it is done.
    """
    wanted = begun()
    if not wanted:
        return True
    try:
        forget_keys(wanted)
        note_forgotten(mirror, wanted - forgotten(mirror))
        whole = leave_no_trace()
    except (OSError, DatabaseError) as problem:
        logger.warning("An erasure is not finished (%s).", type(problem).__name__)
        return False
    if whole:
        for some in _some(wanted):
            Forgetting.objects.filter(key__in=some).delete()
    return whole


def begun() -> set[str]:
    """Return the keys that are put down to be forgotten, and are perhaps not yet."""
    return set(Forgetting.objects.values_list("key", flat=True))


def stay_forgotten(gone: Iterable[str]) -> None:
    """Take away what was opened by keys that were forgotten after a backup was made."""
    for some in _some(gone):
        drop_sealed_under(some)
        forget_keys(some)


def leave_no_trace() -> bool:
    """Write the databases' files anew, so that nothing deleted is left in them.

    Deleted rows stay in a file, and in its write-ahead log, until both are written anew. Tell
    whether they were: while somebody reads, the log cannot be emptied, and within an act of our
    own that is not at its end yet nothing can (PostgreSQL would give that act up for our asking).
    """
    done = {name: _written_anew(connections[name]) for name in ("default", "keys")}
    return all(done.values())


def _written_anew(connection: Any) -> bool:
    if connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            return _tables_anew(cursor)
        if connection.alias == "keys":
            cursor.execute("PRAGMA temp_store=MEMORY")  # no key lies in a file we do not know
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy, _in_the_log, _moved = cursor.fetchone()
        return not busy


def _tables_anew(cursor: Any) -> bool:
    """Write anew the tables that are read from, with what the server remembers of their columns.

    A role that does not own them may not, and is only warned: then noise without a key stays until
    the server takes its room. So it does where somebody else's act, in whatever database of that
    server, began before ours and goes on for longer than we wait.
    """
    if not _nobody_before_us(cursor):
        return False
    cursor.execute("SET lock_timeout = '5s'")  # pages that read wait behind us while we wait
    try:
        for table in REACHED_TABLES:
            cursor.execute(f"VACUUM (FULL, ANALYZE) {table}")
    finally:
        cursor.execute("RESET lock_timeout")
    return True


def _nobody_before_us(cursor: Any) -> bool:
    """Wait for acts that began before now to end: for them, the server keeps what was deleted."""
    cursor.execute("SELECT clock_timestamp()")
    (now,) = cursor.fetchone()
    until = time.monotonic() + PATIENCE
    while True:
        cursor.execute(BEFORE_US, [now])
        if cursor.fetchone()[0] == 0:
            return True
        if time.monotonic() > until:
            return False
        time.sleep(0.05)


def _some(keys: Iterable[str]) -> Iterator[list[str]]:
    every = sorted(keys)
    return (every[start : start + AT_A_TIME] for start in range(0, len(every), AT_A_TIME))
