"""Marks: what an address or a code is found by, and what tells nothing of it without the key."""

from __future__ import annotations

import hmac
import secrets
import unicodedata
from collections.abc import Iterable

from withus.core.proofs.base64_strict import to_base64url
from withus.stores.keys.locker import KEY_BYTES, find_keys
from withus.stores.keys.models import Key

MARKS = "marks-of-this-place-00"  # the id of the one key that marks are made with
# No letter or figure that is taken for another, by eye or on the phone.
LETTERS = "ABCDEFGHJKMNPQRTUVWXY346789"
GROUPS, GROUP = 3, 4  # 12 of 27: 57 bits


def mark(kind: str, words: str) -> str:
    """Return the mark of an address or a code: the same for the same words, here only."""
    return marks(kind, [words])[words]


def marks(kind: str, many: Iterable[str]) -> dict[str, str]:
    """Return the marks of many, by what they are of."""
    wanted = set(many)
    key = _key() if wanted else b""
    return {
        words: to_base64url(hmac.digest(key, f"{kind}\n{words}".encode(), "sha256"))
        for words in wanted
    }


def plain_address(address: str) -> str:
    """Return an address as it is compared: without case and without spaces around it."""
    return unicodedata.normalize("NFC", address.strip()).casefold()


def new_code() -> str:
    """Return a new code to be typed from paper: three groups of four."""
    drawn = [secrets.choice(LETTERS) for _ in range(GROUPS * GROUP)]
    return "-".join("".join(drawn[at : at + GROUP]) for at in range(0, len(drawn), GROUP))


def plain_code(code: str) -> str:
    """Return a code as it is compared: capitals and figures, without what lies between them."""
    return "".join(each for each in code.upper() if each.isalnum())


def _key() -> bytes:
    found = find_keys([MARKS])
    if MARKS not in found:
        drawn = Key(id=MARKS, secret=secrets.token_bytes(KEY_BYTES))
        Key.objects.bulk_create([drawn], ignore_conflicts=True)  # the first to write it is right
        found = find_keys([MARKS])
    return found[MARKS]
