"""Base64 in one spelling only: whatever is not its own re-encoding is refused.

Ordinary decoders ignore stray characters and spare bits, so that many texts decode to the same
bytes. A text that can be altered unnoticed has no place in a proof.
"""

from __future__ import annotations

import base64
import binascii

from withus.core.proofs.refused import Malformed


def to_base64(content: bytes) -> str:
    """Write bytes as base64 with its padding.

    Source: RFC 4648 section 4.
    Example: two zero bytes are `AAA=`.
    """
    return base64.b64encode(content).decode("ascii")


def from_base64(text: str) -> bytes:
    """Read bytes from base64 with its padding, in its one spelling.

    Errors: Malformed `not_base64` if writing the bytes again gives another text.
    Source: RFC 4648 sections 3.5 and 4.
    Example: `AAA=` is two zero bytes; `AAB=`, whose spare bits are set, is refused.
    """
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as fault:
        raise Malformed("not_base64") from fault
    if to_base64(content) != text:
        raise Malformed("not_base64")
    return content


def to_base64url(content: bytes) -> str:
    """Write bytes as base64 for names and addresses, without padding.

    Source: RFC 4648 section 5, padding left out as section 3.2 allows.
    Example: the byte 255 is `_w`.
    """
    return base64.urlsafe_b64encode(content).decode("ascii").rstrip("=")


def from_base64url(text: str) -> bytes:
    """Read bytes from base64 for names and addresses, without padding, in its one spelling.

    Errors: Malformed `not_base64url` if writing the bytes again gives another text.
    Source: RFC 4648 sections 3.5 and 5.
    Example: `_w` is the byte 255; `_w==`, `/w` and `_x` are refused.
    """
    try:
        content = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as fault:
        raise Malformed("not_base64url") from fault
    if to_base64url(content) != text:
        raise Malformed("not_base64url")
    return content
