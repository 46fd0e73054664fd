"""Holding what opens sealed fields against the leaves, a few hundred entries at a time."""

from __future__ import annotations

from collections.abc import Iterator

from withus.core.errors import Refusal
from withus.core.facts.encoding import Entry, decode
from withus.core.facts.fact import Missing, Seal, layout
from withus.core.facts.keeping import PersonErased
from withus.core.facts.sealing import Opening, check_opening
from withus.stores.keys.locker import find_keys
from withus.stores.people.identity import unreadable, wrongly_marked
from withus.stores.people.models import Forgetting, Person
from withus.stores.record.erase import with_those_before
from withus.stores.record.models import Indexed, Leaf, Log, SealedValue
from withus.stores.record.openings import find_openings
from withus.stores.record.read import with_those_after
from withus.stores.record.tables import Difference

AT_A_TIME = 500
Known = Opening | Missing | None
TABLE, PEOPLE = "record_sealedvalue", "people_person"


class OpeningsSweep:
    """One pass over what opens a record's sealed fields."""

    def __init__(self, log: Log) -> None:
        """Start before the first entry."""
        self._log = log
        self._batch: list[Entry] = []
        self._seen = self._gone = self._told = 0
        self._named: dict[tuple[int, str], str] = {}  # entry and path -> a person's id

    def take(self, entry: Entry) -> Iterator[Difference]:
        """Take in an entry, and yield what is wrong once a batch is full."""
        if isinstance(entry.fact, PersonErased):
            self._told += entry.fact.openings
        if layout(type(entry.fact)).sealed:
            self._batch.append(entry)
        if len(self._batch) >= AT_A_TIME:
            yield from self._hold()

    def at_the_end(self) -> Iterator[Difference]:
        """Yield what is wrong with the last batch and as a whole."""
        yield from self._hold()
        if SealedValue.objects.filter(log=self._log).count() != self._seen:
            yield Difference(TABLE, self._log.origin, "too many")
        gone, told = erased_elsewhere(self._log)
        if self._gone + gone > self._told + told:
            yield Difference("keys_key", self._log.origin, "erased without an entry")
        if self._gone + gone < self._told + told:
            yield Difference("keys_key", self._log.origin, "not erased")
        for begun in Forgetting.objects.filter(origin=self._log.origin).order_by("key"):
            yield Difference("people_forgetting", begun.key, "not finished")
        yield from self._people()

    def _people(self) -> Iterator[Difference]:
        """Hold everybody's row against their key, and what names them against that same key."""
        rows_of_people = Person.objects.filter(origin__in=with_those_after(self._log))
        people = dict(rows_of_people.values_list("id", "key"))
        for name, column in unreadable(self._log.origin):
            yield Difference(PEOPLE, name, column)
        for name in wrongly_marked(self._log.origin):
            yield Difference("people_namemark", name, "mark")
        rows = SealedValue.objects.filter(log=self._log, path__in={path for _, path in self._named})
        for entry, path, key in rows.values_list("entry", "path", "key"):
            named = self._named.get((entry, path))
            if named is not None and named not in people:
                yield Difference(PEOPLE, named, "missing")
            elif named is not None and people[named] != key:
                yield Difference(TABLE, f"{entry}/{path}", "key")

    def _hold(self) -> Iterator[Difference]:
        found = find_openings(self._log, [entry.index for entry in self._batch])
        for entry in self._batch:
            openings = found.get(entry.index, {})
            self._seen += len(openings)
            for path in layout(type(entry.fact)).sealed:
                yield from self._one(entry, path, openings.get(path))
            for path in openings.keys() - layout(type(entry.fact)).sealed.keys():
                yield Difference(TABLE, f"{entry.index}/{path}", "path")
        self._batch = []

    def _one(
        self, entry: Entry, path: str, found: Opening | Missing | None
    ) -> Iterator[Difference]:
        if found is Missing.ERASED:
            self._gone += 1
        elif found is None:
            yield Difference(TABLE, f"{entry.index}/{path}", "missing")
        elif not isinstance(found, Opening) or not opens(found, entry):
            yield Difference(TABLE, f"{entry.index}/{path}", "content")
        elif layout(type(entry.fact)).sealed[path] is Seal.PERSON:
            self._named[entry.index, path] = found.value


def erased_elsewhere(log: Log) -> tuple[int, int]:
    """Return how many openings are gone of the records that one goes on from and goes on as.

    And how many their entries tell of: an erasure reaches them all, and is told in the last.
    """
    after = Log.objects.filter(origin__in=with_those_after(log))
    others = {each for each in (*with_those_before(log), *after) if each != log}
    gone = told = 0
    for other in others:
        rows = list(SealedValue.objects.filter(log=other).values_list("key", flat=True))
        keys = find_keys(rows)
        gone += sum(key not in keys for key in rows)
        places = Indexed.objects.filter(log=other, type=PersonErased.TYPE).values("index")
        contents = Leaf.objects.filter(log=other, index__in=places)
        for index, content in contents.values_list("index", "content"):
            fact = decode(bytes(content), index=index).fact
            told += fact.openings if isinstance(fact, PersonErased) else 0
    return gone, told


def opens(opening: Opening, entry: Entry) -> bool:
    """Return whether an opening is the one that an entry commits to."""
    leaf = {
        "origin": entry.origin,
        "nonce": entry.nonce,
        "type": entry.fact.TYPE,
        "sealed": entry.sealed,
    }
    try:
        check_opening(opening, leaf=leaf)
    except Refusal:
        return False
    return True
