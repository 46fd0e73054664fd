"""The paragraphs of a text, and the one way in which a text is written."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from withus.core.proofs.base64_strict import to_base64url

LINE_ENDS = re.compile("\r\n|[\r\f\v\x1c-\x1e\x85\u2028\u2029]")
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
BLANK = re.compile(r"\n{2,}")


def plain(text: str) -> str:
    """Tell a text as it is kept: in NFC, with LF, no line ending in spaces, one blank line at most.

    Shape: neither begins nor ends with a blank line; tabs stay.
    Not: characters that nobody sees, which could hide what a paragraph says.
    """
    tidy = UNSEEN.sub("", LINE_ENDS.sub("\n", text))
    lines = (line.rstrip() for line in unicodedata.normalize("NFC", tidy).split("\n"))
    return BLANK.sub("\n\n", "\n".join(lines)).strip("\n")


def paragraphs(text: str) -> tuple[str, ...]:
    """Tell the paragraphs of a text: what blank lines divide.

    Shape: of `plain(text)`; none is empty, so that a heading or a list stays whole.
    Example: "# Buses\\n\\nOne more bus.\\n" has "# Buses" and "One more bus.".
    """
    whole = plain(text)
    return tuple(whole.split("\n\n")) if whole else ()


def joined(some: tuple[str, ...]) -> str:
    """Tell the text that paragraphs make: `joined(paragraphs(text)) == plain(text)`."""
    return "\n\n".join(some)


def digest(paragraph: str) -> str:
    """Tell the digest by which a paragraph is known: 43 characters of base64url.

    Formula: SHA-256 of the paragraph in UTF-8.
    """
    return to_base64url(sha256(paragraph.encode()).digest())
