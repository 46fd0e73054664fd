"""The forms that a clear field may have, each with one way to be written and no other."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from sys import intern
from typing import Annotated, Any, Protocol

from withus.core.errors import Refusal
from withus.core.proofs.canonical import Json

LONGEST_NAME = 120
MOST = 2**31 - 1
AN_ID = re.compile(r"[A-Za-z0-9_-]{21}[AQgw]")  # 16 bytes as base64url leave four bits over
A_TAG = re.compile(r"[a-z][a-z0-9_]{0,39}")
A_SHARE = re.compile(r"(0|[1-9][0-9]{0,5})/([1-9][0-9]{0,5})")
A_FOREIGN = re.compile(r"[^\s+#@,\x00-\x1f]{1,200}#(0|[1-9]\d{0,15})@[1-9]\d{0,15},[\w+/=-]{43,44}")


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
        """Write the text as it is."""
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
        """Write the name as it is."""
        fine = isinstance(value, str) and 0 < len(value) <= self.longest and value.strip() == value
        if not fine or any(unicodedata.category(each)[0] == "C" for each in value):
            raise NotSo("not_the_form", {"expected": "name"})
        if unicodedata.normalize("NFC", value) != value:
            raise NotSo("not_the_form", {"expected": "name"})
        return str(value)

    read = write


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    def write(self, value: Any) -> Json:
        """Write the answer as it is."""
        if not isinstance(value, bool):
            raise NotSo("not_the_form", {"expected": "flag"})
        return value

    read = write


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number, 0 or more."""

    def write(self, value: Any) -> Json:
        """Write the number as it is."""
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST:
            raise NotSo("not_the_form", {"expected": "count"})
        return value

    read = write


@dataclass(frozen=True, slots=True)
class Day:
    """A day, written as 2026-11-23."""

    def write(self, value: Any) -> Json:
        """Write a day."""
        if type(value) is not date:
            raise NotSo("not_the_form", {"expected": "day"})
        return value.isoformat()

    def read(self, written: Any) -> date:
        """Read a day; one that comes again is held in memory once."""
        if not isinstance(written, str):
            raise NotSo("not_the_form", {"expected": "day"})
        return day_of(written)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of the words of an enum."""

    words: type[StrEnum]

    def write(self, value: Any) -> Json:
        """Write the word."""
        return str(self.read(value).value)

    def read(self, written: Any) -> StrEnum:
        """Read the word."""
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
        """Write the set in order."""
        if not isinstance(value, frozenset):
            raise NotSo("not_the_form", {"expected": "set"})
        return sorted(str(self.form.write(each)) for each in value)

    def read(self, written: Any) -> frozenset[Any]:
        """Read the set; one that comes again is held in memory once."""
        if not isinstance(written, list) or not all(isinstance(each, str) for each in written):
            raise NotSo("not_the_form", {"expected": "set"})
        return set_of(self, tuple(written))


@dataclass(frozen=True, slots=True)
class Document:
    """A mapping or a list with a form of its own, checked by the room it belongs to."""

    kind: type

    def write(self, value: Any) -> Json:
        """Write the document as it is; its exact form is no matter of encoding."""
        if not isinstance(value, self.kind):
            raise NotSo("not_the_form", {"expected": self.kind.__name__})
        found: Any = value
        return found  # type: ignore[no-any-return]

    read = write


@dataclass(frozen=True, slots=True)
class Anything:
    """A value in the form of another fact's field; whoever reads that field checks it."""

    def write(self, value: Any) -> Json:
        """Write the value as it is."""
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


ID = Text("id", AN_ID)
TAG = Text("tag", A_TAG)

Id = Annotated[str, ID]
Name = Annotated[str, Named()]
Yes = Annotated[bool, Flag()]
Whole = Annotated[int, Count()]
ADay = Annotated[date, Day()]
Tags = Annotated[frozenset[str], SetOf(TAG)]
IdOrNothing = Annotated[str | None, OrNothing(ID)]
DayOrNothing = Annotated[date | None, OrNothing(Day())]
WholeOrNothing = Annotated[int | None, OrNothing(Count())]
Share = Annotated[str, Text("share", A_SHARE)]
Rules = Annotated[list[Any], Document(list)]
