"""Boards made up for tests: people by place, meetings, series; and random ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as some

from withus.core.minutes.capacity import Reason
from withus.core.minutes.corrections import (
    Correction,
    MeetingChaired,
    MeetingDated,
    PlaceAdded,
    PlaceLeftOut,
    PlaceMerged,
    PlaceRead,
    same_key,
)
from withus.core.minutes.series import Series
from withus.core.minutes.sightings import Decision, Meeting, Sighting
from withus.core.words import Capacity, Standing

CARER, DRAWS, UNSURE = Capacity.UNPAID_CARERS, Capacity.DRAWS_ON_SERVICES, Capacity.UNSURE
OFFICER = Capacity.SERVICES
ROLES = (
    "Director of Adult Social Care",
    "Co-chair",
    "Parent carer representative",
    "Expert by experience",
    "Head of Commissioning",
    "PA to Councillor …",
    "",
)
BODIES = ("County Council", "NHS Trust", "Parent Carer Forum", "Healthwatch", "")
REASONS = (
    Reason("on_the_list"),
    Reason("by_hand"),
    Reason("services", "director", None),
    Reason("forum_office", "pcf", "may_be_paid"),
    Reason("post", "lead", "which_body"),
)


def seen(capacity: Capacity = OFFICER, *, support: bool = False, line: int = 1) -> Sighting:
    """Somebody listed, as a member unless said to be in support."""
    standing = Standing.IN_SUPPORT if support else Standing.MEMBER
    return Sighting("", "", capacity, standing, (Reason("on_the_list"),), line)


def place(role: str, body: str, capacity: Capacity = OFFICER, line: int = 1) -> Sighting:
    """A member whose post is printed."""
    return Sighting(role, body, capacity, Standing.MEMBER, (Reason("services", "director"),), line)


def meeting(*who: Sighting, number: int = 1, held: date | None = None, decided: int = 0) -> Meeting:
    """A meeting whose minutes don't say who was in the chair."""
    decisions = tuple(Decision(100 + line) for line in range(decided))
    return Meeting(held, tuple(who), 0, None, decisions, number)


def room(
    *, affected: int = 0, unsure: int = 0, others: int = 0, support: int = 0
) -> list[Sighting]:
    """So many people of each kind."""
    counts = ((CARER, affected), (UNSURE, unsure), (OFFICER, others))
    members = [seen(capacity) for capacity, count in counts for _ in range(count)]
    return members + [seen(support=True) for _ in range(support)]


def board(*meetings: Meeting, name: str = "Partnership Board") -> Series:
    """A series of these meetings."""
    return Series(name, meetings)


def sightings(*, roles: Sequence[str] = ROLES) -> some.SearchStrategy[Sighting]:
    """Anybody listed."""
    return some.builds(
        Sighting,
        role=some.sampled_from(roles),
        organisation=some.sampled_from(BODIES),
        capacity=some.sampled_from(Capacity),
        standing=some.sampled_from(Standing),
        why=some.lists(some.sampled_from(REASONS), min_size=1, max_size=2).map(tuple),
        line=some.integers(1, 200),
        chair=some.booleans(),
    )


def some_meetings(*, least: int = 1, most: int = 4) -> some.SearchStrategy[tuple[Meeting, ...]]:
    """Meetings numbered in their order, on any day or none."""
    one = some.builds(
        Meeting,
        held=some.none() | some.dates(date(1990, 1, 1), date(2040, 1, 1)),
        sightings=some.lists(sightings(), max_size=9).map(tuple),
        apologies=some.integers(0, 9),
        chair=some.none() | some.sampled_from(Capacity),
        decisions=some.lists(some.builds(Decision, some.integers(1, 300)), max_size=3).map(tuple),
    )
    return some.lists(one, min_size=least, max_size=most).map(_numbered)


def _numbered(meetings: list[Meeting]) -> tuple[Meeting, ...]:
    return tuple(
        Meeting(one.held, one.sightings, one.apologies, one.chair, one.decisions, number)
        for number, one in enumerate(meetings, 1)
    )


def some_boards() -> some.SearchStrategy[Series]:
    """Any series of one to four meetings."""
    return some_meetings().map(lambda meetings: Series("Partnership Board", meetings))


def some_corrections() -> some.SearchStrategy[Correction]:
    """Any correction of a place, a day or a chair."""
    keys = some.builds(same_key, some.sampled_from(ROLES), some.sampled_from(BODIES))
    number = some.integers(1, 4)
    maybe, line = some.none() | number, some.none() | some.integers(1, 200)
    role, body = some.sampled_from(ROLES), some.sampled_from(BODIES)
    capacity, member = some.sampled_from(Capacity), some.booleans()
    return some.one_of(
        some.builds(PlaceRead, keys, capacity, some.none() | member, maybe, line),
        some.builds(PlaceMerged, keys, role, body),
        some.builds(PlaceLeftOut, keys, maybe, line),
        some.builds(PlaceAdded, number, role, body, capacity, member),
        some.builds(MeetingDated, number, some.dates(date(1990, 1, 1), date(2040, 1, 1))),
        some.builds(MeetingChaired, number, capacity),
    )
