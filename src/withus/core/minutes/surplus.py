"""More names on a line than people were read from it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from withus.core.minutes import names, runs
from withus.core.minutes.codes import is_code
from withus.core.minutes.entries import Entry
from withus.core.minutes.layout import Found
from withus.core.minutes.people import Listed
from withus.core.minutes.sightings import Doubt
from withus.core.minutes.terms import said
from withus.core.minutes.text import asides, fields, masked, unbulleted
from withus.core.minutes.vocabulary import WORD, in_list, is_known, joined

PAIR = 2  # words of a name
MOST_WORDS = 5  # of one name
LEAST_ROWS = 4  # of a list with its bodies in a column of their own
_LONGEST_CODE = 3  # letters; longer ones are bodies
_LONGEST_TITLE = 12  # letters
_LONGEST_NAME = 3  # words on no list, side by side, that may be a name


def by_entry(listed: Found) -> list[tuple[Entry, int]]:
    """Tell each entry with the number of people read from it."""
    count = Counter(id(entry) for entry, _ in listed)
    return [
        (entry, count[id(entry)]) for entry in {id(entry): entry for entry, _ in listed}.values()
    ]


def more_names(listed: Found) -> Iterator[Doubt]:
    """More names, titles or groups on a line than people were read from it, or a name too long."""
    columns = _with_bodies_beside([entry for entry, _ in listed])
    long = {id(e): words // PAIR - 1 for e, who in listed if (words := _words(who)) > MOST_WORDS}
    for entry, count in by_entry(listed):
        text = said("relation").sub(" ", masked(joined(entry.line.text)))
        if _key(entry) in columns:  # what stands in the second column is a body or a post
            text = text.split("\t")[0]
        titles = len(said("title_and_name").findall(text))
        groups_after = sum(map(_ends_in_group, text.split(":")[:-1])) if entry.inline else 0
        more = max(_names_on(text), titles, _initials_on(entry.line.text)) - count
        more = max(more, long.get(id(entry), 0))
        if more > 0 or groups_after:
            yield Doubt("more_names", entry.line.number, more=max(more, groups_after))


def _words(who: Listed) -> int:
    return len(names.without_title(who.key).split())


def _key(entry: Entry) -> tuple[object, ...]:
    return (entry.part, entry.heading, entry.group_words) if "\t" in entry.line.text else ()


def _with_bodies_beside(entries: Sequence[Entry]) -> set[tuple[object, ...]]:
    """Tell the lists whose rows have a person in the first cell, and most a known body after."""
    rows: dict[tuple[object, ...], list[bool]] = {}
    for entry in entries:
        if _key(entry):
            first, _, after = unbulleted(entry.line.text).partition("\t")
            rows.setdefault(_key(entry), []).append(runs.starts_full(first) and is_known(after))
    return {
        key
        for key, known in rows.items()
        if len(known) >= LEAST_ROWS and sum(known) * 2 > len(known)
    }


def _initials_on(text: str) -> int:
    """Count the brackets that hold nothing but somebody's initials."""
    return sum(len(mark) <= _LONGEST_CODE and is_code(mark) for mark in asides(text))


def _ends_in_group(text: str) -> bool:
    """A run of people that goes over into another group: "Jo Bloggs Police: Cal Dorne"."""
    words = re.split(r"[;,]", text)[-1].split()
    return len(words) > 2 and is_known(words[-1])


def _names_on(text: str) -> int:
    """Count the runs of capitals on no list of ours that no body follows; four are two names."""
    found: list[tuple[int, int]] = []
    start = length = end = 0
    for match in WORD.finditer(f"{text} ."):
        word, beside = match.group(), not text[end : match.start()].strip()
        title = in_list(word, "titles")
        unknown = word[:1].isupper() and len(word) > 1 and not (title or is_known(word))
        if length and beside and not unknown and word[:1].isupper():
            length = 0  # the name of a body
        if not unknown or not beside:
            found.append((start, length))
            length = 0
        if unknown:
            start, length = start if length else match.start(), length + 1
        end = match.end()
    found.append((start, length))
    names_found = [(at, words) for at, words in found if words >= PAIR]
    first = unbulleted(text)
    opens = runs.starts_person((fields(first) or [""])[0])
    start = len(text) - len(names.without_title(first))
    named_first = any(at <= start + _LONGEST_TITLE for at, _ in names_found[:1])
    more = sum(words // PAIR if words > _LONGEST_NAME else 1 for _, words in names_found)
    return more + int(opens and not named_first)
