"""What the signer reads and writes: where records stand, their signed heads, errands for one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from django.db import transaction

from withus.core.facts.encoding import decode
from withus.core.facts.joining import PartnershipOpened
from withus.core.proofs.keys import VerifierKey
from withus.stores.record.append import CHECKPOINT
from withus.stores.record.models import Errand, Leaf, Log, SignedHead
from withus.stores.record.published import publish_key


def records() -> Iterator[Log]:
    """Yield every record as it stands."""
    yield from Log.objects.order_by("id")


def waiting(*, without: Collection[str] = ()) -> list[Log]:
    """Return the records with an entry that waits for its checkpoint."""
    open_ = Errand.objects.filter(kind=CHECKPOINT, done_at=None)
    logs = Log.objects.filter(id__in=open_.values("log"))
    return list(logs.exclude(origin__in=list(without)).order_by("id"))


def has_head(log: Log) -> bool:
    """Tell whether any head of a record was ever signed."""
    return SignedHead.objects.filter(log=log).exists()


def is_practice(log: Log) -> bool:
    """Tell whether a record is a practice run, by its first entry, which never changes."""
    first = Leaf.objects.filter(log=log, index=0).values_list("content", flat=True).first()
    if first is None:
        return False
    fact = decode(bytes(first), index=0).fact
    return isinstance(fact, PartnershipOpened) and fact.practice


def last_head(log: Log) -> SignedHead | None:
    """Return the last signed head of a record, if there is one."""
    return SignedHead.objects.filter(log=log).order_by("size").last()


def publish(log: Log, *, size: int, note: bytes, key: VerifierKey, at: datetime) -> bytes:
    """Write a signed head, and the key that signed it, unless they are there; return what now is.

    The errands of the entries it covers are done in the same transaction.
    """
    with transaction.atomic():
        found = SignedHead.objects.filter(log=log, size=size).first()
        if found is None:
            found = SignedHead.objects.create(log=log, size=size, note=note, made_at=at)
        publish_key(log, key)
        covered = Errand.objects.filter(log=log, kind=CHECKPOINT, done_at=None, entry__lt=size)
        covered.update(done_at=at)
    return bytes(found.note)
