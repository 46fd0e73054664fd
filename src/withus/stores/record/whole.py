"""Writing something whole or not at all; where there is no room for it, a refusal says so.

What a full disk looks like is known here and nowhere else.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, transaction

from withus.core.errors import Refusal

# A quota reached, or a file grown as large as it may, is a full disk to whoever writes.
FULL_TO_THE_SYSTEM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# SQLite gives the latter two, and a full disk under its index of the log, names of their own.
FULL_TO_SQLITE = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
}
FULL_TO_POSTGRESQL = "53100"


class NoRoom(Refusal):
    """Say that the disk is full: what was being written is not kept."""


@contextmanager
def whole() -> Iterator[None]:
    """Keep all that is written within, or nothing."""
    with room_needed(), transaction.atomic():
        yield


@contextmanager
def room_needed() -> Iterator[None]:
    """Make a refusal of a full disk, whichever file and whichever engine met it."""
    try:
        yield
    except (OperationalError, sqlite3.OperationalError, OSError) as fault:
        if is_full(fault):
            raise NoRoom("no_room") from fault
        raise


def is_full(fault: BaseException) -> bool:
    """Tell whether a fault, or the engine's own behind Django's, is that of a full disk."""
    told = fault.__cause__ if isinstance(fault, OperationalError) and fault.__cause__ else fault
    if isinstance(told, OSError):
        return told.errno in FULL_TO_THE_SYSTEM
    if isinstance(told, sqlite3.Error):
        return getattr(told, "sqlite_errorcode", None) in FULL_TO_SQLITE
    return getattr(told, "sqlstate", None) == FULL_TO_POSTGRESQL
