"""Histories read for tests: texts in, the origin of each word out."""

from __future__ import annotations

from collections.abc import Iterable

from withus.core.wording.figures import Figures, count
from withus.core.wording.history import Words
from withus.core.wording.tokens import tokens


def words_of(texts: Iterable[str]) -> Words:
    """Take in a history."""
    words = Words()
    for text in texts:
        words.add(text)
    return words


def figures_of(texts: Iterable[str]) -> Figures:
    """Take in a history, and count its words."""
    return count(words_of(texts))


def told(words: Words) -> list[tuple[str, int]]:
    """Tell each word of the last text, as written, and its revision."""
    passages = [words.seen.passages[number] for number in words.current]
    return [
        (word, words.origin(one))
        for passage in passages
        for word, one in zip(tokens(passage.text), passage.identities, strict=True)
    ]


def origins_of(*texts: str) -> str:
    """Tell the revisions of the words of the last of some texts, one figure for each word."""
    return "".join(str(revision) for _word, revision in told(words_of(texts)))
