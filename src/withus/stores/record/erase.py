"""Erasing: what the keys opened is blanked, and the keys are put down to be forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import connection, transaction
from django.db.models import Q

from withus.core.errors import Refusal
from withus.core.facts.answering import PointPut
from withus.core.facts.encoding import kinds
from withus.core.facts.fact import Seal, layout
from withus.core.facts.framing import StartAccounted
from withus.core.facts.joining import PlaceTaken
from withus.core.facts.meeting import PaperOut
from withus.stores.accounts.accounts import let_go
from withus.stores.answering import files
from withus.stores.answering.forgetting import forget_contributor
from withus.stores.asking.asks import forget_asks
from withus.stores.drafting.unshared import forget_unshared
from withus.stores.inviting.invitations import close_all
from withus.stores.keys.locker import forget_keys
from withus.stores.keys.models import Key
from withus.stores.meeting.needs import forget_needs
from withus.stores.meeting.notices import forget_notices
from withus.stores.meeting.papers import drop
from withus.stores.meeting.past_minutes import forget_who_put_in
from withus.stores.people.identity import Identity
from withus.stores.people.models import Forgetting, Person
from withus.stores.record.keyed import keys_in_use
from withus.stores.record.models import Indexed, Log, SealedValue
from withus.stores.record.read import entries
from withus.stores.worrying.worries import forget_writer


def openings_of(log: Log, known: Identity) -> list[SealedValue]:
    """Return what opens who somebody is, and the words that they entered themselves."""
    found: list[SealedValue] = []
    names = list(known.pseudonyms.values())
    for each in with_those_before(log):
        entered = Indexed.objects.filter(log=each, by__in=names).values("index")
        theirs = Q(key=known.key) | Q(entry__in=entered)
        rows = SealedValue.objects.filter(theirs, log=each).exclude(key="")
        of = Indexed.objects.filter(log=each, index__in=rows.values("entry"))
        types = dict(of.values_list("index", "type"))
        found += [
            row
            for row in rows.order_by("entry", "path")
            if _is_theirs(row, known, seals=layout(kinds()[types[row.entry]]).sealed)
        ]
    return found


def places_of(log: Log, known: Identity) -> int:
    """Tell how many places somebody holds or held, as this record has it."""
    named = SealedValue.objects.filter(log=log, key=known.key).values("entry")
    return Indexed.objects.filter(log=log, index__in=named, type=PlaceTaken.TYPE).count()


def with_those_before(log: Log) -> list[Log]:
    """Return a record and those it goes on from, whose entries may hold the same people."""
    chain = [log]
    while (before := Log.objects.filter(continued_by=chain[-1].origin).first()) is not None:
        chain.append(before)
    return chain


def _is_theirs(row: SealedValue, known: Identity, *, seals: Mapping[str, Seal]) -> bool:
    """An entry somebody made may name another person: that person's opening is not theirs."""
    return row.key == known.key or seals[row.path] is Seal.TEXT


def seal_of(log: Log, row: SealedValue) -> Seal:
    """Tell whether a sealed value is a text or names a person."""
    kind = kinds()[Indexed.objects.get(log=log, index=row.entry).type]
    return layout(kind).sealed[row.path]


def openings_at(log: Log, entry: int, path: str) -> list[SealedValue]:
    """Return what opens one text of one entry, or nothing; refuse a field that names a person.

    That field opens with the person's own key, and so does every other that names them.
    """
    rows = list(SealedValue.objects.filter(log=log, entry=entry, path=path).exclude(key=""))
    if any(seal_of(log, row) is Seal.PERSON for row in rows):
        raise Refusal("names_a_person", {"entry": entry, "path": path})
    return rows


def drop_paper(log: Log, entry: int) -> set[str]:
    """Delete the file that an entry tells of; return the key to be forgotten with its words."""
    fact = next(entries(log, start=entry, end=entry + 1)).fact
    if isinstance(fact, PointPut):
        return files.drop(log.origin, [fact.point])
    if isinstance(fact, StartAccounted):
        return drop(log.origin, [fact.account])
    return drop(log.origin, [fact.paper]) if isinstance(fact, PaperOut) else set()


def blank(log: Log, rows: Iterable[SealedValue], *, keys: Iterable[str] = ()) -> None:
    """Take away what opens sealed fields, and put their keys down to be forgotten after it.

    All of it lies in the main database, so it is done with the entry that tells of it, or not.
    """
    found = list(rows)
    SealedValue.objects.filter(pk__in=[row.pk for row in found]).update(key="", content=b"")
    wanted = ({row.key for row in found} | set(keys)) - {""}
    Forgetting.objects.bulk_create(
        (Forgetting(key=key, origin=log.origin) for key in sorted(wanted)), ignore_conflicts=True
    )


def blank_person(log: Log, known: Identity) -> int:
    """Take away who somebody is, and what opens their words; return how many openings went.

    With them go their ways in, as far as those lead to nobody else, what they asked, and what they
    wrote under their name when they were worried.
    """
    rows = openings_of(log, known)
    named = set(SealedValue.objects.filter(log=log, key=known.key).values_list("entry", flat=True))
    Person.objects.filter(id=known.person, origin=log.origin).delete()
    close_all(log.origin, [known.person])
    forget_needs(known.person)
    forget_notices(known.person)
    forget_unshared(known.person)
    forget_who_put_in(known.person)
    beside = let_go(log.origin, known.person) | forget_asks(log.origin, known.person)
    beside |= forget_writer(log.origin, known.person)
    beside |= forget_contributor(log.origin, known.person, named)
    blank(log, rows, keys=[known.key, *beside])
    return len(rows)


def sweep_keys() -> int:
    """Forget every key that nothing is sealed under; return how many there were.

    An act that was broken off may leave such a key, made before its entry. Nobody may write
    meanwhile, nor open a record: a key is kept before the entry that needs it is.
    """
    with transaction.atomic():
        _hold_everybody_up()
        # First the keys, then what names them: an account or a mail has its row before its key.
        there = set(Key.objects.values_list("id", flat=True))
        return forget_keys(there - keys_in_use())


def _hold_everybody_up() -> None:
    """Wait for whoever writes, and let nobody begin; SQLite does so by itself."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {Log._meta.db_table} IN EXCLUSIVE MODE")
