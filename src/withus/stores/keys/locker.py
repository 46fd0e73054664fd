"""Sealing and opening: AES-256-GCM under keys that lie apart from what they open."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db.models.expressions import RawSQL

from withus.core.errors import Refusal
from withus.core.proofs.base64_strict import to_base64url
from withus.stores.keys.models import Key

KEY_BYTES, NONCE_BYTES, ID_BYTES = 32, 12, 16
AT_A_TIME = 500  # a question to SQLite takes only so many values


class NotOpened(Refusal):
    """Say that what is sealed does not open under its key: one of the two was changed."""


def new_id() -> str:
    """Return a random id of 16 bytes; none begins with a dash, as an option of a command does."""
    while (drawn := to_base64url(secrets.token_bytes(ID_BYTES))).startswith("-"):
        pass
    return drawn


def draw_key() -> tuple[str, bytes]:
    """Return a new key with its id, which nobody keeps yet."""
    return new_id(), secrets.token_bytes(KEY_BYTES)


def keep_keys(keys: Mapping[str, bytes]) -> None:
    """Keep keys, all in one go, before what is sealed under them is acknowledged."""
    if keys:
        Key.objects.bulk_create(Key(id=name, secret=secret) for name, secret in keys.items())


def find_keys(names: Iterable[str]) -> dict[str, bytes]:
    """Return the keys that are still there, by id."""
    wanted = sorted(set(names))
    if not wanted:
        return {}
    # One question for any number, since the list goes in as one value; keys are always in SQLite.
    listed = RawSQL("SELECT value FROM json_each(%s)", [json.dumps(wanted)])
    rows = Key.objects.filter(id__in=listed).values_list("id", "secret")
    return {name: bytes(secret) for name, secret in rows}


def forget_keys(names: Iterable[str]) -> int:
    """Delete keys, and tell how many there were."""
    gone, wanted = 0, sorted(set(names))
    for start in range(0, len(wanted), AT_A_TIME):
        gone += Key.objects.filter(id__in=wanted[start : start + AT_A_TIME]).delete()[0]
    return gone


def seal(key: bytes, content: bytes, *, bound_to: str) -> bytes:
    """Seal bytes under a key, bound to the one place they belong to."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, bound_to.encode())


def unseal(key: bytes, sealed: bytes, *, bound_to: str) -> bytes:
    """Open what `seal` sealed; refuse it if key, place or bytes are others."""
    nonce, content = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    try:
        return AESGCM(key).decrypt(nonce, content, bound_to.encode())
    except (InvalidTag, ValueError) as fault:  # the second where key or nonce were cut short
        raise NotOpened("does_not_open", {"place": bound_to}) from fault
