"""The forms that a clear field may have, each with one way to be written and no other."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from sys import intern
from typing import Annotated, Any, Protocol

from withus.core.errors import Refusal
from withus.core.proofs.base64_strict import from_base64
from withus.core.proofs.canonical import Json, inside
from withus.core.proofs.refused import Malformed

LONGEST_NAME = 120
MOST = 2**31 - 1
AN_ID = re.compile(r"[A-Za-z0-9_-]{21}[AQgw]")  # 16 bytes as base64url leave four bits over
A_RULE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
A_TAG = re.compile(r"[a-z][a-z0-9_]{0,39}")
A_SHARE = re.compile(r"(0|[1-9][0-9]{0,5})/([1-9][0-9]{0,5})")
DEEPEST_DOCUMENT = 16  # well within what a leaf may nest, so that a state can hold it too
UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")  # controls, what has no character, line ends


class NotSo(Refusal):
    """Say that a field of a fact does not have the form it must have."""


class Form(Protocol):
    """How a value stands in a leaf."""

    def write(self, value: Any) -> Json:
        """Write a value; refuse one that could not be read back."""

    def read(self, written: Any) -> Any:
        """Read a value; refuse what writing would not have given."""


@dataclass(frozen=True, slots=True)
class Text:
    """A short text that fits a pattern."""

    name: str
    pattern: re.Pattern[str]

    def write(self, value: Any) -> Json:
        """Write the text as it is.

        Errors: NotSo `not_the_form`.
        """
        if not isinstance(value, str) or not self.pattern.fullmatch(value):
            raise NotSo("not_the_form", {"expected": self.name})
        return value

    def read(self, written: Any) -> Any:
        """Read the text; what comes again, such as an id, is held in memory once."""
        return intern(str(self.write(written)))


@dataclass(frozen=True, slots=True)
class Named:
    """The name of an organisation, a board or a work: never of a person."""

    longest: int = LONGEST_NAME

    def write(self, value: Any) -> Json:
        """Write the name as it is.

        Shape: 1 to `longest` characters in NFC, none of them a control or the end of a line.
        Errors: NotSo `not_the_form`.
        """
        fine = isinstance(value, str) and 0 < len(value) <= self.longest and value.strip() == value
        if not fine or any(unicodedata.category(each) in UNSEEN for each in value):
            raise NotSo("not_the_form", {"expected": "name"})
        if unicodedata.normalize("NFC", value) != value:
            raise NotSo("not_the_form", {"expected": "name"})
        return str(value)

    read = write


@dataclass(frozen=True, slots=True)
class PartOfOne:
    """A share from 0/1 to 1/1, in lowest terms."""

    def write(self, value: Any) -> Json:
        """Write the share as it is.

        Example: 1/5; 2/10, 6/5 and 0/3 are refused.
        Errors: NotSo `not_the_form`.
        """
        if not isinstance(value, str) or not A_SHARE.fullmatch(value):
            raise NotSo("not_the_form", {"expected": "share"})
        share = Fraction(value)
        if share > 1 or f"{share.numerator}/{share.denominator}" != value:
            raise NotSo("not_the_form", {"expected": "share"})
        return value

    read = write


@dataclass(frozen=True, slots=True)
class Encoded:
    """Bytes as base64 with its padding, in its one spelling, as in a checkpoint."""

    fewest: int
    most: int

    def write(self, value: Any) -> Json:
        """Write the base64 as it is.

        Unit: `fewest` and `most` in bytes, both included.
        Errors: NotSo `not_the_form`.
        """
        try:
            size = len(from_base64(value)) if isinstance(value, str) else -1
        except Malformed as fault:
            raise NotSo("not_the_form", {"expected": "base64"}) from fault
        if not self.fewest <= size <= self.most:
            raise NotSo("not_the_form", {"expected": "base64"})
        return str(value)

    read = write


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    def write(self, value: Any) -> Json:
        """Write the answer as it is.

        Errors: NotSo `not_the_form`.
        """
        if not isinstance(value, bool):
            raise NotSo("not_the_form", {"expected": "flag"})
        return value

    read = write


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number, 0 or more."""

    def write(self, value: Any) -> Json:
        """Write the number as it is.

        Errors: NotSo `not_the_form`.
        """
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST:
            raise NotSo("not_the_form", {"expected": "count"})
        return value

    read = write


@dataclass(frozen=True, slots=True)
class Day:
    """A day, written as 2026-11-23."""

    def write(self, value: Any) -> Json:
        """Write a day.

        Errors: NotSo `not_the_form`.
        """
        if type(value) is not date:
            raise NotSo("not_the_form", {"expected": "day"})
        return value.isoformat()

    def read(self, written: Any) -> date:
        """Read a day; one that comes again is held in memory once.

        Errors: NotSo `not_the_form`, also for 20261123, 2026-1-2 and 2026-W48-1.
        """
        if not isinstance(written, str):
            raise NotSo("not_the_form", {"expected": "day"})
        return day_of(written)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of the words of an enum."""

    words: type[StrEnum]

    def write(self, value: Any) -> Json:
        """Write the word.

        Errors: NotSo `not_the_form`.
        """
        return str(self.read(value).value)

    def read(self, written: Any) -> StrEnum:
        """Read the word.

        Errors: NotSo `not_the_form`.
        """
        try:
            return self.words(written)
        except ValueError as fault:
            raise NotSo("not_the_form", {"expected": self.words.__name__}) from fault


@dataclass(frozen=True, slots=True)
class OrNothing:
    """Another form, or null: nothing is ever left out."""

    form: Form

    def write(self, value: Any) -> Json:
        """Write the value, or null."""
        return None if value is None else self.form.write(value)

    def read(self, written: Any) -> Any:
        """Read the value, or null."""
        return None if written is None else self.form.read(written)


@dataclass(frozen=True, slots=True)
class SetOf:
    """A set, written as a sorted list in which nothing comes twice."""

    form: Form

    def write(self, value: Any) -> Json:
        """Write the set in order.

        Errors: NotSo `not_the_form`.
        """
        if not isinstance(value, frozenset):
            raise NotSo("not_the_form", {"expected": "set"})
        return sorted(str(self.form.write(each)) for each in value)

    def read(self, written: Any) -> frozenset[Any]:
        """Read the set; one that comes again is held in memory once.

        Errors: NotSo `not_the_form`, also out of order or with something twice.
        """
        if not isinstance(written, list) or not all(isinstance(each, str) for each in written):
            raise NotSo("not_the_form", {"expected": "set"})
        return set_of(self, tuple(written))


@dataclass(frozen=True, slots=True)
class Document:
    """A mapping or a list with a form of its own, checked by the room it belongs to."""

    kind: type

    def write(self, value: Any) -> Json:
        """Write the document as it is.

        Not: a check of what it says; the room it belongs to checks that.
        Errors: NotSo `not_the_form` for another kind, or one nested more than 16 deep.
        """
        if not isinstance(value, self.kind) or too_deep(value):
            raise NotSo("not_the_form", {"expected": self.kind.__name__})
        found: Any = value
        return found  # type: ignore[no-any-return]

    read = write


@dataclass(frozen=True, slots=True)
class Anything:
    """A value in the form of another fact's field; whoever reads that field checks it."""

    def write(self, value: Any) -> Json:
        """Write the value as it is.

        Errors: NotSo `not_the_form` for one nested more than 16 deep.
        """
        if too_deep(value):
            raise NotSo("not_the_form", {"expected": "value"})
        found: Json = value
        return found

    read = write


@lru_cache(maxsize=4_096)
def day_of(written: str) -> date:
    """Read a day, written as 2026-11-23 and no other way.

    Errors: NotSo `not_the_form`.
    """
    try:
        day = date.fromisoformat(written)
    except ValueError as fault:
        raise NotSo("not_the_form", {"expected": "day"}) from fault
    if day.isoformat() != written:
        raise NotSo("not_the_form", {"expected": "day"})
    return day


@lru_cache(maxsize=4_096)
def set_of(form: SetOf, written: tuple[str, ...]) -> frozenset[Any]:
    """Read a set from its members in order.

    Errors: NotSo `not_the_form`.
    """
    found = frozenset(form.form.read(each) for each in written)
    if form.write(found) != list(written):
        raise NotSo("not_the_form", {"expected": "set"})
    return found


def refers(form: Form) -> bool:
    """Tell whether a form holds ids, by which entries refer to one another.

    Example: an id, an id or nothing, a set of ids, a board above.
    """
    inner = getattr(form, "form", None)
    return bool(getattr(form, "refers", form == ID)) if inner is None else refers(inner)


def is_id(text: str) -> bool:
    """Tell whether a text is an id: 16 bytes as base64url, in its one spelling.

    Source: RFC 4648 section 5.
    """
    return AN_ID.fullmatch(text) is not None


def too_deep(value: object) -> bool:
    """Tell whether a value nests lists and mappings more than 16 deep.

    Not: any limit on how much it holds; a leaf's length is that limit.
    """
    level = [value]
    for _ in range(DEEPEST_DOCUMENT):
        level = [inner for each in level for inner in inside(each)]
    return any(isinstance(each, dict | list | tuple) for each in level)


ID = Text("id", AN_ID)
TAG = Text("tag", A_TAG)
ROOT = Encoded(32, 32)

Id = Annotated[str, ID]
Name = Annotated[str, Named()]
Yes = Annotated[bool, Flag()]
Whole = Annotated[int, Count()]
ADay = Annotated[date, Day()]
Tags = Annotated[frozenset[str], SetOf(TAG)]
IdOrNothing = Annotated[str | None, OrNothing(ID)]
DayOrNothing = Annotated[date | None, OrNothing(Day())]
WholeOrNothing = Annotated[int | None, OrNothing(Count())]
Share = Annotated[str, PartOfOne()]
Base64 = Annotated[str, Encoded(1, 150)]
Root = Annotated[str, ROOT]
Rules = Annotated[list[Any], Document(list)]
