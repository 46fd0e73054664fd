"""Names, for those who may see them: opened once a page, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from withus.stores.people import name_marks
from withus.stores.people.identity import Identity, with_secrets
from withus.stores.record.models import Log, SealedValue

MOST_OPENED = 200  # of those found by a name: who typed no more of it than so many share


def found(origin: str, typed: str) -> tuple[dict[str, tuple[Identity, bytes]], int]:
    """Return in whose names words begin as those typed, with their keys, and how many there are.

    In order of name, and first those of whom each word typed is a whole one.
    """
    ids, count = name_marks.found(origin, typed, most=MOST_OPENED)
    people = with_secrets(origin, ids) if ids else {}
    wanted = set(name_marks.words_of(typed))

    def key(one: tuple[Identity, bytes]) -> tuple[bool, str, str]:
        name = one[0].name
        return not wanted <= set(name_marks.words_of(name)), name.casefold(), one[0].person

    return {one[0].person: one for one in sorted(people.values(), key=key)}, count


def named_in(log: Log, entries: Iterable[int]) -> Mapping[int, str]:
    """Return the name of whoever each of some entries is about; erased people are left out."""
    wanted = sorted(set(entries))
    if not wanted:
        return {}
    rows = SealedValue.objects.filter(log=log, entry__in=wanted, path="person").exclude(key="")
    keys = dict(rows.values_list("entry", "key"))  # each person has one key, also for their name
    people = with_secrets(log.origin, (), keys=set(keys.values())).values() if keys else ()
    known = {one.key: one.name for one, _ in people}
    return {entry: known[key] for entry, key in keys.items() if key in known}
