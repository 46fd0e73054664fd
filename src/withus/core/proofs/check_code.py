"""A checkpoint as a size and twelve plain words, to print, say aloud and type back.

Whoever keeps the words of an old checkpoint, on an agenda or in an e-mail, can hold the record to
it: had anything before it been changed, its words would be others.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from withus.core.proofs.checkpoint import LARGEST, Checkpoint
from withus.core.proofs.refused import Malformed, ProofRefused

WORDS, WORD_BITS = 12, 11
DIGEST_BITS, SUM_BITS = 128, 4
COMMA_IN_A_NUMBER = re.compile(r"(?<=\d),(?=\d{3})")
PIECE = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class CheckCode:
    """A size and twelve words of the list."""

    size: int
    words: tuple[str, ...]

    def text(self) -> str:
        """Write the code on one line.

        Example: `1204 acorn bagel ... zebra`.
        """
        return f"{self.size} {' '.join(self.words)}"

    def adds_up(self) -> bool:
        """Tell whether the last four bits are the check sum of the size and the rest.

        Not: proof of anything; it finds fifteen slips in sixteen before a checkpoint is at hand.
        """
        if len(self.words) != WORDS or not set(self.words).issubset(numbered()):
            return False
        bits = 0
        for word in self.words:
            bits = bits << WORD_BITS | numbered()[word]
        digest = (bits >> SUM_BITS).to_bytes(DIGEST_BITS // 8, "big")
        return check_sum(self.size, digest) == bits & ((1 << SUM_BITS) - 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """A code as it was typed, and where one word was mended, counted from 1."""

    code: CheckCode
    mended: int | None


def check_code(checkpoint: Checkpoint) -> CheckCode:
    """Tell the words of a checkpoint.

    Formula: the first 128 bits of SHA-256 of the checkpoint's body, then 4 bits of check sum over
        the size and those; 132 bits as 12 numbers of 11 bits, each a word of the list.
    Shape: Checkpoint -> size and 12 words.
    Not: a signature; it is worth what the paper it stands on is worth.
    Source: RFC 6234 for SHA-256; the list is `words.txt` beside this file, never to be changed.
    """
    digest = sha256(checkpoint.body().encode()).digest()[: DIGEST_BITS // 8]
    bits = int.from_bytes(digest, "big") << SUM_BITS | check_sum(checkpoint.size, digest)
    places = reversed(range(0, WORDS * WORD_BITS, WORD_BITS))
    found = tuple(word_list()[bits >> place & ((1 << WORD_BITS) - 1)] for place in places)
    return CheckCode(checkpoint.size, found)


def check_sum(size: int, digest: bytes) -> int:
    """Tell the check sum of a size and the first 128 bits of a body's hash.

    Formula: the first 4 bits of SHA-256 over `check-code/v1`, the size and the 16 bytes, with a
        newline after each of the first two.
    Shape: 0 to 15.
    """
    told = f"check-code/v1\n{size}\n".encode() + digest
    return sha256(told).digest()[0] >> (8 - SUM_BITS)


def read_check_code(text: str) -> Reading:
    """Read a code as people type it, mending one misspelt word if only one word can be meant.

    Shape: any case; spaces, hyphens, line breaks, full stops and quote marks between the words;
        commas in the size; whatever stands before the size.
    Not: a check against a checkpoint; see `check_against`.
    Errors: Malformed `no_size`, `words_counted`, `check_sum` (one of the words, or the size, is
        not what was printed), or `word_unknown` with the position of the first such word, how
        many there are, and which words might be meant.
    """
    size, typed = pieces(text)
    unknown = [place for place, word in enumerate(typed) if word not in numbered()]
    if not unknown:
        code = CheckCode(size, typed)
        if not code.adds_up():
            raise Malformed("check_sum")
        return Reading(code, None)
    at = unknown[0]
    maybe = [word for word in word_list() if one_slip(typed[at], word)]
    if len(unknown) == 1:
        codes = [CheckCode(size, (*typed[:at], word, *typed[at + 1 :])) for word in maybe]
        fits = [code for code in codes if code.adds_up()]
        if len(fits) == 1:
            return Reading(fits[0], at + 1)
    told: dict[str, str | int] = {"position": at + 1, "unknown": len(unknown)}
    raise Malformed("word_unknown", told | {"maybe": ", ".join(maybe)})


def check_against(text: str, *, checkpoint: Checkpoint) -> tuple[int, ...]:
    """Refuse unless what was typed is the code of a checkpoint, give or take one word.

    Formula: the same size, and at least 11 of the 12 words the same but for one slip each.
    Shape: the positions, from 1, of words that were typed otherwise than printed.
    Not: a check that the checkpoint is signed. Eleven words hold at least 117 bits of the hash:
        to find another record that keeps them is out of anyone's reach.
    Errors: Malformed `no_size`, `words_counted`; ProofRefused `other_size`, or `words_differ` with
        how many words differ and the first of them.
    """
    size, typed = pieces(text)
    ours = check_code(checkpoint)
    if size != ours.size:
        raise ProofRefused("other_size", {"found": size, "expected": ours.size})
    pairs = list(enumerate(zip(typed, ours.words, strict=True), start=1))
    otherwise = tuple(place for place, (word, own) in pairs if word != own)
    wrong = [place for place, (word, own) in pairs if word != own and not one_slip(word, own)]
    if len(wrong) > 1:
        raise ProofRefused("words_differ", {"wrong": len(wrong), "first": wrong[0]})
    return otherwise


def pieces(text: str) -> tuple[int, tuple[str, ...]]:
    """Cut what was typed into the size and twelve words, whatever stands between them.

    Errors: Malformed `no_size`, `words_counted`.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    found = PIECE.findall(COMMA_IN_A_NUMBER.sub("", plain))
    numbers = [at for at, piece in enumerate(found) if piece.isdecimal()]
    if not numbers or len(found[numbers[0]]) > 19 or int(found[numbers[0]]) > LARGEST:
        raise Malformed("no_size")
    typed = tuple(found[numbers[0] + 1 :])
    if len(typed) != WORDS:
        raise Malformed("words_counted", {"found": len(typed), "expected": WORDS})
    return int(found[numbers[0]]), typed


def one_slip(typed: str, word: str) -> bool:
    """Tell whether a word was typed with one letter wrong, missing, too many, or two swapped.

    Formula: a restricted Damerau-Levenshtein distance of exactly 1.
    Example: `acron` and `accorn` are one slip from `acorn`; `acorn` itself is none.
    """
    if typed == word or abs(len(typed) - len(word)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(typed, word, strict=False)) if a != b), None)
    if same is None:  # one is the other and a letter more
        return True
    a, b = typed[same:], word[same:]
    swapped = a[:2] == b[1::-1] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a == b[1:] or a[1:] == b


@cache
def word_list() -> tuple[str, ...]:
    """Tell the 2,048 words, in the order that gives each its number.

    Source: `words.txt`, our own list: common words of 3 to 8 letters, no two within one slip of
        each other or alike in sound as far as a rough set of rules can tell.
    """
    content = files("withus.core.proofs").joinpath("words.txt").read_text(encoding="ascii")
    return tuple(content.split())


@cache
def numbered() -> dict[str, int]:
    """Tell each word's number.

    Shape: word -> 0 to 2047.
    """
    return {word: number for number, word in enumerate(word_list())}
