"""Whom a rule is about, as fields of a form: a choice of the usual ones, or ticks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from withus.core.deciding.faults import NotARule
from withus.core.deciding.who import ALL, THE_PEOPLE_IT_IS_ABOUT, Place, Who, read_who, write_who
from withus.core.facts.forms import A_TAG
from withus.core.words import Capacity, PlaceKind
from withus.saying import words
from withus.saying.deciding import forms
from withus.saying.deciding.people import capacities, kinds, people
from withus.screens.frame.typed import Typed

TICKED = "ticked"
PLAIN = ("affected", "chair", "mandated")


@dataclass(frozen=True, slots=True)
class Usual:
    """Those whom the rules of a board can usually be about: its capacities and its marks."""

    capacities: tuple[Capacity, ...]
    marks: tuple[str, ...]

    @classmethod
    def of(cls, places: Iterable[Place]) -> Usual:
        """Return those of the places of a board; every capacity where it has no place yet."""
        every = tuple(places)
        there = {place.capacity for place in every} or set(Capacity)
        marks = sorted({mark for place in every for mark in place.tags})
        return cls(tuple(code for code in words.ORDER if code in there), tuple(marks))

    def every(self) -> list[Who]:
        """Return them all, the most usual first."""
        some = [Who(capacity=frozenset({code})) for code in self.capacities]
        some += [Who(tag=frozenset({mark})) for mark in self.marks]
        all_but = [Who(other_than=each) for each in (THE_PEOPLE_IT_IS_ABOUT, *some)]
        return [ALL, THE_PEOPLE_IT_IS_ABOUT, *some, Who(chair=True), Who(mandated=True), *all_but]

    def options(self, chosen: str, *, ticks: bool = True) -> list[tuple[str, str]]:
        """Return them as choices; with the one chosen, should it be none of them."""
        found = {written(who): people(who) for who in self.every()}
        if chosen not in ("", TICKED, *found):
            told = read_choice(chosen)
            found |= {chosen: people(told)} if told else {}
        first, last = [("", forms.choose())], [(TICKED, forms.ticked())] if ticks else []
        return [*first, *found.items(), *last]


def written(who: Who) -> str:
    """Return whom a rule is about as the value of a choice."""
    return json.dumps(write_who(who), separators=(",", ":"), sort_keys=True)


def read_choice(value: str) -> Who | None:
    """Return whom the value of a choice is about; None where it is about nobody."""
    try:
        return read_who(json.loads(value))
    except (ValueError, NotARule, RecursionError):
        return None


def fields_of(who: Who, name: str, usual: Usual | None) -> dict[str, list[str]]:
    """Return the answers that say whom a rule is about; without ticks where there are none."""
    beside = who.other_than
    said = beside is None or (beside != ALL and beside.other_than is None)
    if usual is None or who in usual.every() or not said:
        return {name: [written(who)]}
    found = {name: [TICKED], **_ticks(replace(who, other_than=None), name)}
    return found | (_ticks(beside, f"{name}-not") if beside is not None else {})


def _ticks(who: Who, name: str) -> dict[str, list[str]]:
    return {
        f"{name}-is": [each for each in PLAIN if getattr(who, each)],
        f"{name}-capacity": sorted(who.capacity or ()),
        f"{name}-kind": sorted(who.kind or ()),
        f"{name}-marks": [", ".join(sorted(who.tag or ()))],
    }


def read(typed: Typed, name: str) -> Any:
    """Read whom a rule is about from what was chosen or ticked, as the record has it."""
    chosen = typed.one(name)
    if chosen in ("", TICKED):
        told = _ticked(typed, name)
        beside = _ticked(typed, f"{name}-not")
        told |= {"not": beside} if beside else {}
        if not told and not typed.one(f"{name}-marks"):
            typed.wrong("who_missing", name)
        return told
    who = read_choice(chosen)
    if who is None:
        typed.wrong("who_missing", name)
        return {}
    return write_who(who)


def _ticked(typed: Typed, name: str) -> dict[str, Any]:
    found: dict[str, Any] = {each: True for each in PLAIN if each in typed.many(f"{name}-is")}
    for part, codes in (("capacity", Capacity), ("kind", PlaceKind)):
        ticked = sorted(set(typed.many(f"{name}-{part}")) & set(codes))
        found |= {part: ticked} if ticked else {}
    marks = [each.strip() for each in typed.one(f"{name}-marks").split(",") if each.strip()]
    if not all(map(A_TAG.fullmatch, marks)):
        typed.wrong("not_marks", f"{name}-marks")
    elif marks:
        found["tag"] = sorted(set(marks))
    return found


def shown(typed: Typed, name: str, usual: Usual, at: Mapping[str, str]) -> dict[str, Any]:
    """Tell the fields that ask whom a rule is about, as a template needs them."""
    chosen = typed.one(name)
    return {
        "id": name,
        "value": chosen,
        "options": usual.options(chosen),
        "error": at.get(name, ""),
        "marks": ", ".join(usual.marks),
        "sets": [_set(typed, each, at) for each in (name, f"{name}-not")],
        "open": chosen == TICKED or any(each.startswith(f"{name}-") for each in at),
    }


def _set(typed: Typed, name: str, at: Mapping[str, str]) -> dict[str, Any]:
    ticks = [
        (f"{name}-is", forms.ticks()),
        (f"{name}-capacity", {code.value: upper(said) for code, said in capacities().items()}),
        (f"{name}-kind", {code.value: upper(said) for code, said in kinds().items()}),
    ]
    return {
        "ticks": [(each, list(said.items()), typed.many(each)) for each, said in ticks],
        "marks": f"{name}-marks",
        "typed": typed.one(f"{name}-marks"),
        "error": at.get(f"{name}-marks", ""),
    }


def upper(said: str) -> str:
    """Return words with their first letter large."""
    return said[:1].upper() + said[1:]
