"""Counting the words of a plan, and keeping the counts: numbers that follow from what opens.

Words are read, followed and let go again. What is kept is made anew when a text came, was taken
from view, or was erased: its mark tells from which texts it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import blake2b

from withus.core.history.state import State
from withus.core.history.work import Work
from withus.core.wording.figures import Figures, count, figures_from_plain, figures_to_plain
from withus.core.wording.history import Words
from withus.core.wording.state import METHOD
from withus.stores.drafting.texts import LIST, TEXT, open_revisions, revisions, withdrawn
from withus.stores.record.models import Log, SealedValue
from withus.stores.record.tables import Difference
from withus.stores.wording.models import Counted
from withus.stores.worrying.worries import hidden_entries


def mark(log: Log, state: Work) -> str:
    """Return from which texts counts follow, by what method: another text, another mark."""
    entries = [one.entry for one in state.revisions.values()]
    sealed = SealedValue.objects.filter(log=log, entry__in=entries, path__in=(LIST, TEXT))
    sealed = sealed.exclude(key="").exclude(entry__in=hidden_entries(log.origin))
    taken = withdrawn(state)
    opening = [
        (entry, path)
        for entry, path in sealed.values_list("entry", "path")
        if entry not in taken[path]
    ]
    plan = [one.told.entry for one in revisions(state)]
    told = json.dumps([METHOD, plan, sorted(opening)])
    return blake2b(told.encode(), digest_size=32).hexdigest()


def counted(log: Log, state: Work) -> Figures:
    """Return the counts of a plan's texts, the first one first, as far as they open."""
    plan = revisions(state)
    words = Words()
    found = open_revisions(log, state, plan)
    for one in plan:
        words.add(found[one.name].text)
    return count(words)


def find(log: Log, work: str, state: Work) -> Figures | None:
    """Return the counts that are kept of a plan, if they are of the texts as they open now."""
    row = Counted.objects.filter(origin=log.origin, ref=work).first()
    if row is None or row.mark != mark(log, state):
        return None
    return figures_from_plain(json.loads(row.figures))


def keep(log: Log, work: str, state: Work, *, marked: str, figures: Figures) -> None:
    """Keep the counts of a plan, in the place of those before."""
    values = {"entry": _last(state), "mark": marked, "figures": _written(figures)}
    Counted.objects.update_or_create(origin=log.origin, ref=work, defaults=values)


def differences(log: Log, states: Mapping[str, State]) -> Iterator[Difference]:
    """Yield where counts that are kept are not those of the texts they are marked with."""
    for row in Counted.objects.filter(origin=log.origin).order_by("ref"):
        state = states.get(row.ref)
        if not isinstance(state, Work):
            yield Difference(Counted._meta.db_table, row.ref, "too many")
        elif row.mark == mark(log, state):  # of another mark they are not used, and made anew
            if row.figures != _written(counted(log, state)):
                yield Difference(Counted._meta.db_table, row.ref, "figures")
            if row.entry != _last(state):
                yield Difference(Counted._meta.db_table, row.ref, "entry")


def _written(figures: Figures) -> str:
    return json.dumps(figures_to_plain(figures))


def _last(state: Work) -> int:
    return max((one.told.entry for one in revisions(state)), default=0)
