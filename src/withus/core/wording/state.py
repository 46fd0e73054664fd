"""The words of a history as plain lists and texts, to be kept and taken up again."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import Any

from withus.core.wording.history import Step, Words

METHOD = "withus-words-1"


def to_plain(words: Words) -> dict[str, Any]:
    """Write the words of a history as what JSON can hold.

    Shape: `passages` are [text, identities]; `revisions` are [first identity, digest,
        [[first, last, [passages]], ...]].
    Not: a form for others. It is read again by the same method alone.
    """
    marks = {number: mark.hex() for mark, number in words.known.items()}
    return {
        "method": METHOD,
        "passages": [[one.text, list(one.identities)] for one in words.seen.passages],
        "latest": list(words.seen.latest),
        "revisions": [
            [first, marks.get(number, ""), [[a, b, list(new)] for a, b, new in steps]]
            for number, (first, steps) in enumerate(zip(words.firsts, words.steps, strict=True))
        ],
    }


def from_plain(plain: Mapping[str, Any]) -> Words:
    """Take the words of a history up again.

    Errors: ValueError where another method wrote it.
    """
    if plain["method"] != METHOD:
        raise ValueError(plain["method"])
    words = Words()
    spelt: dict[int, int] = {}
    for text, identities in plain["passages"]:
        words.seen.keep(text, identities)
        phrase = words.seen.words_of[words.seen.phrase(text)]
        spelt.update(zip(identities, phrase, strict=True))
    words.seen.spelt = array("I", (spelt[one] for one in range(len(spelt))))
    words.seen.latest = list(plain["latest"])
    for number, (first, mark, steps) in enumerate(plain["revisions"]):
        words.firsts.append(first)
        if mark:
            words.known[bytes.fromhex(mark)] = number
        words.replace([Step(a, b, array("I", new)) for a, b, new in steps])
    words.text = "".join(words.seen.passages[one].text for one in words.current)
    return words
