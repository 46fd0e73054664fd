"""Every day, delete what has done its work: errands, jobs, and keys of either kind."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from withus.actions.counting_needs import count_needs
from withus.actions.keeping import finish_erasing, sweep_unused_keys
from withus.actions.settling import forget_positions, settle_all
from withus.jobs import erasing, queue, telling, telling_back
from withus.stores.answering import answers
from withus.stores.drafting import unshared
from withus.stores.record.errands import forget_done
from withus.stores.setting_up.drafts import forget_old
from withus.stores.tokens.tokens import forget_spent

KEPT = timedelta(days=7)
EVERY = timedelta(days=1)


@queue.job
def sweep() -> None:
    """Delete what was done more than seven days ago, and finish erasures that were broken off.

    What was kept for programs goes when its time is over, which is sooner. Decisions that hung on
    somebody's word are settled once their days are over; needs are counted once a quarter is.
    The next sweep is asked for first.
    """
    now = datetime.now(UTC)
    plan(now + EVERY)
    erasing.go_on()
    telling.soon()
    telling_back.soon()
    finish_erasing()
    sweep_unused_keys()
    forget_spent(now=now)
    forget_old(on=now.date())
    unshared.forget_old(on=now.date())
    answers.forget_old(now=now)
    forget_done(before=now - KEPT)
    queue.forget(before=now - KEPT)
    settle_all(now=now)
    count_needs(now=now)
    forget_positions(now=now)


def plan(after: datetime | None = None) -> None:
    """Ask for a sweep, unless one is asked for already."""
    if not queue.is_asked(sweep):
        queue.ask(sweep, after=after)
