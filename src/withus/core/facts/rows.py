"""Lists in a fact: a row for each place held, in order, and none twice."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import cache
from typing import Annotated, Any, ClassVar, get_args, get_type_hints

from withus.core.facts.forms import Form, Id, IdOrNothing, NotSo, OneOf, Whole, Yes
from withus.core.proofs.canonical import Json
from withus.core.words import Position, Way

MOST_ROWS = 400  # of which a leaf holds as many; a board of so many places is no board


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row about a place held; a deputy stands in a row for whoever holds it."""

    holding: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Row):
    """Where somebody stood when the roll was called."""

    position: Annotated[Position, OneOf(Position)]
    way: Annotated[Way, OneOf(Way)]
    deputy: IdOrNothing
    self_entered: Yes


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns(Row):
    """How often somebody spoke or signed; of those who never did, that they were there."""

    spoken: Whole
    signed: Whole


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of rows in order of the holding, in which none comes twice."""

    refers: ClassVar[bool] = True
    kind: Any  # a sort of Row

    def write(self, value: Any) -> Json:
        """Write each row as a mapping.

        Errors: NotSo `not_the_form`, also for rows out of order.
        """
        if not isinstance(value, tuple) or not all(type(each) is self.kind for each in value):
            raise NotSo("not_the_form", {"expected": "rows"})
        self._check([each.holding for each in value])
        form = forms_of(self.kind)
        return [
            {name: each.write(getattr(row, name)) for name, each in form.items()} for row in value
        ]

    def read(self, written: Any) -> tuple[Any, ...]:
        """Read the rows.

        Errors: NotSo `not_the_form`, also out of order or with a holding twice.
        """
        form = forms_of(self.kind)
        right = isinstance(written, list) and all(
            isinstance(row, dict) and row.keys() == form.keys() for row in written
        )
        if not right:
            raise NotSo("not_the_form", {"expected": "rows"})
        found = tuple(
            self.kind(**{name: each.read(row[name]) for name, each in form.items()})
            for row in written
        )
        self._check([each.holding for each in found])
        return found

    def _check(self, holdings: list[str]) -> None:
        if holdings != sorted(set(holdings)) or len(holdings) > MOST_ROWS:
            raise NotSo("not_the_form", {"expected": "rows"})


@cache
def forms_of(kind: Any) -> dict[str, Form]:
    """Tell the form of each field of a sort of row."""
    hints = get_type_hints(kind, include_extras=True)
    return {each.name: get_args(hints[each.name])[1] for each in fields(kind)}


@dataclass(frozen=True, slots=True)
class Minute:
    """A time of day on a day, to the minute in UTC: whoever shows it knows their own clock."""

    def write(self, value: Any) -> Json:
        """Write a time.

        Example: 2026-11-23T10:30Z.
        Errors: NotSo `not_the_form`, also for another zone and for seconds.
        """
        fine = isinstance(value, datetime) and value.tzinfo is UTC
        if not fine or value.second or value.microsecond:
            raise NotSo("not_the_form", {"expected": "minute"})
        return str(value.strftime("%Y-%m-%dT%H:%MZ")).rjust(17, "0")

    def read(self, written: Any) -> datetime:
        """Read a time.

        Errors: NotSo `not_the_form`.
        """
        try:
            found = datetime.fromisoformat(written)
        except (TypeError, ValueError) as fault:
            raise NotSo("not_the_form", {"expected": "minute"}) from fault
        if self.write(found) != written:
            raise NotSo("not_the_form", {"expected": "minute"})
        return found


AMinute = Annotated[datetime, Minute()]
Roll = Annotated[tuple[Said, ...], Rows(Said)]
TurnsTaken = Annotated[tuple[Turns, ...], Rows(Turns)]
