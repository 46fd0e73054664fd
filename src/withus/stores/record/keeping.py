"""Keeping a stream's state now and then, so that reading need not begin at the first entry."""

from __future__ import annotations

from functools import partial

from django.db.models import QuerySet
from django.db.transaction import on_commit

from withus.core.history.kept import FOLD, LARGEST, write_state
from withus.core.history.state import State
from withus.stores.record.models import Indexed, KeptState, Log

KEEP_EVERY = 200  # entries of a stream from one kept state to the next


def keep_in_turn(log: Log, stream: str, state: State, *, first: int) -> int:
    """Keep a state if it is this act's turn; return how many entries lie after the one kept.

    It is the turn of the act that brings the entries to 200, or to 400 if that was in vain: of
    several processes one does it, while the others go on. `first` is the act's first entry.
    """
    since = kept_at(log, stream)
    count = in_stream(log, stream, since).count()
    before = in_stream(log, stream, since).filter(index__lt=first).count()
    if since and count // KEEP_EVERY == before // KEEP_EVERY:
        return count
    # A large state takes a while to write: nobody need wait for it under the lock.
    keep = partial(keep_state, log, stream, state, size=log.size)
    on_commit(keep, robust=True)  # it is no fault of the act if this fails
    return 0


def keep_state(log: Log, stream: str, state: State, *, size: int) -> None:
    """Keep a stream's state as it stood when the record had a size."""
    content = write_state(state)
    if len(content) > LARGEST:
        return  # it could not be read back; the one before it is still true
    told = {"size": size, "fold": FOLD, "state": content}
    KeptState.objects.update_or_create(log=log, stream=stream, defaults=told)


def kept_at(log: Log, stream: str) -> int:
    """Return the record's size when a stream's state was last kept; 0 if none was."""
    kept = KeptState.objects.filter(log=log, stream=stream, fold=FOLD)
    return kept.values_list("size", flat=True).first() or 0


def in_stream(log: Log, stream: str, start: int) -> QuerySet[Indexed]:
    """Return the rows of a stream's entries from an index to the record's last."""
    return Indexed.objects.filter(log=log, stream=stream, index__gte=start, index__lt=log.size)
