"""Keeping what was read from minutes of earlier meetings: beside the record, and never in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from withus.core.minutes.checkfile import Check, from_json, to_json
from withus.stores.keys.locker import draw_key, find_keys, keep_keys, seal, unseal
from withus.stores.meeting.models import PastMinutes


@dataclass(frozen=True, slots=True)
class Past:
    """What was read, opened: by whom it was put in, and when."""

    id: str
    made: date
    by: str
    check: Check


def keep(origin: str, board: str, check: Check, *, by: str, on: date) -> str:
    """Keep what was read from minutes of a board's meetings; return its id."""
    key, secret = draw_key()
    keep_keys({key: secret})
    row = PastMinutes(origin=origin, board=board, made=on, by=by, key=key)
    row.sealed = _sealed(row, secret, check)
    row.save(force_insert=True)
    return row.id


def change(origin: str, board: str, past: str, check: Check) -> bool:
    """Keep it as it was put right; tell whether it was still there."""
    row = PastMinutes.objects.filter(origin=origin, board=board, id=past).first()
    secret = find_keys([row.key]).get(row.key) if row else None
    if row is None or secret is None:
        return False
    row.sealed = _sealed(row, secret, check)
    row.save()
    return True


def find(origin: str, board: str, past: str) -> Past | None:
    """Return what was read, opened; None where it is not there, or no longer."""
    found = _opened(PastMinutes.objects.filter(origin=origin, board=board, id=past))
    return found[0] if found else None


def of_board(origin: str, board: str, *, start: int, end: int) -> list[Past]:
    """Return some of what was read for a board, what was put in last first."""
    rows = PastMinutes.objects.filter(origin=origin, board=board).order_by("-made", "id")
    return _opened(rows[start:end])


def count(origin: str, board: str) -> int:
    """Return how often minutes were put in for a board."""
    return PastMinutes.objects.filter(origin=origin, board=board).count()


def by_person(origin: str, person: str) -> list[tuple[str, date]]:
    """Return for which boards somebody put minutes in, and when."""
    rows = PastMinutes.objects.filter(origin=origin, by=person).order_by("made", "id")
    return list(rows.values_list("board", "made"))


def drop(origin: str, board: str, past: str) -> set[str]:
    """Delete what was read; return the key that is still to be forgotten."""
    rows = PastMinutes.objects.filter(origin=origin, board=board, id=past)
    keys = set(rows.values_list("key", flat=True))
    rows.delete()
    return keys


def forget_who_put_in(person: str) -> None:
    """Take away who put minutes in: what was read names nobody, and stays."""
    PastMinutes.objects.filter(by=person).update(by="")


def _opened(rows: Iterable[PastMinutes]) -> list[Past]:
    found = list(rows)
    keys = find_keys(row.key for row in found)
    return [
        Past(row.id, row.made, row.by, _read(row, keys[row.key]))
        for row in found
        if row.key in keys
    ]


def _sealed(row: PastMinutes, secret: bytes, check: Check) -> bytes:
    return seal(secret, json.dumps(to_json(check)).encode(), bound_to=_place(row))


def _read(row: PastMinutes, secret: bytes) -> Check:
    return from_json(json.loads(unseal(secret, bytes(row.sealed), bound_to=_place(row))))


def _place(row: PastMinutes) -> str:
    return f"past minutes {row.id}"  # a record may go on under another name
