"""Finding people by their names without opening them: by marks of the beginnings of each word.

A mark tells nothing of a word to whoever has not the key. See docs/decisions/0014.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from django.db.models import QuerySet

from withus.stores.accounts.marks import marks
from withus.stores.people.models import NameMark

LONGEST = 12  # letters of a word: whoever counts its marks learns no more of a long one
MARK = 16  # characters of each, 96 bits
WHOLE = "."  # closes a whole word; no letter of one
AT_A_TIME = 500
APOSTROPHES = re.compile("['’‘ʼ`]")
WORD = re.compile(r"[^\W_]+")


def words_of(name: str) -> list[str]:
    """Return the words of a name or a question, whatever their case and accents."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    plain = "".join(each for each in apart if not unicodedata.combining(each))
    return WORD.findall(APOSTROPHES.sub("", plain))


def beginnings(name: str) -> set[str]:
    """Return what a name is found by: the beginnings of its words, and each word as a whole.

    Example: O’Neill by `oneill` and by `neill`.
    """
    every = {*words_of(name), *words_of(APOSTROPHES.sub(" ", name))}
    found = {word[:end] for word in every for end in range(1, min(len(word), LONGEST) + 1)}
    return found | {word[:LONGEST] + WHOLE for word in every}


def rows(origin: str, names: Mapping[str, str]) -> Iterator[NameMark]:
    """Yield the marks of people's names, by their ids; in an order that tells nothing."""
    words = {person: beginnings(name) for person, name in names.items()}
    made = _marks(origin, {word for each in words.values() for word in each})
    for person, each in words.items():
        for mark in sorted(made[word] for word in each):
            yield NameMark(person_id=person, mark=mark)


def write(origin: str, names: Mapping[str, str]) -> None:
    """Keep the marks of people's names, by their ids."""
    NameMark.objects.bulk_create(rows(origin, names), batch_size=AT_A_TIME)


def write_anew(origin: str, names: Mapping[str, str]) -> None:
    """Throw the marks of a partnership's people away, and make them from their names."""
    NameMark.objects.filter(person__origin=origin).delete()
    write(origin, names)


def wrong(origin: str, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the people whose marks are not those of their names, by id."""
    kept: dict[str, set[str]] = {person: set() for person in names}
    found = NameMark.objects.filter(person__origin=origin).values_list("person_id", "mark")
    for person, mark in found.iterator():
        kept.setdefault(person, set()).add(mark)
    right: dict[str, set[str]] = {}
    for row in rows(origin, names):
        right.setdefault(row.person_id, set()).add(row.mark)
    yield from sorted(person for person, each in kept.items() if each != right.get(person, set()))


def found(origin: str, typed: str, *, most: int) -> tuple[list[str], int]:
    """Return whose names have words that begin as those typed, by id, and how many there are.

    At most so many, and first those of whose names the words typed are whole words. The names are
    to be opened, and put in order, by whoever asks.
    """
    words = sorted({word[:LONGEST] for word in words_of(typed)})
    if not words:
        return [], 0
    made = _marks(origin, [*words, *(word + WHOLE for word in words)])
    begun = _with_all([made[word] for word in words])
    count = begun.count()
    whole = _with_all([made[word + WHOLE] for word in words])
    first, every = whole.order_by("person")[:most], begun.order_by("person")[:most]
    return list(dict.fromkeys([*first, *every]))[:most], count


def _with_all(marked: list[str]) -> QuerySet[NameMark, str]:
    """Return the people who have every one of some marks."""
    first, *others = marked
    rows = NameMark.objects.filter(mark=first)
    for each in others:
        rows = rows.filter(person__in=NameMark.objects.filter(mark=each).values("person"))
    return rows.values_list("person", flat=True)


def _marks(origin: str, words: Iterable[str]) -> dict[str, str]:
    """Return marks that are this partnership's alone: a name in two of them has no mark in both."""
    return {word: mark[:MARK] for word, mark in marks(f"name {origin}", words).items()}
