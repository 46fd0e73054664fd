"""How a fact becomes the bytes of a leaf and what opens its sealed fields, and the way back."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from withus.core.facts import FACTS
from withus.core.facts.circumstances import (
    Circumstances,
    NotALeaf,
    check_actor,
    moment,
    read_circumstances,
)
from withus.core.facts.fact import Fact, Missing, Seal, layout
from withus.core.facts.forms import ID, NotSo, is_id
from withus.core.facts.sealing import (
    NotTheOpening,
    Opening,
    check_opening,
    commitment,
    is_commitment,
)
from withus.core.proofs.canonical import Json, canonical, read_leaf

VERSION = 1
KEYS = frozenset(
    "at by claimed_at clear nonce origin sealed type typed_by v".split()
)  # of every leaf, and no others


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A leaf as it is read: a fact, its circumstances, and where it stands in its record."""

    origin: str
    index: int
    nonce: str
    circumstances: Circumstances
    fact: Fact
    sealed: Mapping[str, str]

    @property
    def day(self) -> date:
        """Tell the day of the log's time, in UTC."""
        at = self.circumstances.at
        return at.date() if isinstance(at, datetime) else at


def encode(
    fact: Fact, *, origin: str, said: Circumstances, nonce: str, keys: Mapping[str, bytes]
) -> tuple[bytes, tuple[Opening, ...]]:
    """Write a fact as the bytes of a leaf, with an opening for each sealed field.

    Shape: `nonce` an id; `keys` a key of 32 random bytes for each sealed field, and no other.
    Errors: NotSo for a field that has not its form; NotALeaf `keys_differ`, `key_length`,
        `actor_expected`, `no_actor_expected`, `not_in_utc`, `not_a_leaf` for a claimed time
        without its zone; Malformed `too_long`.
    Source: the leaf of facts, RFC 8785.
    """
    form = layout(type(fact))
    if keys.keys() != form.sealed.keys():
        raise NotALeaf("keys_differ", {"type": fact.TYPE})
    check_actor(said, by_nobody=fact.BY_NOBODY)
    openings = tuple(Opening(path, text_of(fact, path), keys[path]) for path in form.sealed)
    leaf: dict[str, Json] = {
        "v": VERSION,
        "origin": origin,
        "type": fact.TYPE,
        "at": moment(said.at),
        "by": said.by,
        "typed_by": said.typed_by,
        "claimed_at": None if said.claimed_at is None else said.claimed_at.isoformat(),
        "nonce": ID.write(nonce),
        "clear": written(fact),
        "sealed": {
            each.path: commitment(each, origin=origin, nonce=nonce, kind=fact.TYPE)
            for each in openings
        },
    }
    content = canonical(leaf)
    decode(content, index=0)
    return content, openings


def decode(
    content: bytes, *, index: int, openings: Mapping[str, Opening | Missing] | None = None
) -> Entry:
    """Read a leaf; its sealed fields as far as openings are at hand.

    Shape: `openings` path -> opening, or why there is none; a path left out was never opened.
    Not: a check of the words themselves; what a commitment opens is shown as it was sealed.
    Errors: Malformed as `read_leaf`; NotALeaf `not_a_leaf`, `type_unknown`, `fields_differ`;
        `actor_expected`, `no_actor_expected`, `not_in_utc`; NotSo for a field that has not its
        form; NotTheOpening `no_such_field`, `opening_differs`.
    """
    leaf = read_leaf(content)
    if not isinstance(leaf, dict) or leaf.keys() != KEYS:
        raise NotALeaf("not_a_leaf", {"entry": index})
    if leaf["v"] is True or leaf["v"] != VERSION:
        raise NotALeaf("not_a_leaf", {"entry": index})
    kind = kinds().get(str(leaf["type"]))
    if kind is None:
        raise NotALeaf("type_unknown", {"entry": index})
    sealed = leaf["sealed"]
    if not isinstance(sealed, dict) or sealed.keys() != layout(kind).sealed.keys():
        raise NotALeaf("fields_differ", {"entry": index})
    values = read_clear(kind, leaf["clear"])
    origin, nonce = leaf["origin"], leaf["nonce"]
    if not isinstance(origin, str) or not all(is_commitment(each) for each in sealed.values()):
        raise NotALeaf("not_a_leaf", {"entry": index})
    values |= dict.fromkeys(sealed, Missing.NEVER)
    for path, opening in (openings or {}).items():
        if path not in sealed or (isinstance(opening, Opening) and opening.path != path):
            raise NotTheOpening("no_such_field", {"path": path})
        if isinstance(opening, Opening):
            check_opening(opening, leaf=leaf)
        values[path] = opening if isinstance(opening, Missing) else opening.value
    fact = kind(**values)
    said = read_circumstances(leaf, by_nobody=kind.BY_NOBODY)
    return Entry(
        origin=origin,
        index=index,
        nonce=str(ID.read(nonce)),
        circumstances=said,
        fact=fact,
        sealed=sealed,
    )


def written(fact: Fact) -> dict[str, Json]:
    """Tell the clear fields of a fact as they stand in a leaf.

    Errors: NotSo `not_the_form` with the field.
    """
    clear: dict[str, Json] = {}
    for name, form in layout(type(fact)).clear.items():
        try:
            clear[name] = form.write(getattr(fact, name))
        except NotSo as fault:
            raise NotSo(fault.code, {**fault.parameters, "field": name}) from None
    return clear


def read_clear(kind: type[Fact], clear: Any) -> dict[str, Any]:
    """Read the clear fields of a type of fact.

    Errors: NotALeaf `fields_differ`; NotSo `not_the_form` with the field.
    """
    form = layout(kind).clear
    if not isinstance(clear, dict) or clear.keys() != form.keys():
        raise NotALeaf("fields_differ", {"type": kind.TYPE})
    values: dict[str, Any] = {}
    for name, each in clear.items():
        try:
            values[name] = form[name].read(each)
        except NotSo as fault:
            raise NotSo(fault.code, {**fault.parameters, "field": name}) from None
    return values


def text_of(fact: Fact, path: str) -> str:
    """Tell the value of a sealed field that is about to be sealed.

    Shape: an id for a person; for words NFC, each line ended by LF alone.
    Errors: NotSo `not_the_form` with the field, also for a value that is missing: it cannot be
        sealed again.
    """
    value = getattr(fact, path)
    person = layout(type(fact)).sealed[path] is Seal.PERSON
    fits = is_id if person else is_plain
    if not isinstance(value, str) or not fits(value):
        expected = "id" if person else "text"
        raise NotSo("not_the_form", {"expected": expected, "field": path})
    return value


def is_plain(words: str) -> bool:
    """Tell whether words are written in the one way that the record takes.

    Formula: NFC, and no carriage return.
    Source: Unicode Standard Annex 15.
    """
    return unicodedata.is_normalized("NFC", words) and "\r" not in words


@cache
def kinds() -> dict[str, type[Fact]]:
    """Tell each type of fact by the name it has in the record."""
    return {kind.TYPE: kind for kind in FACTS}
