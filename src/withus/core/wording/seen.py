"""Every passage that ever stood in a text, and where any three words in a row were seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from withus.core.wording.tokens import folded

GRAM = 3  # words in a row
PLACES = 6  # where the same three words are remembered at most
BITS = 21  # of a word's number: two million different words
OFFSET = 12  # bits of a place within a passage


class Passage(NamedTuple):
    """A passage as it stood once: its text, its words as numbers, and which word each one is.

    Shape: `phrase` is the same for passages with the same words; `identities` has a number for
        each word, given when it was first written and kept wherever that word goes.
    """

    text: str
    phrase: int
    identities: tuple[int, ...]


class Seen:
    """All that was ever written in a history, by passages, phrases and three words in a row."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self.numbers: dict[str, int] = {}
        self.phrases: dict[tuple[int, ...], int] = {}
        self.words_of: list[tuple[int, ...]] = []
        self.read: dict[str, int] = {}  # text to phrase
        self.passages: list[Passage] = []
        self.with_phrase: dict[int, list[int]] = {}
        self.known: dict[tuple[str, int, int], int] = {}
        self.grams: dict[int, int | tuple[int, ...]] = {}

    def phrase(self, text: str) -> int:
        """Tell the number of a passage's words, capitals and spaces apart."""
        found = self.read.get(text)
        if found is None:
            numbers = self.numbers
            words = tuple(numbers.setdefault(word, len(numbers)) for word in folded(text))
            found = self.phrases.get(words)
            if found is None:
                found = self.phrases[words] = len(self.words_of)
                self.words_of.append(words)
            self.read[text] = found
        return found

    def words(self, passage: int) -> tuple[int, ...]:
        """Tell the words of a passage as numbers."""
        return self.words_of[self.passages[passage].phrase]

    def keep(self, text: str, identities: Sequence[int]) -> int:
        """Keep a passage with the identities of its words, and return its number."""
        phrase = self.phrase(text)
        whole = tuple(identities)
        for number in self.with_phrase.setdefault(phrase, []):
            one = self.passages[number]
            if one.identities == whole:
                if one.text == text:
                    return number
                whole = one.identities  # kept once
        number = len(self.passages)
        self.passages.append(Passage(text, phrase, whole))
        self.with_phrase[phrase].append(number)
        self._index(number)
        return number

    def _index(self, number: int) -> None:
        _text, phrase, identities = self.passages[number]
        words, grams = self.words_of[phrase], self.grams
        for offset in range(min(len(words) - GRAM + 1, 1 << OFFSET)):
            a, b, c = words[offset : offset + GRAM]
            gram = (a << BITS | b) << BITS | c
            place = number << OFFSET | offset
            held = grams.get(gram)
            if held is None:
                grams[gram] = place
                continue
            places = (held,) if isinstance(held, int) else held
            if all(self._first(each) != identities[offset] for each in places):
                grams[gram] = (*places[-PLACES + 1 :], place)

    def _first(self, place: int) -> int:
        return self.passages[place >> OFFSET].identities[place & ((1 << OFFSET) - 1)]

    def places(self, words: Sequence[int], at: int) -> Iterator[tuple[int, int]]:
        """Yield where the three words from a place on were seen: the passage and the place in it."""
        a, b, c = words[at : at + GRAM]
        held = self.grams.get((a << BITS | b) << BITS | c)
        if held is None:
            return
        for place in (held,) if isinstance(held, int) else reversed(held):
            yield place >> OFFSET, place & ((1 << OFFSET) - 1)
