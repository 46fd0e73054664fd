"""The signer as a process: it wakes at an errand, and at least every 20 seconds."""

from __future__ import annotations

import logging
import re
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import DatabaseError, close_old_connections, connection

from withus.signer.folder import alone, clear_scratch, make_folder
from withus.signer.signing import Signer
from withus.stores.record.heads import records, waiting
from withus.stores.record.whole import is_full

WAKE = 20.0  # seconds: at least so often every record is looked at
LOOK = 1.0  # seconds between two looks for an errand
ALLOWED = re.compile(
    r"\s*(SELECT|BEGIN|SAVEPOINT|RELEASE|ROLLBACK|PRAGMA|SET|SHOW"
    r'|INSERT INTO "record_(signedhead|publickey)"|UPDATE "record_errand") ?'
)
logger = logging.getLogger("withus.signer")


class WritesElsewhere(Exception):
    """Say that the signer was about to write what is not the signer's to write."""


def serve(*, own: Path, mirror: Path) -> None:
    """Sign until asked to end; then once more, so that no entry is left without a head."""
    make_folder(own)
    make_folder(mirror)
    with alone(own / "lock", taken=_say_taken):
        clear_scratch(own)
        ending = threading.Event()
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, lambda *_: ending.set())
        with connection.execute_wrapper(only_its_own):
            Rounds(Signer(own=own, mirror=mirror)).until(ending)


class Rounds:
    """Looking and signing, again and again."""

    def __init__(self, signer: Signer) -> None:
        """Start with a look at every record."""
        self._signer = signer
        self._due = 0.0
        self._said = ""

    def until(self, ending: threading.Event) -> None:
        """Go on until asked to end, and then look at every record a last time."""
        last = False
        while not last:
            last = ending.is_set()
            self.one(every=last or time.monotonic() >= self._due)
            if not last:
                ending.wait(LOOK)

    def one(self, *, every: bool) -> None:
        """Look once, and sign what there is to sign."""
        try:
            logs = list(records()) if every else waiting(without=self._signer.not_now)
            self._signer.sign(logs)
            if every:
                self._due = time.monotonic() + WAKE
                self._signer.patrol(logs)
            self._said = ""
        except DatabaseError as problem:
            self._signer.begin_again()
            said = "no room on the disk" if is_full(problem) else type(problem).__name__
            if said != self._said:
                logger.warning("The database cannot be used (%s). Trying again.", said)
            self._said = said
        close_old_connections()


def only_its_own(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    """Refuse any statement that would write beyond the heads and their errands."""
    if not ALLOWED.match(sql):
        raise WritesElsewhere(sql.partition("(")[0][:60])
    return execute(sql, *rest)


def _say_taken() -> None:
    logger.warning("Another signer is at work in the same folder. Waiting for it to end.")
