"""What a board decided: one decision, a page of them, and what was decided elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from withus.core.days import working_days_after
from withus.core.deciding.before import board_before
from withus.core.deciding.call import came_by
from withus.core.deciding.now import Stands, rules_on
from withus.core.deciding.rule import Rule
from withus.core.facts.deciding import DecisionReported
from withus.core.facts.encoding import decode
from withus.core.facts.sealing import Opening
from withus.core.history.deciding import motion_of
from withus.core.history.standing import in_force, outcome_of
from withus.core.history.state import Board, Motion, Taken
from withus.core.history.told import Told
from withus.core.rules.acting import Acting
from withus.core.rules.confirming import may_confirm_roll
from withus.core.rules.deciding import stands_now
from withus.core.words import Capacity, MotionKind, Outcome, Position
from withus.questions.deciding_now import MeetingNow, of_states
from withus.questions.decisions import (
    Mine,
    Where,
    Words,
    entries_of,
    mine_in,
    texts,
    where,
    where_of,
)
from withus.questions.finding import NotHere, seen_by
from withus.questions.joining import Paged, paged
from withus.questions.rights import standing
from withus.stores.deciding.models import MotionRow
from withus.stores.people.identity import identity
from withus.stores.record.models import Indexed, Leaf, Log, Minted
from withus.stores.record.openings import find_openings
from withus.stores.record.states import board_state
from withus.stores.streams import boards_of_streams
from withus.stores.worrying.worries import hidden

A_PAGE = 20
MOST_REOPENED = 40  # that a form offers, the newest
MOST_REPORTED = 50  # that a page tells of, the newest
ByCapacity = Mapping[Capacity, Mapping[Position, int]]


@dataclass(frozen=True, slots=True)
class DecisionSeen:
    """A decision as whoever looks may see it."""

    where: Where
    here: MeetingNow
    motion: Motion
    taken: Taken
    stands: Stands
    rules: tuple[Rule, ...]
    words: Words
    mine: Mine
    until: date | None  # the last day on which somebody may assent or confirm
    title: str = ""
    confirms: bool = False  # whether the word of whoever looks would count for the roll

    @property
    def in_force(self) -> bool:
        """Tell whether no other roll-call took its place."""
        return in_force(self.motion) is self.taken

    @property
    def outcome(self) -> Outcome:
        """Tell what came of it, as the record says last."""
        return outcome_of(self.taken)

    def by_capacity(self) -> ByCapacity:
        """Tell who was in the room by capacity, and where they stood."""
        board, found = self.here.board, dict[Capacity, Counter[Position]]()
        for row in self.taken.taken.fact.roll:
            place = board.places.get(board.place_of.get(row.holding, ""))
            if place is not None:
                tally = found.setdefault(place.made.fact.capacity, Counter())
                tally[row.position] += 1
        return found

    def confirmed(self) -> tuple[int, int]:
        """Tell how often it was said of this roll that it is right, and that it is not."""
        one, said = self.taken.taken, self.here.meeting.said.confirmed
        came = {
            each.entry
            for row in one.fact.roll
            if (each := came_by(self.here.meeting, row.holding, self.taken)) is not None
        }
        told = [
            each.fact.right
            for each in said
            if each.entry > one.entry and each.fact.entry in {one.entry, *came}
        ]
        return sum(told), len(told) - sum(told)

    def typed(self) -> int:
        """Tell for how many in the roll somebody else entered where they stood."""
        return sum(not row.self_entered for row in self.taken.taken.fact.roll)


def decision_seen(origin: str, decision: str, *, by: str | None, now: datetime) -> DecisionSeen:
    """Return a decision; None looks from outside, and sees no words that are not for everybody."""
    found = seen_by(origin, inside=by is not None)
    row = Minted.objects.filter(log=found.log, name=decision).first()
    board = boards_of_streams(origin, [row.stream]).get(row.stream) if row else None
    if row is None or board is None or board == row.stream:
        raise NotHere("not_here")
    here = of_states(found.log, row.stream, board, now=now)
    motion = motion_of(here.meeting, decision)
    if motion is None:
        raise NotHere("not_here")
    taken = motion.decisions[decision]
    then = board_before(here.board, taken.taken.entry)  # not by what was set later that day
    rules = rules_on(then, motion.put.fact.kind, on=taken.taken.day)
    item = here.meeting.items[motion.put.fact.item]
    private = item.placed is not None and item.placed.fact.private_by_law
    mine = mine_in(here, by, on=now.date()) if by else Mine()
    entries = [] if private else [motion.put.entry, *(e.entry for e in motion.exceptions)]
    if mine.reads:
        entries = [item.asked.entry, *entries_of(motion)]
    words = texts(here.log, entries, meeting=here.meeting)
    return DecisionSeen(
        where=where_of(here),
        here=here,
        motion=motion,
        taken=taken,
        stands=stands_now(taken, here.situation),
        rules=tuple(rule for rule in rules if rule.id in motion.put.fact.rules),
        words=words,
        mine=mine,
        until=until(taken, here),
        title=words.get(item.asked.entry, {}).get("title", ""),
        confirms=by is not None and confirms(here, taken, by, on=now.date()),
    )


def confirms(here: MeetingNow, taken: Taken, person: str, *, on: date) -> bool:
    """Return whether somebody may confirm a roll-call that hangs on what another entered."""
    if outcome_of(taken) is not Outcome.UNSETTLED:
        return False
    found = standing(here.log.origin, person, board=here.board_id)
    if found is None:
        return False
    called = identity(here.log.origin, person).pseudonyms.get(here.board_id)
    roles = found.roles(on=on, board=here.board_id)
    acting = Acting(roles=roles, person=person, mine=found.mine)
    return may_confirm_roll(taken, replace(here.situation, by=called), acting)


def until(taken: Taken, here: MeetingNow) -> date | None:
    """Return the last day of what is open of a decision; None where nothing is."""
    found = outcome_of(taken)
    closed, day = here.situation.closed, taken.taken.day
    if found is Outcome.UNSETTLED:
        return working_days_after(day, 5, closed=closed)
    if found is Outcome.WAITING:
        days = stands_now(taken, here.situation).decision.days
        return working_days_after(day, days, closed=closed) if days else None
    return None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which decisions of a board somebody wants to see, and in what order."""

    kind: MotionKind | None = None
    outcome: Outcome | None = None
    oldest_first: bool = False
    page: int = 1
    reads: bool = False  # whether the words of the board's meetings are for whoever looks


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision in the list of a board's."""

    decision: str
    day: date
    kind: MotionKind
    outcome: Outcome
    words: str  # empty where they are not for whoever looks, or are not shown
    private: bool


@dataclass(frozen=True, slots=True)
class DecisionsSeen:
    """A page of a board's decisions, and what was decided elsewhere."""

    where: Where
    listed: tuple[DecisionLine, ...]
    page: Paged
    all: int
    reported: tuple[tuple[Told[DecisionReported], str], ...]


def decisions_seen(origin: str, board: str, *, by: str | None, wanted: Wanted) -> DecisionsSeen:
    """Return a page of a board's decisions, in as many statements for any number of them."""
    found = seen_by(origin, inside=by is not None)
    rows = MotionRow.objects.filter(origin=origin, board=board, decided__isnull=False)
    count = rows.count()
    if wanted.kind is not None:
        rows = rows.filter(kind=wanted.kind.value)
    if wanted.outcome is not None:
        rows = rows.filter(outcome=wanted.outcome.value)
    some = rows.count() if wanted.kind or wanted.outcome else count
    at = paged(wanted.page, some, each=A_PAGE)
    order = ("decided", "entry") if wanted.oldest_first else ("-decided", "-entry")
    cut = list(rows.order_by(*order)[(at.number - 1) * A_PAGE : at.number * A_PAGE])
    told, reads = where(found.log, board), wanted.reads
    return DecisionsSeen(
        told,
        lines(found.log, cut, inside=reads),
        at,
        count,
        reported(found.log, board, inside=reads),
    )


def to_reopen(here: MeetingNow) -> tuple[DecisionLine, ...]:
    """Return what a board carried at earlier meetings, which something put now could change."""
    rows = MotionRow.objects.filter(
        origin=here.log.origin, board=here.board_id, outcome=Outcome.CARRIED.value
    )
    some = rows.exclude(meeting=here.id).order_by("-decided", "-entry")[:MOST_REOPENED]
    return lines(here.log, list(some), inside=True)


def lines(log: Log, rows: Sequence[MotionRow], *, inside: bool) -> tuple[DecisionLine, ...]:
    """Return decisions with the words of what was put, where those are for whoever looks."""
    shown = [row.entry for row in rows if inside or not row.private]
    words = shown_words(log, shown, "words", streams={row.meeting for row in rows})
    return tuple(
        DecisionLine(
            str(row.decision),
            row.decided.date(),
            MotionKind(row.kind),
            Outcome(str(row.outcome)),
            words.get(row.entry, ""),
            row.private,
        )
        for row in rows
        if row.decided is not None
    )


def shown_words(
    log: Log, entries: Iterable[int], path: str, *, streams: Iterable[str]
) -> Mapping[int, str]:
    """Return one text of each of some entries: not those withdrawn, erased, or hidden."""
    wanted = sorted(set(entries))
    if not wanted:
        return {}
    gone = hidden(log.origin, wanted) | withdrawn(log, streams)
    return {
        entry: one.value
        for entry, found in find_openings(log, wanted).items()
        if entry not in gone and isinstance(one := found.get(path), Opening)
    }


def withdrawn(log: Log, streams: Iterable[str]) -> frozenset[int]:
    """Return the entries of some streams of which a text was taken from view."""
    rows = Indexed.objects.filter(log=log, type="text.withdrawn.v1", stream__in=set(streams))
    leaves = Leaf.objects.filter(log=log, index__in=rows.values("index"))
    told = leaves.values_list("index", "content")
    read = (decode(bytes(content), index=at) for at, content in told)
    return frozenset(int(getattr(one.fact, "entry", -1)) for one in read)


def reported(
    log: Log, board: str, *, inside: bool
) -> tuple[tuple[Told[DecisionReported], str], ...]:
    """Return what was told of decisions taken elsewhere, the newest day first."""
    state: Board = board_state(log, board)
    some = sorted(state.reported, key=lambda each: (each.fact.day, each.entry), reverse=True)
    cut = some[:MOST_REPORTED]
    shown = [each.entry for each in cut] if inside else []
    words = shown_words(log, shown, "what", streams={board})
    return tuple((each, words.get(each.entry, "")) for each in cut)
