"""Keeping papers: a file, or where it lies, sealed with its name under a key of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from withus.stores.keys.locker import draw_key, find_keys, keep_keys, seal, unseal
from withus.stores.meeting.models import PaperFile

LENGTH = 4  # bytes, before what says what it is


@dataclass(frozen=True, slots=True)
class Kept:
    """A paper as it is kept: a file with its name and its kind, or a link."""

    name: str = ""
    kind: str = ""
    link: str = ""
    content: bytes = b""


def keep(origin: str, paper: str, kept: Kept) -> None:
    """Keep a paper, in the act that says it is out."""
    key, secret = draw_key()
    keep_keys({key: secret})
    about = json.dumps({"name": kept.name, "kind": kept.kind, "link": kept.link}).encode()
    told = len(about).to_bytes(LENGTH, "big") + about + kept.content
    sealed = seal(secret, told, bound_to=_place(origin, paper))
    PaperFile.objects.create(origin=origin, paper=paper, key=key, sealed=sealed)


def find(origin: str, paper: str) -> Kept | None:
    """Return a paper, opened; None where there is none, or no longer."""
    return find_many(origin, [paper]).get(paper)


def find_many(origin: str, papers: Iterable[str]) -> Mapping[str, Kept]:
    """Return papers, opened, by id."""
    rows = list(PaperFile.objects.filter(origin=origin, paper__in=list(papers)))
    keys = find_keys(row.key for row in rows)
    return {row.paper: _opened(row, keys[row.key]) for row in rows if row.key in keys}


def there(origin: str, papers: Iterable[str]) -> frozenset[str]:
    """Return which of some papers are kept here, unopened."""
    rows = PaperFile.objects.filter(origin=origin, paper__in=list(papers))
    return frozenset(rows.values_list("paper", flat=True))


def drop(origin: str, papers: Iterable[str]) -> set[str]:
    """Delete papers; return the keys that are still to be forgotten."""
    rows = PaperFile.objects.filter(origin=origin, paper__in=list(papers))
    keys = set(rows.values_list("key", flat=True))
    rows.delete()
    return keys


def _opened(row: PaperFile, secret: bytes) -> Kept:
    told = unseal(secret, bytes(row.sealed), bound_to=_place(row.origin, row.paper))
    ends = LENGTH + int.from_bytes(told[:LENGTH], "big")
    about = json.loads(told[LENGTH:ends])
    return Kept(about["name"], about["kind"], about["link"], told[ends:])


def _place(origin: str, paper: str) -> str:
    return f"paper {origin} {paper}"
