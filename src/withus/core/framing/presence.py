"""From when until when somebody was in, by the record: claims count only as far as they are seen.

Source: record.md, Start of a plan and presence; the allowance is dated policy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from withus.core.facts.circumstances import HOST
from withus.core.facts.fact import Fact
from withus.core.framing.seen import Witnessed
from withus.core.history.state import Board, Holding, Place
from withus.core.history.told import Told
from withus.core.words import AFFECTED, Capacity, ChallengeGround, ChallengeOutcome, ConfirmedHow

ALLOWANCE = timedelta(days=7)  # policy: what is confirmed and seen by then counts as of then
DOUBTS = (ChallengeGround.CAPACITY, ChallengeGround.PRESENCE)


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody in a place: from when, until when, and whether that is doubted."""

    holding: str
    place: Place
    entry: int
    from_: datetime
    until: datetime | None
    upheld: bool = False  # somebody said that it is not so, and was found right
    doubted: bool = False  # somebody says so, and it is open

    @property
    def capacity(self) -> Capacity:
        """Tell in what capacity."""
        return self.place.made.fact.capacity

    def was_in(self, when: datetime) -> bool:
        """Tell whether they were in before a moment, and had not left.

        Shape: half-open; whoever came at that very moment was not in before it.
        """
        return self.from_ < when and (self.until is None or when <= self.until)


def moment(at: datetime | date) -> datetime:
    """Tell the log's time; of an entry that has the day only, its beginning."""
    if isinstance(at, datetime):
        return at
    return datetime.combine(at, time(), UTC)


def earliest(told: Told[Fact]) -> datetime:
    """Tell when something began at the earliest that is told of it.

    Formula: min(claimed, logged).
    """
    logged = moment(told.at)
    return logged if told.claimed_at is None else min(told.claimed_at, logged)


def sittings(board: Board, *, witnessed: tuple[Witnessed, ...] = ()) -> Iterator[Sitting]:
    """Yield everybody who ever sat on a board, in the order of its places.

    Reads: place.taken and place.left, what was confirmed of them, challenges to them.
    Not: who said afterwards that they never took that place.
    """
    denied = {each.fact.entry for each in board.said.confirmed if not each.fact.right}
    doubts = _doubts(board)
    for place in board.places.values():
        for held in place.holdings:
            if held.taken.entry not in denied:
                about = {held.taken.entry, place.made.entry}
                yield Sitting(
                    holding=held.taken.fact.holding,
                    place=place,
                    entry=held.taken.entry,
                    from_=_from(held.taken, board, witnessed),
                    until=_until(held, place),
                    upheld=any(doubts.get(each) is True for each in about),
                    doubted=any(doubts.get(each) is False for each in about),
                )


def _from(taken: Told[Fact], board: Board, witnessed: tuple[Witnessed, ...]) -> datetime:
    """Tell from when somebody was in.

    Formula: max(claimed, logged); the claimed time where whoever took the place confirmed it
        within the allowance, and somebody who keeps a copy had seen that by then.
    """
    logged, claimed = moment(taken.at), taken.claimed_at
    if claimed is None or claimed >= logged:
        return logged if claimed is None else claimed
    last = claimed + ALLOWANCE
    for entry, at in _own_word(taken, board):
        seen = any(one.size > entry and one.at <= last for one in witnessed)
        if at <= last and seen:
            return claimed
    return logged


def _own_word(taken: Told[Fact], board: Board) -> Iterator[tuple[int, datetime]]:
    if taken.typed_by is None and taken.by not in (None, HOST):
        yield taken.entry, moment(taken.at)
    for each in board.said.confirmed:
        own = each.fact.how is not ConfirmedHow.SECOND_PERSON
        if each.fact.entry == taken.entry and each.fact.right and own:
            yield each.entry, moment(each.at)


def _until(held: Holding, place: Place) -> datetime | None:
    """Tell until when: of those it is about the earliest that is told, of others the log's time."""
    ends = [each for each in (held.left, place.ended) if each is not None]
    if not ends:
        return None
    affected = place.made.fact.capacity in AFFECTED
    return min(earliest(each) if affected else moment(each.at) for each in ends)


def _doubts(board: Board) -> Mapping[int, bool]:
    """Tell which entries somebody says are not so: True where they were found right."""
    found: dict[int, bool] = {}
    for each in board.said.challenges.values():
        about, ended = each.raised.fact, each.ended
        if about.ground not in DOUBTS:
            continue
        if ended is None:
            found.setdefault(about.entry, False)
        elif ended.fact.outcome is ChallengeOutcome.UPHELD:
            found[about.entry] = True
    return found
