"""The public keys that sign a record. Whoever signs writes them; whoever checks reads them."""

from __future__ import annotations

from withus.core.proofs.keys import VerifierKey, read_verifier_key
from withus.stores.record.models import Log, PublicKey


def publish_key(log: Log, key: VerifierKey) -> None:
    """Make known the key that signs a record; those before it stay known."""
    PublicKey.objects.get_or_create(log=log, line=key.text())


def public_keys(log: Log) -> tuple[VerifierKey, ...]:
    """Return the keys that sign a record, the first first."""
    rows = PublicKey.objects.filter(log=log).order_by("id")
    return tuple(read_verifier_key(line) for line in rows.values_list("line", flat=True))
