"""What a person put right in a reading: kept beside it, never mixed into it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from withus.core.minutes.capacity import Reason
from withus.core.minutes.series import Series, in_order
from withus.core.minutes.sightings import Doubt, Meeting, Sighting, key_of
from withus.core.words import AFFECTED, Capacity, Standing


@dataclass(frozen=True, slots=True)
class PlaceRead:
    """A place is read otherwise, at every meeting or at one.

    Shape: `key` as Sighting.key; `line` where the line printed no post to know it by; `member`
    None leaves the standing as it was.
    """

    key: str
    capacity: Capacity
    member: bool | None = None
    meeting: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceMerged:
    """A place is the same as another: it takes the other's words."""

    key: str
    role: str
    organisation: str


@dataclass(frozen=True, slots=True)
class PlaceLeftOut:
    """A line lists nobody, at every meeting or at one."""

    key: str
    meeting: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceAdded:
    """Somebody listed was missed."""

    meeting: int
    role: str
    organisation: str
    capacity: Capacity
    member: bool


@dataclass(frozen=True, slots=True)
class MeetingDated:
    """The day of a meeting, typed by hand."""

    meeting: int
    held: date


@dataclass(frozen=True, slots=True)
class MeetingChaired:
    """The capacity of whoever chaired a meeting, told by hand."""

    meeting: int
    capacity: Capacity


Correction = PlaceRead | PlaceMerged | PlaceLeftOut | PlaceAdded | MeetingDated | MeetingChaired

BY_HAND = Reason("by_hand")


def corrected(series: Series, corrections: Iterable[Correction]) -> Series:
    """Tell a series as corrected, the corrections taken one after another.

    Not: a change to what was read. A correction twice is as good as once, but for a place that is
    added twice.
    """
    meetings = list(series.meetings)
    for correction in corrections:
        meetings = [_ACTS[type(correction)](meeting, correction) for meeting in meetings]
    return in_order(replace(series, meetings=tuple(meetings)))


def for_next_time(corrections: Iterable[Correction]) -> list[Correction]:
    """Tell the corrections that hold for other meetings of the board: what a place is."""
    return [
        correction
        for correction in corrections
        if isinstance(correction, PlaceMerged)
        or (isinstance(correction, PlaceRead | PlaceLeftOut) and _holds_anywhere(correction))
    ]


def _holds_anywhere(fact: PlaceRead | PlaceLeftOut) -> bool:
    return bool(fact.key) and fact.meeting is None and fact.line is None


def _concerns(fact: PlaceRead | PlaceLeftOut, meeting: Meeting, one: Sighting) -> bool:
    here = fact.meeting is None or fact.meeting == meeting.number
    return here and one.key == fact.key and fact.line in (None, one.line)


def _read(meeting: Meeting, fact: PlaceRead) -> Meeting:
    def read(one: Sighting) -> Sighting:
        if not _concerns(fact, meeting, one):
            return one
        standing = one.standing if fact.member is None else _standing(member=fact.member)
        return replace(one, capacity=fact.capacity, standing=standing, why=(BY_HAND,))

    seen = tuple(map(read, meeting.sightings))
    told = [one for one in meeting.sightings if _concerns(fact, meeting, one)]
    lines = {one.line for one in told}
    kept = (doubt for doubt in meeting.doubts if _is_of_count(doubt) or doubt.line not in lines)
    chair = _chair(seen) if any(one.chair for one in told) else meeting.chair
    return replace(meeting, sightings=seen, chair=chair, doubts=tuple(kept))


def _is_of_count(doubt: Doubt) -> bool:
    """Tell whether a doubt is of how many are listed, not of what they are."""
    return doubt.fewer > 0 or doubt.more != 0


def _chair(seen: Iterable[Sighting]) -> Capacity | None:
    """Of several who chaired together, the people it is about go first, as in reading."""
    chairs = [one.capacity for one in seen if one.chair]
    return next((one for one in chairs if one in AFFECTED), chairs[0] if chairs else None)


def _standing(*, member: bool) -> Standing:
    return Standing.MEMBER if member else Standing.IN_SUPPORT


def _merged(meeting: Meeting, fact: PlaceMerged) -> Meeting:
    seen = tuple(
        replace(one, role=fact.role, organisation=fact.organisation) if one.key == fact.key else one
        for one in meeting.sightings
    )
    return replace(meeting, sightings=seen)


def _left_out(meeting: Meeting, fact: PlaceLeftOut) -> Meeting:
    kept = tuple(one for one in meeting.sightings if not _concerns(fact, meeting, one))
    as_listed = meeting.chair is not None and meeting.chair == _chair(meeting.sightings)
    lines = [one.line for one in meeting.sightings if _concerns(fact, meeting, one)]
    fewer = (
        replace(doubt, fewer=max(0, doubt.fewer - lines.count(doubt.line)))
        for doubt in meeting.doubts
    )
    open_still = tuple(doubt for doubt in fewer if _is_of_count(doubt) or doubt.line not in lines)
    chair = _chair(kept) if as_listed else meeting.chair
    return replace(meeting, sightings=kept, chair=chair, doubts=open_still)


def _added(meeting: Meeting, fact: PlaceAdded) -> Meeting:
    if meeting.number != fact.meeting:
        return meeting
    standing = _standing(member=fact.member)
    seen = Sighting(fact.role, fact.organisation, fact.capacity, standing, (BY_HAND,), line=0)
    doubts = _one_more_found(meeting.doubts)
    return replace(meeting, sightings=(*meeting.sightings, seen), doubts=doubts)


def _one_more_found(doubts: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    """Somebody added by hand is one of those who were missed: the first doubt is so much less."""
    for place, doubt in enumerate(doubts):
        if doubt.more:
            less = replace(doubt, more=doubt.more - 1)
            still = (less,) if _is_of_count(less) else ()
            return (*doubts[:place], *still, *doubts[place + 1 :])
    return doubts


def _dated(meeting: Meeting, fact: MeetingDated) -> Meeting:
    return replace(meeting, held=fact.held) if meeting.number == fact.meeting else meeting


def _chaired(meeting: Meeting, fact: MeetingChaired) -> Meeting:
    return replace(meeting, chair=fact.capacity) if meeting.number == fact.meeting else meeting


_ACTS: dict[type, Callable[..., Meeting]] = {
    PlaceRead: _read,
    PlaceMerged: _merged,
    PlaceLeftOut: _left_out,
    PlaceAdded: _added,
    MeetingDated: _dated,
    MeetingChaired: _chaired,
}


@dataclass(frozen=True, slots=True)
class Place:
    """One place over a series: what it is read as, and where it was listed.

    Shape: `listed` are pairs of meeting number and line.
    """

    first: Sighting
    listed: tuple[tuple[int, int], ...]

    @property
    def key(self) -> str:
        """Tell what the place is recognised by."""
        return self.first.key


def places(meetings: Sequence[Meeting]) -> list[Place]:
    """Tell the places of a series, the same place at several meetings once.

    Formula: sightings with the same key, capacity and standing are one place; a place whose words
    were not printed at all is one for each line.
    """
    found: dict[tuple[object, ...], list[tuple[Sighting, int]]] = {}
    for meeting in meetings:
        for seen in meeting.sightings:
            unnamed = () if seen.key else (meeting.number, seen.line)
            place = (seen.key, seen.capacity, seen.standing, *unnamed)
            found.setdefault(place, []).append((seen, meeting.number))
    return [
        Place(rows[0][0], tuple((number, seen.line) for seen, number in rows))
        for rows in found.values()
    ]


def same_key(role: str, organisation: str) -> str:
    """Tell the key that a typed role and organisation have."""
    return key_of(role, organisation)
