"""Throwing away a practice run: at once from the tables, and by a job from the files under them."""

from __future__ import annotations

from datetime import datetime

from withus.actions import practising
from withus.actions.keeping import finish_erasing
from withus.jobs import queue
from withus.stores.record.whole import whole


@queue.job
def finish() -> None:
    """Forget the keys of what was thrown away, and write the files anew; the sweep tries again."""
    finish_erasing()


def throw_away(*, record: str, by: str, now: datetime) -> None:
    """Throw a practice run away, and have its traces taken away."""
    with whole():
        practising.throw_away(record=record, by=by, now=now)
        queue.ask(finish)
