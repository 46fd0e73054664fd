"""A sighting: that minutes list a place, in what capacity, and why it was read so.

Sightings are never facts: they satisfy no rule, no gate and no mandate.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from withus.core.minutes.capacity import Reason
from withus.core.minutes.text import plain
from withus.core.words import AFFECTED, Capacity, Standing

_SMALL = frozenset("of for and the to with on at in by from a as".split())


@dataclass(frozen=True, slots=True)
class Sighting:
    """One person listed, by place: never a name.

    Shape: `line` is the line of the minutes, from 1; 0 where it was added by hand.
    """

    role: str
    organisation: str
    capacity: Capacity
    standing: Standing
    why: tuple[Reason, ...]
    line: int
    chair: bool = False

    @property
    def key(self) -> str:
        """Tell what the same place is recognised by at another meeting.

        Formula: the words of role and organisation, small words left out, in alphabetical order.
        Example: "Acting Director, Health Devon" and "Health Devon Acting Director" are one place.
        """
        return key_of(self.role, self.organisation)

    @property
    def affected(self) -> bool:
        """Tell whether a member of the people it is about was seen."""
        return self.standing.counts and self.capacity in AFFECTED


def key_of(role: str, organisation: str) -> str:
    """Tell the key of a place: see Sighting.key."""
    return " ".join(sorted(set(re.split(r"\s+", plain(f"{role} {organisation}"))) - _SMALL - {""}))


@dataclass(frozen=True, slots=True)
class Decision:
    """A line of the minutes that is marked as a decision."""

    line: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line that may have been counted wrong: why, and by how many people.

    Shape: `code` says why; `fewer` and `more` are how many fewer or more people may be listed, and
    `more` is None where that cannot be told. Never a word of the line.
    """

    code: str
    line: int
    fewer: int = 0
    more: int | None = 0


@dataclass(frozen=True, slots=True)
class Meeting:
    """What one set of minutes says of who was there.

    Shape: `number` is its place in the series it was read in, from 1; `doubts` are in the order of
    the lines.
    """

    held: date | None
    sightings: tuple[Sighting, ...]
    apologies: int
    chair: Capacity | None
    decisions: tuple[Decision, ...]
    number: int = 1
    doubts: tuple[Doubt, ...] = ()

    @property
    def listed(self) -> int:
        """Count everyone listed as attending.

        Unit: people.
        """
        return len(self.sightings)

    @property
    def listed_at_least(self) -> int:
        """Count those who are listed on any careful reading.

        Formula: everyone listed, fewer by what each doubt allows.
        Unit: people.
        """
        return max(0, self.listed - sum(doubt.fewer for doubt in self.doubts))

    @property
    def listed_at_most(self) -> int | None:
        """Count those who may be listed; None where that cannot be told.

        Unit: people.
        """
        more = [doubt.more for doubt in self.doubts if doubt.more is not None]
        return self.listed + sum(more) if len(more) == len(self.doubts) else None

    @property
    def members(self) -> tuple[Sighting, ...]:
        """Tell those read as members: everyone listed but those in attendance."""
        return tuple(seen for seen in self.sightings if seen.standing.counts)

    @property
    def members_at_least(self) -> int:
        """Count those who are members on any careful reading.

        Unit: people.
        """
        return _count(seen.standing is Standing.MEMBER for seen in self.sightings)

    @property
    def members_at_most(self) -> int:
        """Count those who may be members.

        Unit: people.
        """
        return _count(seen.standing is not Standing.IN_SUPPORT for seen in self.sightings)

    def count(self, *capacities: Capacity) -> int:
        """Count the members seen in any of these capacities.

        Unit: people.
        """
        return _count(seen.capacity in capacities for seen in self.members)

    @property
    def affected(self) -> int:
        """Count the members who are the people it is about.

        Formula: those who draw on services + unpaid carers.
        Unit: people.
        """
        return self.count(*AFFECTED)

    @property
    def unsure(self) -> int:
        """Count the members whose capacity could not be read.

        Unit: people.
        """
        return self.count(Capacity.UNSURE)


def _count(truths: Iterable[bool]) -> int:
    return sum(truths)
