"""Reasons: whether one says anything, and whether it was given before."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

SIGNS = re.compile(r"[^\w\s]|_")
SAYS_NOTHING = {
    "account",
    "acknowledged",
    "appreciated",
    "consideration",
    "considered",
    "na",
    "nil",
    "noted",
    "none",
    "ok",
    "okay",
    "received",
    "tba",
    "tbc",
    "thank",
    "thanks",
    "understood",
    "yes",
    "no",
    "welcome",
    "welcomed",
}
BESIDE_IT = {
    *("a", "all", "and", "are", "as", "be", "been", "but", "by", "for", "from", "had", "has"),
    *("have", "i", "is", "it", "its", "much", "of", "on", "our", "so", "that", "the", "their"),
    *("them", "these", "this", "those", "to", "us", "very", "was", "we", "were", "will", "with"),
    *("you", "your", "comment", "comments", "feedback", "idea", "ideas", "input", "many", "point"),
    *("points", "response", "suggestion", "suggestions", "view", "views", "n", "again", "duly"),
    *("carefully", "team", "board", "also", "well", "which", "into", "take", "taken", "under"),
}


def plain(reason: str) -> str:
    """Tell a reason as it is compared: small letters, no signs, one space between words.

    Shape: NFKC, so that letters that look alike in another width are the same.
    Example: “We can’t – there’s no money.” is `we cant theres no money`.
    """
    folded = unicodedata.normalize("NFKC", reason).casefold()
    return " ".join(SIGNS.sub("", folded.replace("-", " ").replace("–", " ")).split())


def is_no_answer(reason: str) -> bool:
    """Tell whether a reason says nothing: “noted”, “thank you for your comments”.

    Formula: every word is a thank-you, a nod or a word that goes with them, and one at least is a
        thank-you or a nod.
    Not: whether a reason that says something is a good one; nor an empty one, which is none.
    Source: findings.md, G3: “noted” is no answer.
    """
    words = plain(reason).split()
    return (
        bool(words)
        and all(word in SAYS_NOTHING or word in BESIDE_IT for word in words)
        and any(word in SAYS_NOTHING for word in words)
    )


def given_before(reason: str, earlier: Mapping[int, str]) -> int | None:
    """Tell the first entry that gave this very reason; None where nobody gave it before.

    Shape: `earlier` are reasons by the entry that gave them.
    Not: the same meaning in other words.
    Source: findings.md, G3: the same reason pasted is none.
    """
    wanted = plain(reason)
    same = (entry for entry, words in earlier.items() if wanted and plain(words) == wanted)
    return min(same, default=None)
