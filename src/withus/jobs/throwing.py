"""Throwing away a practice run: at once from the tables, and by a job from the files under them."""

from __future__ import annotations

from datetime import datetime

from withus.actions import practising, setting_up
from withus.actions.keeping import finish_erasing
from withus.jobs import queue
from withus.stores.people.identity import identity
from withus.stores.record.whole import whole


@queue.job
def finish() -> None:
    """Forget the keys of what was thrown away, and write the files anew; the sweep tries again."""
    finish_erasing()


def throw_away(*, record: str, by: str, account: str, now: datetime) -> None:
    """Throw a practice run away, and have its traces taken away.

    Whoever does it may begin again: an empty draft with their name, and nothing else of the run, is
    theirs until it is opened, thrown away or too old.
    """
    with whole():
        name = identity(record, by).name
        practising.throw_away(record=record, by=by, now=now)
        setting_up.begin(name, account=account, now=now)
        queue.ask(finish)
