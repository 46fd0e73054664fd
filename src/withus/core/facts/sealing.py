"""Sealed fields: what stands in a leaf in their place, and what opens them."""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from withus.core.errors import Refusal
from withus.core.facts.circumstances import NotALeaf
from withus.core.proofs.base64_strict import to_base64url
from withus.core.proofs.canonical import canonical

KEY_BYTES = 32
A_COMMITMENT = re.compile(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")  # 32 bytes leave two bits over


class NotTheOpening(Refusal):
    """Say that what was offered does not open the sealed field."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a sealed field: the value and the key that its commitment was made with."""

    path: str
    value: str
    key: bytes = field(repr=False)


def check_opening(opening: Opening, *, leaf: Mapping[str, Any]) -> None:
    """Refuse an opening that is not the one a leaf commits to.

    Errors: NotTheOpening `no_such_field`, `not_words`, `opening_differs`; NotALeaf `key_length`.
    """
    committed, value = leaf["sealed"].get(opening.path), opening.value
    if committed is None:
        raise NotTheOpening("no_such_field", {"path": opening.path})
    if not isinstance(value, str):  # a commitment could be made to any JSON
        raise NotTheOpening("not_words", {"path": opening.path})
    origin, nonce, kind = str(leaf["origin"]), str(leaf["nonce"]), str(leaf["type"])
    found = commitment(opening, origin=origin, nonce=nonce, kind=kind)
    if not hmac.compare_digest(found, committed):
        raise NotTheOpening("opening_differs", {"path": opening.path})


def commitment(opening: Opening, *, origin: str, nonce: str, kind: str) -> str:
    """Tell what a leaf holds in place of a sealed value.

    Formula: HMAC-SHA256(key, canonical([origin, nonce, type, path, value])), as base64url.
    Shape: a key of exactly 32 bytes; with others HMAC would pad, and two keys could open one.
    Errors: NotALeaf `key_length`.
    Source: RFC 2104; RFC 8785.
    """
    if len(opening.key) != KEY_BYTES:
        raise NotALeaf("key_length", {"found": len(opening.key), "expected": KEY_BYTES})
    told = canonical([origin, nonce, kind, opening.path, opening.value])
    return to_base64url(hmac.digest(opening.key, told, "sha256"))


def is_commitment(text: object) -> bool:
    """Tell whether a text can be a commitment: 32 bytes as base64url, in its one spelling.

    Not: whether anything opens it.
    """
    return isinstance(text, str) and A_COMMITMENT.fullmatch(text) is not None
