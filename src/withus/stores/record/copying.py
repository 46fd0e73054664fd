"""A copy of a record as one file, up to its last signed head, for whoever keeps it to check."""

from __future__ import annotations

from collections.abc import Iterator

from withus.core.bundle import Header, bundle_lines
from withus.core.errors import Refusal
from withus.core.facts.sealing import Opening
from withus.core.history.figures import figures
from withus.core.history.fold import replay
from withus.stores.record.cosignatures import with_cosignatures
from withus.stores.record.heads import last_head
from withus.stores.record.models import Log, SealedValue
from withus.stores.record.openings import find_openings
from withus.stores.record.published import public_keys
from withus.stores.record.read import entries, leaves
from withus.stores.worrying.worries import hidden

AT_A_TIME = 500


def copy_lines(log: Log, *, opened: bool) -> Iterator[bytes]:
    """Yield the lines of a copy; with `opened`, who people are and their words are in it.

    Not: a check of who asks; that is for whoever calls this.
    """
    head, keys = last_head(log), public_keys(log)
    if head is None or not keys:
        raise Refusal("not_signed_yet", {"origin": log.origin})
    return bundle_lines(
        Header(log.origin, head.size, keys[-1]),
        leaves=leaves(log, end=head.size),
        openings=_openings(log, head.size) if opened else (),
        figures=figures(replay(entries(log, end=head.size))),
        checkpoint=with_cosignatures(head),
    )


def _openings(log: Log, size: int) -> Iterator[tuple[int, Opening]]:
    rows = SealedValue.objects.filter(log=log, entry__lt=size).exclude(key="")
    wanted = sorted(set(rows.values_list("entry", flat=True)))
    for first in range(0, len(wanted), AT_A_TIME):
        found = find_openings(log, wanted[first : first + AT_A_TIME])
        away = hidden(log.origin, found)  # somebody was worried: their words go nowhere for now
        for entry in sorted(found.keys() - away):
            for _path, opening in sorted(found[entry].items()):
                if isinstance(opening, Opening):
                    yield entry, opening
