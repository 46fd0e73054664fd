"""Where a motion stands: the decision in force on it, and what came of that."""

from __future__ import annotations

from withus.core.history.state import Motion, Taken
from withus.core.words import Outcome


def in_force(motion: Motion) -> Taken | None:
    """Tell the decision on a motion, where one was taken.

    Formula: the last whose place no other on this motion took: what was to take the place of a
        decision and was never taken changes nothing.
    Not: whether it was carried; nor that a later meeting decided otherwise.
    """
    standing = [
        each
        for each in motion.decisions.values()
        if each.reversed is None or each.reversed.fact.by_decision not in motion.decisions
    ]
    return standing[-1] if standing else None


def outcome_of(taken: Taken) -> Outcome:
    """Tell what came of a decision, as the record says last."""
    if taken.settled is not None:
        return taken.settled.fact.outcome
    return taken.taken.fact.outcome if taken.lapsed is None else Outcome.LAPSED


def is_open(taken: Taken) -> bool:
    """Tell whether it still hangs on somebody who has to confirm, or may assent."""
    return outcome_of(taken) in (Outcome.WAITING, Outcome.UNSETTLED)
