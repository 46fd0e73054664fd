"""Posting mail, and what is done with it until it is handed on.

Each mail is sealed under a key of its own, which is forgotten as soon as the mail is handed on or
too old: neither the table nor an older copy of it then tells whom it was to, or what it said.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from withus.stores.keys.locker import draw_key, find_keys, forget_keys, keep_keys, seal, unseal
from withus.stores.outbox.models import Mail

KEPT = timedelta(days=1)
MOST = 200  # that are kept on a screen, where no mail can be sent
HELD = timedelta(minutes=5)  # whoever takes a mail to send it has so long before another may
LENGTH = 4_096  # a mail is filled up to a multiple, so that its length tells little


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as it is read: to whom, about what, and its words."""

    id: str
    address: str
    subject: str
    body: str
    made_at: datetime
    tries: int = 0
    calendar: str = ""  # an entry for their calendar, if one goes with it
    about: str = ""  # what is to be noted once it is handed on


def post(address: str, subject: str, body: str, *, calendar: str = "", about: str = "") -> None:
    """Leave a mail to be sent soon. The words come from saying; nothing of them is kept for long.

    Without an address it is to nobody: the same is written, and dropped later.
    """
    key, secret = draw_key()
    now = datetime.now(UTC)
    said = {
        "address": address,
        "subject": subject,
        "body": body,
        "calendar": calendar,
        "about": about,
    }
    told = json.dumps(said).encode()
    row = Mail(key=key, made_at=now, due_at=now)
    row.sealed = seal(secret, told + b" " * (-len(told) % LENGTH), bound_to=f"mail {row.id}")
    row.save(force_insert=True)
    keep_keys({key: secret})  # after the row: a key that no row names may be swept away


def waiting(*, most: int = MOST) -> list[Letter]:
    """Return the mails that wait, the newest first; those to nobody are left out."""
    return list(_opened(list(Mail.objects.order_by("-made_at", "id")[:most])))


def take_due(*, now: datetime, most: int = 20) -> Iterator[Letter]:
    """Yield mails to send now. Each is held for a while: no other worker takes it meanwhile."""
    for row in list(Mail.objects.filter(due_at__lte=now).order_by("due_at")[:most]):
        held = Mail.objects.filter(id=row.id, due_at=row.due_at).update(due_at=now + HELD)
        if not held:
            continue
        found = list(_opened([row]))
        if found:
            yield found[0]
        else:
            drop([row.id])  # to nobody, or its key is gone


def try_again(letter: Letter, *, now: datetime) -> None:
    """Put a mail off that could not be sent: a minute, then two, four, at most an hour."""
    pause = min(timedelta(minutes=2**letter.tries), timedelta(hours=1))
    Mail.objects.filter(id=letter.id).update(due_at=now + pause, tries=letter.tries + 1)


def drop(ids: list[str]) -> None:
    """Forget mails, with their keys."""
    rows = Mail.objects.filter(id__in=ids)
    keys = list(rows.values_list("key", flat=True))
    forget_keys(keys)
    rows.delete()


def drop_old(*, now: datetime, most: int | None = None) -> None:
    """Forget what is more than a day old; with `most`, only so many are kept, the newest."""
    old = Mail.objects.filter(made_at__lt=now - KEPT)
    drop(list(old.values_list("id", flat=True)))
    if most is not None:
        drop(list(Mail.objects.order_by("-made_at").values_list("id", flat=True)[most:]))


def _opened(rows: list[Mail]) -> Iterator[Letter]:
    keys = find_keys(row.key for row in rows)
    for row in rows:
        if row.key not in keys:
            continue
        told = json.loads(unseal(keys[row.key], bytes(row.sealed), bound_to=f"mail {row.id}"))
        if told["address"]:
            words = (told["address"], told["subject"], told["body"])
            more = (told.get("calendar", ""), told.get("about", ""))
            yield Letter(row.id, *words, row.made_at, row.tries, *more)
