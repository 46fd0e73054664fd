"""Reading a file from outside strictly: each value of its kind and within bounds, or refused."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, TypeVar

from withus.core.errors import Refusal
from withus.core.minutes.capacity import Reason
from withus.core.minutes.showing import HIDDEN, publishable
from withus.core.minutes.terms import terms
from withus.core.minutes.text import LONGEST_LINE
from withus.core.minutes.vocabulary import WORD

T = TypeVar("T")

LONGEST_WORDS = 2 * LONGEST_LINE  # a line may be all one role, and its marks are set beside it
LONGEST_CODE, HIGHEST_LINE = 60, 1_000_000


class NotACheckFile(Refusal):
    """A file is no `withus-check-1`, or holds what none may hold."""


def wrong(where: str) -> NotACheckFile:
    """Tell the refusal of one part of the file; never what stands there."""
    return NotACheckFile("not_a_check", {"where": where})


def keys(data: object, where: str, *needed: str) -> dict[str, Any]:
    """Tell a mapping that has at least these keys.

    Errors: NotACheckFile.
    """
    if not isinstance(data, dict) or not set(needed) <= set(data):
        raise wrong(where)
    return data


def rows(data: object, where: str, most: int) -> list[Any]:
    """Tell a list of at most so many.

    Errors: NotACheckFile.
    """
    if not isinstance(data, list) or len(data) > most:
        raise wrong(where)
    return data


def text(data: object, where: str, most: int = LONGEST_WORDS) -> str:
    """Tell a text of at most so many letters, that can be written down again.

    Errors: NotACheckFile, also for half a letter (a lone surrogate) and for control codes.
    """
    if not isinstance(data, str) or len(data) > most:
        raise wrong(where)
    if any("\ud800" <= letter <= "\udfff" or letter < " " for letter in data):
        raise wrong(where)
    return data


def words(data: object, where: str) -> str:
    """Tell the words of a role, a body or a board, those that may be shown.

    Formula: as they stand where every word may be shown, so that what we wrote comes back whole;
    otherwise as showing.publishable.
    Errors: NotACheckFile.
    """
    given = text(data, where)
    shown = publishable(given)
    return given if WORD.findall(given) == WORD.findall(shown) else shown


def number(data: object, where: str, most: int = HIGHEST_LINE) -> int:
    """Tell a whole number from 0 to the most.

    Errors: NotACheckFile.
    """
    if not isinstance(data, int) or isinstance(data, bool) or not 0 <= data <= most:
        raise wrong(where)
    return data


def truth(data: object, where: str) -> bool:
    """Tell true or false.

    Errors: NotACheckFile.
    """
    if not isinstance(data, bool):
        raise wrong(where)
    return data


def one_of(data: object, kinds: Callable[[Any], T], where: str) -> T:
    """Tell a value by what makes it of its kind, such as Capacity.

    Errors: NotACheckFile.
    """
    try:
        return kinds(data)
    except (ValueError, TypeError):
        raise wrong(where) from None


def day(data: object, where: str) -> date:
    """Tell a day written as 2025-11-04.

    Errors: NotACheckFile.
    """
    return one_of(text(data, where), date.fromisoformat, where)


def reason(data: object, where: str) -> Reason:
    """Tell why something was read so, with deciding words only.

    Shape: [code, words, what to ask or null].
    Errors: NotACheckFile.
    """
    parts = rows(data, where, 3)
    if len(parts) != 3:
        raise wrong(where)
    deciding = _deciding(text(parts[1], where))
    asked = None if parts[2] is None else code(parts[2], where)
    return Reason(code(parts[0], where), deciding, asked)


def code(data: object, where: str) -> str:
    """Tell a code of ours: letters, digits and "_".

    Errors: NotACheckFile.
    """
    given = text(data, where, LONGEST_CODE)
    if not given.isascii() or not given.replace("_", "").isalnum():
        raise wrong(where)
    return given


def _deciding(given: str) -> str:
    """Abbreviations such as "pcf" are on no list when small, though they decided."""
    return " ".join(
        word if word in _words_of_terms() or publishable(word) == word else HIDDEN
        for word in given.split()
    )


@cache
def _words_of_terms() -> frozenset[str]:
    capacities = [term.pattern.pattern for term in terms().capacities]
    patterns = capacities + [term.pattern.pattern for term in terms().supports]
    spaced = " ".join(patterns).replace("\\b", " ")
    return frozenset(WORD.findall(spaced))
