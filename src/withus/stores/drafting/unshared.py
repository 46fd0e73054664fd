"""Keeping what somebody is writing: sealed under their own key, and gone once it is saved."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from withus.stores.drafting.models import Unshared
from withus.stores.keys.locker import seal, unseal
from withus.stores.people.identity import with_secrets

KEPT = timedelta(days=90)
THE_TEXT = "text"  # the plan itself, and not another form of it


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody has typed: from which revision they began, the text, and whose words it is."""

    base: str
    text: str
    whose: str = ""
    credits: str = ""
    imported: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is writing, and when they last changed it."""

    work: str
    form: str
    typed: Typed
    changed: date


def keep(origin: str, person: str, draft: Draft) -> None:
    """Keep what somebody has typed, in the place of what they typed before."""
    _, secret = with_secrets(origin, [person])[person]
    told = json.dumps(asdict(draft.typed)).encode()
    sealed = seal(secret, told, bound_to=_place(person, draft.work, draft.form))
    Unshared.objects.update_or_create(
        origin=origin,
        work=draft.work,
        form=draft.form,
        person=person,
        defaults={"sealed": sealed, "changed": draft.changed},
    )


def find(origin: str, person: str, *, work: str, form: str) -> Draft | None:
    """Return what somebody is writing; None where it is nothing."""
    rows = Unshared.objects.filter(origin=origin, person=person, work=work, form=form)
    return next(iter(_opened(origin, person, list(rows))), None)


def of_person(origin: str, person: str) -> list[Draft]:
    """Return all that somebody is writing, the latest changed first."""
    rows = Unshared.objects.filter(origin=origin, person=person).order_by("-changed", "work")
    return _opened(origin, person, list(rows))


def drop(origin: str, person: str, *, work: str, form: str) -> None:
    """Throw away what somebody was writing."""
    Unshared.objects.filter(origin=origin, person=person, work=work, form=form).delete()


def forget_unshared(person: str) -> None:
    """Delete all that somebody was writing, in whichever record."""
    Unshared.objects.filter(person=person).delete()


def forget_old(*, on: date) -> None:
    """Delete what nobody has changed for ninety days."""
    Unshared.objects.filter(changed__lte=on - KEPT).delete()


def _opened(origin: str, person: str, rows: list[Unshared]) -> list[Draft]:
    known = with_secrets(origin, [person]) if rows else {}
    if person not in known:
        return []
    secret = known[person][1]
    return [
        Draft(row.work, row.form, Typed(**json.loads(_unsealed(row, secret))), row.changed)
        for row in rows
    ]


def _unsealed(row: Unshared, secret: bytes) -> bytes:
    return unseal(secret, bytes(row.sealed), bound_to=_place(row.person, row.work, row.form))


def _place(person: str, work: str, form: str) -> str:
    return f"unshared {person} {work} {form}"
