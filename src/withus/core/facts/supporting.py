"""Supporting: what people need to take part, in numbers that lead to nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from withus.core.facts.fact import Fact
from withus.core.facts.forms import Count, NotSo, OrNothing, Text

FEWEST_SHOWN = 8  # people: of fewer, nothing is told
A_QUARTER = re.compile(r"[0-9]{4}-q[1-4]")


@dataclass(frozen=True, slots=True)
class Many:
    """How many people, where they are enough to be told of."""

    def write(self, value: Any) -> int:
        """Write the number as it is.

        Unit: people.
        Errors: NotSo `not_the_form`, also for fewer than eight.
        """
        told = Count().write(value)
        if not isinstance(told, int) or told < FEWEST_SHOWN:
            raise NotSo("not_the_form", {"expected": "many"})
        return told

    read = write


Quarter = Annotated[str, Text("quarter", A_QUARTER)]
ManyOrNothing = Annotated[int | None, OrNothing(Many())]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsCounted(Fact):
    """In a quarter, so many said what they need, and for so many of them it was always there."""

    TYPE = "needs.counted.v1"
    BY_NOBODY = True
    quarter: Quarter
    asked: ManyOrNothing
    met: ManyOrNothing


FACTS = (NeedsCounted,)
