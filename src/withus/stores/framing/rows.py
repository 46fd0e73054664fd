"""What framing's table holds for a work, worked out from its folded state alone."""

from __future__ import annotations

from collections.abc import Iterator

from withus.core.history.work import Work
from withus.stores.framing.models import WorkRow
from withus.stores.joining.models import Row
from withus.stores.joining.rows import Told

TABLES: tuple[type[Row], ...] = (WorkRow,)


def of_work(work: Work) -> Iterator[Told]:
    """Yield the row that follows from a work's stream."""
    if work.opened is None:
        return
    opened = work.opened.fact
    yield (
        WorkRow,
        opened.work,
        {
            "board": opened.board,
            "boards": " ".join(sorted(opened.boards)),
            "name": opened.name,
            "level": opened.level.value,
            "about_one_person": opened.about_one_person,
            "opened": work.opened.at,
            "entry": work.opened.entry,
        },
    )
