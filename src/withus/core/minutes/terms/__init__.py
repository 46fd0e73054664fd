"""The dated terms that decide how minutes are read: loaded from the files beside this one."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from withus.core.words import Capacity


@dataclass(frozen=True, slots=True)
class CapacityTerm:
    """One rule that reads a capacity from a role and an organisation."""

    id: str
    capacity: Capacity | None  # None: a paid post; the kind of body decides
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    ask: str | None
    source: str


@dataclass(frozen=True, slots=True)
class SupportTerm:
    """One rule that reads from a role that somebody may be there in support."""

    id: str
    sure: bool
    adviser: bool  # still read as a member: an outside adviser
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    source: str


@dataclass(frozen=True, slots=True)
class HeadingTerms:
    """What the headings of an attendance list say, and what ends the list."""

    apologies: re.Pattern[str]
    absent: re.Pattern[str]
    in_attendance: re.Pattern[str]
    present: re.Pattern[str]
    words: re.Pattern[str]
    ends: re.Pattern[str]
    opens: re.Pattern[str]  # any of the four parts


@dataclass(frozen=True, slots=True)
class Terms:
    """All terms of one version; `version` is the day they were last changed."""

    version: str
    headings: HeadingTerms
    capacities: tuple[CapacityTerm, ...]
    supports: tuple[SupportTerm, ...]
    chair: re.Pattern[str]
    not_chair: re.Pattern[str]
    chair_in_prose: re.Pattern[str]
    decision: re.Pattern[str]
    not_decision: re.Pattern[str]
    sources: dict[str, str]


def _pattern(text: str | None) -> re.Pattern[str] | None:
    return re.compile(text) if text else None


def _capacity_term(row: dict[str, str]) -> CapacityTerm:
    paid_post = row["capacity"] == "staff"
    return CapacityTerm(
        id=row["id"],
        capacity=None if paid_post else Capacity(row["capacity"]),
        pattern=re.compile(row["pattern"]),
        unless=_pattern(row.get("not")),
        ask=row.get("ask"),
        source=row["source"],
    )


def _support_term(row: dict[str, str | bool]) -> SupportTerm:
    return SupportTerm(
        id=str(row["id"]),
        sure=bool(row["sure"]),
        adviser=bool(row.get("member", False)),
        pattern=re.compile(str(row["pattern"])),
        unless=_pattern(str(row["not"]) if "not" in row else None),
        source=str(row["source"]),
    )


def _headings(row: dict[str, str]) -> HeadingTerms:
    words = re.compile(f"(?:{row['words']})")
    others = {key: re.compile(row[key]) for key in row if key != "words"}
    parts = ("apologies", "absent", "in_attendance", "present")
    opens = re.compile("|".join(row[key] for key in parts))
    return HeadingTerms(words=words, opens=opens, **others)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


@cache
def _rules() -> dict[str, Any]:
    return _read("terms.toml")


@cache
def _lists() -> dict[str, str]:
    words: dict[str, str] = _read("lists.toml")["words"]
    return words


@cache
def terms() -> Terms:
    """Tell the terms in force.

    Source: terms.toml, whose `version` is the day and whose `[sources]` says where each is from.
    """
    data = _rules()
    return Terms(
        version=data["version"],
        headings=_headings(data["headings"]),
        capacities=tuple(_capacity_term(row) for row in data["capacity"]),
        supports=tuple(_support_term(row) for row in data["support"]),
        chair=re.compile(data["chair"]["mark"]),
        not_chair=re.compile(data["chair"]["not_chair"]),
        chair_in_prose=re.compile(data["chair"]["in_prose"]),
        decision=re.compile(data["decisions"]["marked"]),
        not_decision=re.compile(data["decisions"]["not"]),
        sources=data["sources"],
    )


@cache
def said(name: str) -> re.Pattern[str]:
    """Tell one of the patterns of lines, by its name.

    Source: terms.toml, `[lines]`.
    """
    return re.compile(_rules()["lines"][name], re.I)


@cache
def columns() -> dict[str, re.Pattern[str]]:
    """Tell what heading rows call each kind of column, and what cells say of who came.

    Source: terms.toml, `[columns]`.
    """
    return {kind: re.compile(pattern) for kind, pattern in _rules()["columns"].items()}


@cache
def words_called(name: str) -> frozenset[str]:
    """Tell one of the lists of words, by its name.

    Source: lists.toml, `[words]`.
    """
    return frozenset(_lists()[name].split())


def _word_list(name: str) -> frozenset[str]:
    text = files(__package__).joinpath(name).read_text("utf-8")
    lines = (line.strip() for line in text.splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def known_words() -> frozenset[str]:
    """Tell the words that may be shown: of posts, of public bodies, of places named in one word.

    Not: any word that is only a person's name.
    Source: words.txt and places.txt.
    """
    places = {place for place in _word_list("places.txt") if " " not in place}
    return _word_list("words.txt") | places


@cache
def places_by_first_word() -> dict[str, tuple[str, ...]]:
    """Tell the places of several words by their first word, the longest first.

    Source: places.txt; some hold a person's name ("Aneurin Bevan"), so parts are no known words.
    """
    found: dict[str, list[str]] = {}
    for place in sorted(_word_list("places.txt"), key=len, reverse=True):
        first = re.match(r"[^\W\d_]+", place)
        if " " in place and first:
            found.setdefault(first.group(), []).append(place)
    return {word: tuple(places) for word, places in found.items()}
