"""Every passage that ever stood in a text, and where any three words in a row were seen."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from math import log2
from typing import NamedTuple

from withus.core.wording.tokens import folded

GRAM = 3  # words in a row
PLACES = 6  # where the same three words are remembered at most
BITS = 21  # of a word's number: two million different words
OFFSET = 12  # bits of a place within a passage
WITHIN = (1 << OFFSET) - 1
NOWHERE = -1  # in the place of a passage: there is none yet
NEW = -1  # in the place of an identity: a word that was just written


class Passage(NamedTuple):
    """A passage as it stood once: its text, its words as numbers, and which word each one is.

    Shape: `phrase` is the same for passages with the same words; `identities` has a number for
        each word, given when it was first written and kept wherever that word goes.
    """

    text: str
    phrase: int
    identities: tuple[int, ...]


class Seen:
    """All that was ever written in a history: passages, phrases and three words in a row."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self.numbers: dict[str, int] = {}  # of words
        self.weights: list[float] = []  # of words, by number
        self.held_by: list[int] = []  # in how many phrases a word stands
        self.phrases: dict[tuple[int, ...], int] = {}
        self.words_of: list[tuple[int, ...]] = []  # by phrase
        self.read: dict[str, int] = {}  # text to phrase
        self.passages: list[Passage] = []
        self.known: dict[tuple[str, tuple[int, ...]], int] = {}
        self.latest: list[int] = []  # by phrase: the passage that had it last
        self.grams: dict[int, int | tuple[int, ...]] = {}
        self.spelt = array("I")  # the word of each identity

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
                self.latest.append(NOWHERE)
                self._weigh(words)
            self.read[text] = found
        return found

    def _weigh(self, words: tuple[int, ...]) -> None:
        more = len(self.numbers) - len(self.held_by)
        self.held_by.extend([0] * more)
        self.weights.extend([1.0] * more)
        for word in set(words):
            self.held_by[word] += 1
            self.weights[word] = 1 / (1 + log2(self.held_by[word]) / 2)

    def weight(self, words: Sequence[int]) -> float:
        """Tell how much it says that these words are the same in two places.

        Formula: for each word 1 / (1 + log2(n) / 2), where n different phrases hold it, so that
            "the" says less than "advocacy".
        """
        weights = self.weights
        return sum(weights[word] for word in words)

    def words(self, passage: int) -> tuple[int, ...]:
        """Tell the words of a passage as numbers."""
        return self.words_of[self.passages[passage].phrase]

    def keep(self, text: str, identities: Sequence[int]) -> int:
        """Keep a passage with the identities of its words, and return its number.

        Shape: words that are NEW get the next identities.
        """
        phrase = self.phrase(text)
        whole = self._identified(self.words_of[phrase], identities)
        number = self.known.setdefault((text, whole), len(self.passages))
        if number == len(self.passages):
            self.passages.append(Passage(text, phrase, whole))
            self._index(number)
        self.latest[phrase] = number
        return number

    def _identified(self, words: Sequence[int], identities: Sequence[int]) -> tuple[int, ...]:
        if NEW not in identities:
            return tuple(identities)
        found = []
        for word, one in zip(words, identities, strict=True):
            if one == NEW:
                one = len(self.spelt)
                self.spelt.append(word)
            found.append(one)
        return tuple(found)

    def _index(self, number: int) -> None:
        _text, phrase, identities = self.passages[number]
        words, grams = self.words_of[phrase], self.grams
        for offset in range(min(len(words) - GRAM + 1, 1 << OFFSET)):
            a, b, c = words[offset : offset + GRAM]
            gram = (a << BITS | b) << BITS | c
            place = number << OFFSET | offset
            held = grams.setdefault(gram, place)
            if held == place:
                continue
            these = identities[offset : offset + GRAM]
            places = (held,) if isinstance(held, int) else held
            others = tuple(each for each in places if self.identities(each) != these)
            grams[gram] = (*others[-PLACES + 1 :], place) if others else place

    def identities(self, place: int) -> tuple[int, ...]:
        """Tell the three words that stand at a place."""
        at = place & WITHIN
        return self.passages[place >> OFFSET].identities[at : at + GRAM]

    def places(self, words: Sequence[int]) -> list[tuple[int, ...]]:
        """Tell, for each three words in a row, where they were seen, the latest last.

        Shape: a place is `number << OFFSET | where`, for the passage and where in it they begin.
        """
        grams = self.grams
        found: list[tuple[int, ...]] = []
        for a, b, c in zip(words, words[1:], words[2:], strict=False):
            held = grams.get((a << BITS | b) << BITS | c, ())
            found.append((held,) if isinstance(held, int) else held)
        return found
