"""Joining: open a partnership, and enter what happens in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from withus.actions.acting import acting
from withus.actions.following import follow
from withus.core.facts.answering import PointLinked
from withus.core.facts.deciding import DecisionReopened, DecisionReversed, DecisionTaken
from withus.core.facts.fact import Fact
from withus.core.facts.framing import BegunAgain, QuestionAgreed, WorkOpened
from withus.core.facts.joining import BoardOpened, DutyGiven, PartnershipOpened, RulesSet
from withus.core.facts.keeping import (
    ChallengeRaised,
    EntryConfirmed,
    EntryCorrected,
    TextWithdrawn,
)
from withus.core.facts.meeting import ItemPaused, PresenceNoted
from withus.core.facts.rows import Said
from withus.core.history.state import Board, Meeting
from withus.core.history.streams import PARTNERSHIP, minted, referred, stream_of
from withus.core.history.told import told
from withus.core.rules.entering import check_may_enter
from withus.core.rules.joining import NotAllowed, Situation, check_may_happen
from withus.core.rules.practised import Practised, follows
from withus.stores.bank_holidays import bank_holidays
from withus.stores.meeting.finding import has_met
from withus.stores.meeting.live import is_stopped
from withus.stores.people.identity import add_person
from withus.stores.practising.runs import practised, source_of
from withus.stores.record.append import Actor, Pen, locked, open_log, writing
from withus.stores.record.openings import keys_of
from withus.stores.record.states import fold_beforehand
from withus.stores.record.whole import whole

ABOUT_AN_ENTRY = (ChallengeRaised, EntryConfirmed, EntryCorrected, TextWithdrawn)
WHILE_IT_GOES_ON = (DecisionTaken, ItemPaused)
NAMES_A_DECISION: dict[type[Fact], str] = {
    DecisionReopened: "decision",
    DecisionReversed: "by_decision",
}
BY_DECISION = (RulesSet, QuestionAgreed, BegunAgain)
NAMES_A_BOARD: dict[type[Fact], str] = {BoardOpened: "parent", DutyGiven: "board"}


def open_partnership(
    *, record: str, by: Actor, now: datetime, opening: PartnershipOpened
) -> tuple[int, ...]:
    """Begin a record with the partnership's opening as its first entry."""
    with whole():
        open_log(record)
        named = naming_practice(opening, record=record)
        return enter(named, record=record, by=by, now=now)


def add_to_partnership(*, record: str, name: str) -> str:
    """Take in a person, under a key of their own, and return their id. No entry is made of it."""
    with locked(record):
        return add_person(record, name).person


def enter(*facts: Fact, record: str, by: Actor, now: datetime) -> tuple[int, ...]:
    """Enter what has happened: all of it, or none if a rule refuses one. Return the entries.

    Whoever acts must have the right to each, by what the record says of them under the lock.
    """
    ids = {each for fact in facts for each in (referred(fact), minted(fact)) if each is not None}
    fold_beforehand(record, ids)
    with writing(log=record, by=by, now=now) as pen:
        pen.look_up(ids)
        return tuple(put(pen, fact, by=by) for fact in facts)


def put(pen: Pen, fact: Fact, *, by: Actor, roll: tuple[Said, ...] | None = None) -> int:
    """Enter a fact in an act under way, with the roll-call that the act holds, if it does."""
    stands = replace(situation(pen, fact), roll=roll)
    check_may_enter(fact, stands, acting(pen, fact, stands, by))
    check_may_happen(fact, stands)
    (entry,) = pen.append(fact)
    follow(pen.log.origin, fact)
    return entry


def situation(pen: Pen, fact: Fact) -> Situation:
    """Return where things stand for a fact, under the lock."""
    stream = stream_of(fact, pen)
    if stream is None:
        raise NotAllowed("no_such_entry" if isinstance(fact, ABOUT_AN_ENTRY) else "no_such_id")
    scope = pen.scope(fact, stream)
    entry = pen.entry(fact.entry) if isinstance(fact, ABOUT_AN_ENTRY) else None
    return Situation(
        pen.partnership(),
        Board() if stream == PARTNERSHIP else pen.board(scope),
        None if entry is None else told(entry),
        by=pen.called(scope),
        typed_by=pen.typist(scope),
        meeting=pen.meeting(meeting_named(pen, fact) or stream),
        elsewhere=meeting_elsewhere(pen, fact, stream),
        work=pen.work(stream),
        beside=boards_beside(pen, fact, stream),
        challenges=pen.challenges(stream),
        doubled=doubled(pen, fact, scope),
        closed=closed_days(pen),
        stopped=isinstance(fact, WHILE_IT_GOES_ON) and is_stopped(pen.log.origin, stream),
        met=isinstance(fact, RulesSet) and has_met(pen.log.origin, fact.board),
        size=pen.log.size,
        at=pen.at,
        other=board_named(pen, fact),
        on=pen.entered_on(),
        practised=practised_before(fact, record=pen.log.origin),
    )


def meeting_named(pen: Pen, fact: Fact) -> str | None:
    """Return the meeting at which what a fact tells of was decided, if it names a decision."""
    if isinstance(fact, PointLinked):
        return pen.of_id(fact.to)
    if not isinstance(fact, BY_DECISION) or fact.decision is None:
        return None
    return pen.of_id(fact.decision)


def meeting_elsewhere(pen: Pen, fact: Fact, stream: str) -> Meeting:
    """Return the meeting of another decision that a fact names, where that is not its own."""
    named = getattr(fact, NAMES_A_DECISION.get(type(fact), ""), None)
    there = pen.of_id(named) if named else None
    return pen.meeting(there) if there is not None and there != stream else Meeting()


def boards_beside(pen: Pen, fact: Fact, stream: str) -> Mapping[str, Board]:
    """Return the boards that take part in a work beside the one that answers for it."""
    opened = fact if isinstance(fact, WorkOpened) else None
    begun = pen.work(stream).opened
    told = opened or (begun.fact if begun else None)
    names = sorted(told.boards) if told else []
    return {name: pen.board(name) for name in names if pen.of_id(name) == name}


def doubled(pen: Pen, fact: Fact, board: str) -> frozenset[str]:
    """Return which deputies that a fact names have come to hold a place on that very board."""
    if isinstance(fact, PresenceNoted):
        named = {fact.deputy} if fact.came else set()
    else:
        named = {row.deputy for row in fact.roll} if isinstance(fact, DecisionTaken) else set()
    state = pen.board(board) if any(named) else Board()
    theirs = {one.named.entry: name for name, one in state.deputies.items() if name in named}
    held = [place.held.taken.entry for place in state.places.values() if place.held]
    keys = keys_of(pen.log, [*theirs, *held]) if theirs else {}
    seated = {keys[entry] for entry in held if entry in keys}
    return frozenset(name for entry, name in theirs.items() if keys.get(entry) in seated)


def closed_days(pen: Pen) -> frozenset[date]:
    """Return the bank holidays about now, where the partnership is."""
    opened = pen.partnership().opened
    return bank_holidays(opened.fact.country, about=pen.at.date()) if opened else frozenset()


def practised_before(fact: Fact, *, record: str) -> Practised:
    """Return what was practised by whoever opens a live record; of any other fact, nothing."""
    if not isinstance(fact, PartnershipOpened) or fact.practice:
        return Practised()
    return practised(record, fact.name, source=source_of(fact.follows))


def naming_practice(opening: PartnershipOpened, *, record: str) -> PartnershipOpened:
    """Return the opening of a live record that names the runs thrown away before it."""
    if opening.practice or opening.follows is not None:
        return opening
    return replace(opening, follows=follows(practised_before(opening, record=record)))


def board_named(pen: Pen, fact: Fact) -> Board | None:
    """Return another board of this record that a fact names beside its own, if it names one."""
    name = NAMES_A_BOARD.get(type(fact), "")
    wanted = getattr(fact, name) if name else None
    return pen.board(wanted) if wanted is not None and pen.of_id(wanted) == wanted else None
