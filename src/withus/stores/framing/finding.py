"""Finding works, and the meetings at which something of a work was put to a board."""

from __future__ import annotations

from collections.abc import Iterable

from withus.stores.deciding.models import MotionRow
from withus.stores.record.models import Log, Minted


def meetings_about(log: Log, works: Iterable[str]) -> list[str]:
    """Return the meetings at which a question, a text or what was there before was put."""
    ids = Minted.objects.filter(log=log, stream__in=list(works)).values("name")
    rows = MotionRow.objects.filter(origin=log.origin, about__in=ids)
    return sorted(set(rows.values_list("meeting", flat=True)))
