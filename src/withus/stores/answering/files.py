"""Keeping what goes with a point: a picture, a recording, a film; sealed under a key of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from withus.stores.answering.models import Attachment
from withus.stores.keys.locker import draw_key, find_keys, keep_keys, seal, unseal

LENGTH = 4  # bytes, before the kind


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is kept: its kind, as the web names it, and how its name ends."""

    kind: str
    ending: str
    content: bytes

    @property
    def told(self) -> str:
        """Tell what the record says of it, sealed: its kind and what proves that it is this one."""
        return f"{self.kind} sha256 {sha256(self.content).hexdigest()}"


def keep(origin: str, owner: str, file: File, *, part: int = 0) -> None:
    """Keep a file, in the place of any before."""
    drop(origin, [owner], part=part)
    key, secret = draw_key()
    keep_keys({key: secret})
    about = f"{file.kind} {file.ending}".encode()
    told = len(about).to_bytes(LENGTH, "big") + about + file.content
    sealed = seal(secret, told, bound_to=_place(origin, owner, part))
    Attachment.objects.create(origin=origin, owner=owner, part=part, key=key, sealed=sealed)


def find(origin: str, owner: str, *, part: int = 0) -> File | None:
    """Return a file, opened; None where there is none, or no longer."""
    row = Attachment.objects.filter(origin=origin, owner=owner, part=part).first()
    secret = find_keys([row.key]).get(row.key) if row else None
    if row is None or secret is None:
        return None
    told = unseal(secret, bytes(row.sealed), bound_to=_place(origin, owner, part))
    ends = LENGTH + int.from_bytes(told[:LENGTH], "big")
    kind, _, ending = told[LENGTH:ends].decode().rpartition(" ")
    return File(kind, ending, told[ends:])


def there(origin: str, owners: Iterable[str]) -> frozenset[tuple[str, int]]:
    """Return which of some owners have a file, and with which part, unopened."""
    rows = Attachment.objects.filter(origin=origin, owner__in=list(owners))
    return frozenset(rows.values_list("owner", "part"))


def drop(origin: str, owners: Iterable[str], *, part: int | None = None) -> set[str]:
    """Delete files; return the keys that are still to be forgotten."""
    rows = Attachment.objects.filter(origin=origin, owner__in=list(owners))
    if part is not None:
        rows = rows.filter(part=part)
    keys = set(rows.values_list("key", flat=True))
    rows.delete()
    return keys


def _place(origin: str, owner: str, part: int) -> str:
    return f"attachment {origin} {owner} {part}"
