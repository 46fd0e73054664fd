"""What somebody typed into a form, and what of it is to be put right."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from django.http import QueryDict

from withus.core.deciding.faults import NotARule
from withus.core.deciding.reading import MOST_PEOPLE
from withus.saying.deciding.people import NotASentence, read_number, read_share

LONGEST = 400
A_PART = re.compile(r"([0-9]{1,4})\s*/\s*([1-9][0-9]{0,3})")


@dataclass(frozen=True, slots=True)
class Typed:
    """The answers of a form by the names of its fields, and the faults found in them so far."""

    values: Mapping[str, Sequence[str]]
    faults: list[NotARule] = field(default_factory=list)

    @classmethod
    def of(cls, sent: QueryDict) -> Typed:
        """Return what was sent."""
        return cls({name: sent.getlist(name) for name in sent})

    def one(self, name: str) -> str:
        """Return the one answer of a field."""
        found = self.values.get(name) or [""]
        return found[-1].strip()[:LONGEST]

    def many(self, name: str) -> list[str]:
        """Return the answers of a field of which several may be ticked."""
        return [each[:LONGEST] for each in self.values.get(name, ())]

    def wrong(self, code: str, name: str, **more: str | int) -> None:
        """Note that a field is to be put right."""
        self.faults.append(NotARule(code, {"field": name, **more}))

    def in_order(self, names: Sequence[str]) -> list[NotARule]:
        """Return the faults in the order of the fields on the page: a field, then those below."""

        def key(fault: NotARule) -> int:
            field = str(fault.parameters["field"])
            starts = [n for n, name in enumerate(names) if field == name or f"{name}-" in field]
            return starts[0] if starts else len(names)

        return sorted(self.faults, key=key)

    def chosen(self, name: str, codes: Sequence[str], *, otherwise: str) -> str:
        """Return one of some codes; what is none of them is a fault."""
        found = self.one(name)
        if found not in codes:
            self.wrong(otherwise, name)
        return found

    def number(self, name: str, *, least: int = 1) -> int:
        """Return a whole number, in figures or in words up to ten."""
        try:
            found = read_number(self.one(name).lower())
        except NotASentence:
            found = -1
        if not least <= found <= MOST_PEOPLE:
            self.wrong("not_a_number", name)
        return found

    def part(self, name: str, *, whole: bool) -> str:
        """Return a part as `p/q`, from 1/2 or in words; all of it only where that makes sense."""
        found = read_part(self.one(name).lower())
        if found is None or not (0 < found <= 1 if whole else 0 <= found < 1):
            self.wrong("not_a_part", name)
            return ""
        return f"{found.numerator}/{found.denominator}"

    def day(self, name: str) -> str | None:
        """Return a day as the record has it, if there is one."""
        found = self.one(name)
        try:
            return date.fromisoformat(found).isoformat() if found else None
        except ValueError:
            self.wrong("not_a_day", name)
            return None


def read_part(words: str) -> Fraction | None:
    """Read a part of some people from what somebody may type: 1/2, half, 2 in 3."""
    match = A_PART.fullmatch(words)
    try:
        return Fraction(int(match[1]), int(match[2])) if match else read_share(words)
    except NotASentence:
        return Fraction(1) if words in ("1", "all") else None
