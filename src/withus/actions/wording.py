"""Counting whose words a plan is made of, once a text came: nobody who saves waits for it."""

from __future__ import annotations

from withus.stores.framing.models import WorkRow
from withus.stores.record.read import find_log
from withus.stores.record.states import work_state
from withus.stores.wording import counts


def count_words(work: str) -> None:
    """Bring the counts of a work's plan up to its last text; twice is as once."""
    for origin in WorkRow.objects.filter(ref=work).values_list("origin", flat=True):
        log = find_log(origin)
        state = work_state(log, work)
        if state.revisions and counts.find(log, work, state) is None:
            marked = counts.mark(log, state)
            figures = counts.counted(log, state)
            counts.keep(log, work, state, marked=marked, figures=figures)
