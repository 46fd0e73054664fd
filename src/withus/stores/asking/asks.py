"""Keeping asks: each sealed under a key of its own, which goes with the ask."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from withus.core.errors import Refusal
from withus.core.rules.asking import Standing
from withus.core.words import AskKind
from withus.stores.asking.models import Ask
from withus.stores.keys.locker import draw_key, find_keys, keep_keys, seal, unseal


class NoSuchAsk(Refusal):
    """Say that there is no such ask in this partnership, or no longer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An ask, opened."""

    id: str
    origin: str
    person: str
    kind: AskKind
    made: date
    due: date
    stands: Standing
    words: str
    answer: str
    reason: str  # why it is on hold


def keep(origin: str, person: str, kind: AskKind, words: str, *, days: tuple[date, date]) -> str:
    """Keep an ask, made on a day and due on another; return its id."""
    key, secret = draw_key()
    keep_keys({key: secret})
    made, due = days
    row = Ask(origin=origin, person=person, kind=kind.value, made=made, due=due, key=key)
    row.sealed = _sealed(row, secret, {"words": words, "answer": "", "reason": ""})
    row.save(force_insert=True)
    return row.id


def find(origin: str, ask: str) -> Asked:
    """Return an ask of a partnership, opened; refuse one that is not there."""
    found = opened(Ask.objects.filter(origin=origin, id=ask))
    if not found:
        raise NoSuchAsk("no_such_ask")
    return found[0]


def of_person(origin: str, person: str) -> list[Asked]:
    """Return what somebody has asked, the newest first."""
    return opened(Ask.objects.filter(origin=origin, person=person).order_by("-made", "id"))


def of_partnership(origin: str, *, start: int, end: int) -> list[Asked]:
    """Return some asks of a partnership: the open ones first, by when they are due."""
    rows = Ask.objects.filter(origin=origin)
    ordered = rows.order_by(F("answered").asc(nulls_first=True), "due", "id")
    return opened(ordered[start:end])


def count(origin: str) -> int:
    """Return how many asks a partnership has."""
    return Ask.objects.filter(origin=origin).count()


def ordered() -> list[tuple[str, str]]:
    """Return the erasures that are ordered and not yet done: partnership and ask."""
    rows = Ask.objects.exclude(ordered=None).filter(answered=None).order_by("due", "id")
    return list(rows.values_list("origin", "id"))


def partnership_of(ask: str) -> str | None:
    """Return the partnership of an ask, if it is still there."""
    return Ask.objects.filter(id=ask).values_list("origin", flat=True).first()


def forget_asks(origin: str, person: str) -> set[str]:
    """Delete what somebody asked; return the keys to forget."""
    rows = Ask.objects.filter(origin=origin, person=person)
    keys = set(rows.values_list("key", flat=True))
    rows.delete()
    return keys


def note(ask: str, *, days: Mapping[str, date | None], told: Mapping[str, str]) -> None:
    """Write what became of an ask: days in clear, and words sealed with the others."""
    row = Ask.objects.get(id=ask)
    secret = find_keys([row.key])[row.key]
    for name, day in days.items():
        setattr(row, name, day)
    row.sealed = _sealed(row, secret, _read(row, secret) | dict(told))
    row.save()


def opened(rows: Iterable[Ask]) -> list[Asked]:
    """Return asks opened, in their order; those whose key is gone are left out."""
    found = list(rows)
    keys = find_keys(row.key for row in found)
    return [_asked(row, _read(row, keys[row.key])) for row in found if row.key in keys]


def _asked(row: Ask, told: dict[str, str]) -> Asked:
    kind = AskKind(row.kind)
    stands = Standing(kind, held=row.held, ordered=row.ordered, answered=row.answered)
    return Asked(row.id, row.origin, row.person, kind, row.made, row.due, stands, **told)


def _sealed(row: Ask, secret: bytes, told: dict[str, str]) -> bytes:
    return seal(secret, json.dumps(told).encode(), bound_to=f"ask {row.id}")


def _read(row: Ask, secret: bytes) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(unseal(secret, bytes(row.sealed), bound_to=f"ask {row.id}"))
    return told
