"""Signing for every record here; what one of them refuses does not hold up the others."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from pathlib import Path

from withus.core.errors import Refusal
from withus.core.proofs.refused import Malformed, ProofRefused
from withus.saying.keeping.signing import why_not
from withus.signer.own import Own
from withus.signer.patrol import Patrol
from withus.signer.record import Record
from withus.signer.refusing import WillNotSign
from withus.stores.record.heads import is_practice
from withus.stores.record.models import Log

logger = logging.getLogger("withus.signer")


class Signer:
    """Every record that is signed for, by name."""

    def __init__(self, *, own: Path, mirror: Path) -> None:
        """Know where our files are; records are taken up as they come."""
        self._own, self._mirror = own, mirror
        self._records: dict[str, Record] = {}
        self._refused: set[str] = set()
        self._failing: dict[str, str] = {}  # and what was said of it
        self._other_hashes: set[str] = set()
        self._patrols: dict[str, Patrol] = {}

    @property
    def not_now(self) -> set[str]:
        """Tell which records are not tried at every errand."""
        return self._refused | self._failing.keys()

    def sign(self, logs: Iterable[Log]) -> None:
        """Sign for records until all their entries are covered."""
        for log in logs:
            if log.origin not in self._refused:
                self._guarded(log, self._catch_up)

    def patrol(self, logs: Iterable[Log]) -> None:
        """Read on a little in the record whose turn it is."""
        turns = [log for log in logs if log.origin in self._records]
        if not turns:
            return
        on_the_way = [log for log in turns if log.origin in self._patrols]
        if not on_the_way:
            self._patrols = {log.origin: Patrol(self._records[log.origin]) for log in turns}
            on_the_way = turns
        self._guarded(on_the_way[0], self._walk_on)

    def begin_again(self) -> None:
        """Take up every record afresh from our files, as after a kill."""
        self._records.clear()
        self._patrols.clear()

    def _guarded(self, log: Log, act: Callable[[Log], None]) -> None:
        origin = log.origin
        try:
            act(log)
        except (WillNotSign, Malformed, ProofRefused) as refusal:
            self._refuse(origin, refusal)
        except (TypeError, ValueError):  # a column that holds what no writer of ours puts there
            self._refuse(origin, WillNotSign("not_an_entry"))
        except OSError as problem:
            where = f" ({problem.filename})" if problem.filename else ""
            said = f"{problem.strerror}{where}"
            if self._failing.get(origin) != said:
                logger.warning("%s: not signed for now: %s. Trying again.", origin, said)
            self._failing[origin] = said
            self._drop(origin)

    def _refuse(self, origin: str, refusal: Refusal) -> None:
        self._refused.add(origin)
        self._drop(origin)
        logger.critical(why_not(refusal, origin=origin))

    def _drop(self, origin: str) -> None:
        self._records.pop(origin, None)
        self._patrols.pop(origin, None)

    def _catch_up(self, log: Log) -> None:
        origin = log.origin
        if origin not in self._records:
            if self._practises(log):
                return
            self._records[origin] = Record(log, own=self._own, mirror=self._mirror)
        record = self._records[origin]
        record.catch_up(log)
        self._failing.pop(origin, None)
        if origin not in self._other_hashes and not record.has_the_hashes_of(log):
            record.check_whole(log)
            self._other_hashes.add(origin)
            logger.warning("%s: the database's own hashes are wrong. Type: withus check", origin)

    def _practises(self, log: Log) -> bool:
        """Tell whether nothing is to be signed: a practice run, unless it was signed before."""
        return not Own(self._own, log.origin).is_there() and is_practice(log)

    def _walk_on(self, log: Log) -> None:
        if self._patrols[log.origin].step(log):
            del self._patrols[log.origin]
