"""Keeping: erase somebody, or a text, and say in the record that it happened."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from withus.core.errors import Refusal
from withus.core.facts.keeping import PersonErased
from withus.core.words import ErasedGround
from withus.stores.people.holds import hold_of
from withus.stores.people.identity import identities, identity
from withus.stores.record.append import THE_HOST, writing
from withus.stores.record.erase import (
    blank,
    blank_person,
    drop_paper,
    openings_at,
    openings_of,
    places_of,
    sweep_keys,
    with_those_before,
)
from withus.stores.record.forgetting import begun, finish
from withus.stores.record.mirror import mirrored
from withus.stores.record.models import Log
from withus.stores.record.read import find_log, with_those_after


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody whose name was asked for: their id, and how many places they hold or held."""

    name: str
    person: str
    places: int


def find_people(*, record: str, name: str) -> list[Found]:
    """Return the people whose name holds some words, by name. Nothing is kept of the question."""
    log, wanted = find_log(record), plain(name)
    found = [each for each in identities(record).values() if wanted in plain(each.name)]
    found.sort(key=lambda each: (each.name, each.person))
    return [Found(each.name, each.person, places_of(log, each)) for each in found]


def plain(words: str) -> str:
    """Return words as they compare: whatever their case, accents' spelling and spaces."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def erase_person(*, record: str, person: str, ground: ErasedGround, now: datetime) -> int:
    """Erase who somebody is and the words they entered; return how many openings are gone.

    What was counted stays counted: the entries stand, and say that something of their type
    happened then.
    """
    check_not_held(record)
    with writing(log=record, by=THE_HOST, now=now) as pen:
        count = blank_person(pen.log, identity(record, person))
        pen.append(PersonErased(ground=ground, openings=count))
    finish_erasing()
    return count


def would_erase(record: str, person: str) -> int:
    """Return how many openings an erasure of somebody would take away."""
    return len(openings_of(find_log(record), identity(record, person)))


def would_erase_text(record: str, entry: int, path: str) -> int:
    """Return how many openings an erasure of a text would take away."""
    return len(openings_at(find_log(record), entry, path))


def erase_text(*, record: str, entry: int, path: str, ground: ErasedGround, now: datetime) -> int:
    """Erase one text of one entry, whoever entered it; return how many openings are gone."""
    log = find_log(record)
    goes_on_as = with_those_after(log)[-1]  # nothing is added to a record that goes on elsewhere
    check_not_held(goes_on_as)
    with writing(log=goes_on_as, by=THE_HOST, now=now) as pen:
        rows = openings_at(log, entry, path)
        if not rows:
            raise Refusal("nothing_to_erase", {"entry": entry, "path": path})
        blank(pen.log, rows, keys=drop_paper(log, entry))
        pen.append(PersonErased(ground=ground, openings=len(rows)))
    finish_erasing()
    return len(rows)


def finish_erasing() -> bool:
    """Do what an erasure leaves for after its entry; tell whether nothing is left to do.

    If it was broken off, it is done by the next erasure, or by the worker within a day.
    """
    return finish(settings.WITHUS_MIRROR)


def is_finished() -> bool:
    """Tell whether no erasure has left anything to do."""
    return not begun()


def sweep_unused_keys() -> int:
    """Forget every key that nothing is sealed under, and tell how many there were.

    Not where a record is shorter here than a signed head says: its entries may yet come back, and
    would open with those keys.
    """
    goes_on = Log.objects.filter(continued_by=None).values_list("origin", "size")
    gone_on = set(Log.objects.exclude(continued_by=None).values_list("origin", flat=True))
    sizes = dict(goes_on)
    for origin, copy in mirrored(settings.WITHUS_MIRROR).items():
        if origin not in gone_on and sizes.get(origin, 0) < copy.head.size:
            return 0
    return sweep_keys()


def check_not_held(record: str) -> None:
    """Refuse to take anything away while an information request is open."""
    for log in with_those_before(find_log(record)):
        held = hold_of(log.origin)
        if held is not None:
            raise Refusal("held", {"ground": held.ground, "since": held.since.isoformat()})
