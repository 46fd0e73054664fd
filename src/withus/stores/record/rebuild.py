"""Making anew what is derived: from the entries alone, and the marks of names from the names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from withus.core.facts.encoding import Entry, decode
from withus.core.history.fold import begun, evolve
from withus.core.history.state import State
from withus.core.history.streams import InMemory
from withus.stores.people.identity import mark_names
from withus.stores.record import tables
from withus.stores.record.append import locked
from withus.stores.record.at_once import write
from withus.stores.record.finding import finding
from withus.stores.record.keeping import KEEP_EVERY, keep_state
from withus.stores.record.models import Indexed, KeptState, Log, Minted
from withus.stores.record.read import leaves

AT_A_TIME = 1_000
Progress = Callable[[int, int], None]  # entries done, of how many


def no_progress(done: int, of: int) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Refold:
    """A record folded anew from its first entry, with where each entry and id belongs."""

    streams: InMemory = field(default_factory=InMemory)
    states: dict[str, State] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def take(self, entry: Entry) -> str | None:
        """Take in the next entry and return its stream."""
        stream = self.streams.learn(entry.fact)
        if stream is not None:
            before = self.states.get(stream)
            self.states[stream] = evolve(before or begun(stream, entry.fact), entry)
            self.counts[stream] = self.counts.get(stream, 0) + 1
        return stream

    def rows(self) -> tables.Rows:
        """Return every derived row that follows."""
        return {
            key: values
            for state in self.states.values()
            for key, values in tables.rows_of(state).items()
        }


def rebuild(origin: str, *, progress: Progress = no_progress) -> int:
    """Throw away what is derived for a record and make it anew; return how many entries it has."""
    with locked(origin) as log:
        for table in (Indexed, Minted, KeptState):
            table.objects.filter(log=log).delete()
        tables.clear(origin)
        refold = Refold()
        for entry, stream in refolded(log, refold, progress=progress):
            index_anew(log, entry, stream)
        write(tables.apply(origin, before={}, after=refold.rows()))
        mark_names(origin)
        for stream, state in refold.states.items():
            if refold.counts[stream] >= KEEP_EVERY:
                keep_state(log, stream, state, size=log.size)
        log.tables = tables.VERSION
        log.save(update_fields=["tables"])
    return log.size


def index_anew(log: Log, entry: Entry, stream: str | None) -> None:
    """Write what finds an entry; the first to give an id keeps it."""
    row, given = finding(log, entry, stream)
    row.save()
    Minted.objects.bulk_create(given, ignore_conflicts=True)


def refolded(log: Log, refold: Refold, *, progress: Progress) -> Iterator[tuple[Entry, str | None]]:
    """Yield each entry with its stream while it is folded."""
    for index, content in enumerate(leaves(log)):
        entry = decode(content, index=index)
        yield entry, refold.take(entry)
        if index % AT_A_TIME == 0:
            progress(index, log.size)
