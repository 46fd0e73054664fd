"""Keeping: erase somebody, or a text, and say in the record that it happened."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from withus.core.errors import Refusal
from withus.core.facts.keeping import PersonErased
from withus.core.words import ErasedGround
from withus.stores.keys.locker import forget_keys
from withus.stores.people.holds import hold_of
from withus.stores.people.identity import identity
from withus.stores.record.append import THE_HOST, writing
from withus.stores.record.erase import blank, blank_person, leave_no_trace, openings_at, openings_of
from withus.stores.record.mirror import note_forgotten
from withus.stores.record.read import find_log


def erase_person(*, record: str, person: str, ground: ErasedGround, now: datetime) -> int:
    """Erase who somebody is and the words they entered; return how many openings are gone.

    What was counted stays counted: the entries stand, and say that something of their type
    happened then.
    """
    _check_not_held(record)
    with writing(log=record, by=THE_HOST, now=now) as pen:
        count, keys = blank_person(pen.log, identity(record, person))
        pen.append(PersonErased(ground=ground, openings=count))
    _forget(keys)
    return count


def would_erase(record: str, person: str) -> int:
    """Return how many openings an erasure of somebody would take away."""
    return len(openings_of(find_log(record), identity(record, person)))


def would_erase_text(record: str, entry: int, path: str) -> int:
    """Return how many openings an erasure of a text would take away."""
    return len(openings_at(find_log(record), entry, path))


def erase_text(*, record: str, entry: int, path: str, ground: ErasedGround, now: datetime) -> int:
    """Erase one text of one entry, whoever entered it; return how many openings are gone."""
    _check_not_held(record)
    with writing(log=record, by=THE_HOST, now=now) as pen:
        rows = openings_at(pen.log, entry, path)
        if not rows:
            raise Refusal("nothing_to_erase", {"entry": entry, "path": path})
        keys = blank(rows)
        pen.append(PersonErased(ground=ground, openings=len(rows)))
    _forget(keys)
    return len(rows)


def _forget(keys: set[str]) -> None:
    """Only now that the entry stands; were we stopped here, the next sweep forgets them."""
    note_forgotten(settings.WITHUS_MIRROR, keys)
    forget_keys(keys)
    leave_no_trace()


def _check_not_held(record: str) -> None:
    held = hold_of(record)
    if held is not None:
        raise Refusal("held", {"ground": held.ground, "since": held.since.isoformat()})
