"""Counting whose words a plan is made of: a job after each text, which is given the work's id."""

from __future__ import annotations

from withus.actions.wording import count_words
from withus.jobs import queue


@queue.job
def count(work: str) -> None:
    """Bring the counts of a work's plan up to its last text."""
    count_words(work)


def soon(work: str) -> None:
    """Have the words of a work counted."""
    queue.ask(count, work)
