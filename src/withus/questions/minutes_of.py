"""The minutes of a meeting: each version, and who of those present has said that they are right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from withus.core.history.state import Board, Holding, Meeting
from withus.core.meeting.account import Counted, by_capacity, of
from withus.core.meeting.minutes import are_approved, who_approved, who_is_to_confirm
from withus.core.meeting.standing import stage, were_here
from withus.core.words import Capacity, MeetingStage, ShownAs
from withus.questions.keeping import head_of
from withus.questions.meeting import MeetingHere, words_of
from withus.questions.names import named_in
from withus.stores.record.finding import entries_about
from withus.stores.record.models import Log


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the minutes, with its words where they may be read and still open."""

    number: int
    day: date
    entry: int
    text: str


@dataclass(frozen=True, slots=True)
class Stand:
    """How minutes stand: who was there, and who of them says that they are right."""

    over: bool  # the meeting is
    versions: int
    here: Counted
    said: Counted
    to_confirm: int
    approved: bool


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of a meeting, as far as whoever asks may read them."""

    stand: Stand
    versions: tuple[Version, ...]
    mine: tuple[str, ...] = ()  # holdings of whoever asks that were there
    mine_said: bool = False

    @property
    def last(self) -> Version | None:
        """Tell the last version."""
        return self.versions[-1] if self.versions else None


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who was there and has not said yes, for whoever types it for them."""

    holding: str
    capacity: Capacity
    name: str


def standing(state: Meeting, board: Board) -> Stand:
    """Return how the minutes of a meeting stand, from its state alone."""
    there, said = were_here(state), who_approved(state)
    return Stand(
        over=stage(state) is MeetingStage.CLOSED,
        versions=len(state.drafts),
        here=by_capacity(board, there),
        said=by_capacity(board, said & there),
        to_confirm=len(who_is_to_confirm(state)),
        approved=are_approved(state, board),
    )


def minutes(found: MeetingHere, *, by: str | None, reads: bool) -> Minutes:
    """Return the minutes: to whom may read the board's words any, to anybody what was approved.

    Whoever was there may read them too, also if they left their place since.
    """
    mine = own_there(found, by) if by else frozenset()
    reads = reads or bool(mine)
    state, stand = found.state, standing(found.state, found.board)
    shown = [each.entry for each in state.drafts] if reads else []
    if stand.approved and not reads:
        shown = [state.drafts[-1].entry]
    words = words_of(found.on.log, shown, state)
    return Minutes(
        stand=stand,
        versions=tuple(
            Version(each.fact.version, each.day, each.entry, words.get((each.entry, "text"), ""))
            for each in state.drafts
        ),
        mine=tuple(sorted(mine)),
        mine_said=bool(mine & who_approved(state)),
    )


def own_there(found: MeetingHere, person: str) -> frozenset[str]:
    """Return the holdings that are, or were, of somebody, and with which they were there."""
    return frozenset(own(found, person)) & were_here(found.state)


def own(found: MeetingHere, person: str) -> Iterable[str]:
    """Return the holdings that are, or were, of somebody."""
    entries = entries_about(found.on.log, person)
    return [one.taken.fact.holding for one in holdings(found) if one.taken.entry in entries]


def holdings(found: MeetingHere) -> list[Holding]:
    """Return every holding of the board there ever was."""
    return [one for place in found.board.places.values() for one in place.holdings]


def to_say_yes(found: MeetingHere) -> tuple[Present, ...]:
    """Return by name those who were there and have not said yes, for whoever types for them."""
    state = found.state
    left = were_here(state) - who_approved(state) - who_is_to_confirm(state)
    some = [one for one in holdings(found) if one.taken.fact.holding in left]
    names = named_in(found.on.log, [one.taken.entry for one in some])
    told = [
        Present(one.taken.fact.holding, capacity, names.get(one.taken.entry, ""))
        for one in some
        if (capacity := of(found.board, one.taken.fact.holding)) is not None
    ]
    return tuple(sorted(told, key=lambda one: (one.name.casefold(), one.holding)))


def shown_by_name(found: MeetingHere) -> tuple[str, ...]:
    """Return the names of those who were there and chose to be shown by name."""
    there = were_here(found.state)
    some = [
        one.taken
        for one in holdings(found)
        if one.taken.fact.holding in there and one.taken.fact.shown_as is ShownAs.NAMED
    ]
    names = named_in(found.on.log, [one.entry for one in some])
    return tuple(sorted(names.values(), key=str.casefold))


def words_to_minute(found: MeetingHere) -> Mapping[tuple[int, str], str]:
    """Return the words of items, motions, objections and answers that minutes are drafted from."""
    return words_of(found.on.log, entries_of(found.state), found.state)


def entries_of(state: Meeting) -> set[int]:
    """Return the entries whose words minutes are drafted from."""
    found = set()
    for one in state.items.values():
        found |= {one.asked.entry} | ({one.placed.entry} if one.placed else set())
    for motion in state.motions.values():
        found |= {motion.put.entry, *(each.entry for each in motion.exceptions)}
        for each in motion.objections.values():
            found |= {each.made.entry} | ({each.answered.entry} if each.answered else set())
    return found


def check_code_of(log: Log, version: Version) -> str:
    """Return the latest check-code of the record, if it was made after a version was saved."""
    head = head_of(log)
    return head.code.text() if head is not None and head.size > version.entry else ""
