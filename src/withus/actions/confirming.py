"""Confirming: somebody says that what was typed for them is right, or that it is not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from withus.actions.joining import enter
from withus.actions.settling import settle_after
from withus.core.errors import Refusal
from withus.core.facts.keeping import EntryConfirmed
from withus.core.words import ConfirmedHow
from withus.stores.people.identity import identities
from withus.stores.people.models import Person
from withus.stores.record.append import Actor, locked
from withus.stores.record.models import Indexed, Log, SealedValue


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody says of an entry: that it is right, or that it is not."""

    record: str
    entry: int
    right: bool


def confirm(word: Word, people: Sequence[str], *, beside: Iterable[str] = (), now: datetime) -> int:
    """Confirm an entry as whoever of some people it is about, or else for another.

    `people` are those whom one account acts for, whoever acts the first; `beside` the accounts
    that were signed in at the same browser of late.
    """
    with locked(word.record) as log:
        if not people:
            raise Refusal("code_elsewhere")
        about = whom(log, word.entry, people)
        own = [each for each in people if each in about]
        how = ConfirmedHow.OWN_CODE if own else ConfirmedHow.SECOND_PERSON
        by = Actor((own or people)[0], beside=frozenset(beside))
        return _enter(word, how, by, now)


def confirm_by_letter(word: Word, *, typist: str, beside: Iterable[str] = (), now: datetime) -> int:
    """Enter that somebody confirmed by letter what was typed for them; another types that."""
    with locked(word.record) as log:
        about = sorted(named_in(log, word.entry) or whom(log, word.entry, None))
        if not about:
            raise Refusal("no_such_entry")
        by = Actor(about[0], typed_by=typist, beside=frozenset(beside))
        return _enter(word, ConfirmedHow.LETTER, by, now)


def whom(log: Log, entry: int, people: Iterable[str] | None) -> frozenset[str]:
    """Return who of some people, or of all, an entry is about: it names them, or is theirs."""
    row = Indexed.objects.filter(log=log, index=entry).first()
    if row is None:
        return frozenset()
    known = identities(log.origin, people)
    theirs = {one.person for one in known.values() if row.by in one.pseudonyms.values()}
    return frozenset(theirs) | (named_in(log, entry) & known.keys())


def named_in(log: Log, entry: int) -> frozenset[str]:
    """Return the people whom an entry names."""
    keys = SealedValue.objects.filter(log=log, entry=entry).values("key")
    rows = Person.objects.filter(origin=log.origin, key__in=keys)
    return frozenset(rows.values_list("id", flat=True))


def _enter(word: Word, how: ConfirmedHow, by: Actor, now: datetime) -> int:
    fact = EntryConfirmed(entry=word.entry, how=how, right=word.right)
    entry = enter(fact, record=word.record, by=by, now=now)[0]
    settle_after(fact, record=word.record, now=now)
    return entry
