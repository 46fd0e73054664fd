"""What is planned of a partnership before it is opened: its board, places, rules and duties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from withus.core.deciding.rule import Rule
from withus.core.words import (
    Capacity,
    ChosenBy,
    Country,
    Duty,
    Level,
    OrganisationKind,
    PaidBy,
    Paper,
    PlaceKind,
)


@dataclass(frozen=True, slots=True)
class Sort:
    """How places of one capacity come to be filled, and who pays for them."""

    kind: PlaceKind = PlaceKind.NAMED
    chosen_by: ChosenBy = ChosenBy.ORGANISATION
    paid_by: PaidBy = PaidBy.NOBODY
    term_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A place, and who is to be asked to take it; without a name, nobody yet."""

    name: str = ""
    post: str = ""
    capacity: Capacity = Capacity.UNSURE
    own: Sort | None = None  # where this place is not as others of its capacity
    tags: frozenset[str] = frozenset()
    chair: bool = False
    vote: bool = True
    vote_from: date | None = None
    vote_until: date | None = None
    asked: str = "letter"  # how they are invited: letter, email, in_person, or later
    address: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A rule that a board may have, and whether it is to have it."""

    rule: Rule
    used: bool = True


@dataclass(frozen=True, slots=True)
class Charge:
    """Who is to have a duty: whoever sets the partnership up, or somebody to be invited to it."""

    mine: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A partnership as it is planned. Everything may still be missing."""

    preset: str = ""
    me: str = ""  # the name of whoever sets it up
    name: str = ""
    about: str = ""
    country: Country = Country.ENGLAND
    host: str = ""
    host_kind: OrganisationKind = OrganisationKind.COUNCIL
    board: str = ""
    level: Level = Level.COUNCIL
    formats: frozenset[Paper] = frozenset({Paper.STANDARD})
    pasted: str = ""
    members: tuple[Member, ...] = ()
    sorts: Mapping[Capacity, Sort] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    charges: Mapping[Duty, Charge] = field(default_factory=dict)
    phone: str = ""
    seen: frozenset[str] = frozenset()  # the steps that were answered

    def sort_of(self, member: Member) -> Sort:
        """Tell how a place comes to be filled: as it says itself, or as others of its capacity."""
        return member.own or self.sorts.get(member.capacity, Sort())

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Tell the rules that the board is to have."""
        return tuple(each.rule for each in self.choices if each.used)
