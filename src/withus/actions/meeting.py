"""Calling a meeting, moving and cancelling it; its agenda, its papers, and what people need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from withus.actions.joining import enter
from withus.actions.telling import members, routes_to, tell, tell_after
from withus.core.errors import Refusal
from withus.core.facts import meeting as f
from withus.core.facts.fact import Fact
from withus.core.meeting.needs import NeedAnswer, NeedCode, needs_met
from withus.core.rules.guarding import check_may_write
from withus.core.rules.own_place import own_places
from withus.core.rules.rights import Act, check_may, duties_held, places_held
from withus.core.rules.situation import NotAllowed
from withus.core.words import Capacity, NeedsMet, Paper
from withus.stores.keys.locker import new_id
from withus.stores.meeting import needs, notices, papers
from withus.stores.people.identity import identity
from withus.stores.record.append import Actor, locked
from withus.stores.record.finding import entries_about
from withus.stores.record.models import Log
from withus.stores.record.states import board_state, meeting_state, partnership_state

LONGEST_LINE, LONGEST_WORDS = 200, 2_000


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, in which record, and when."""

    record: str
    person: str
    now: datetime

    @property
    def actor(self) -> Actor:
        """Tell who acts, as the record takes it."""
        return Actor(person=self.person)


def call(wanted: f.MeetingCalled, *, starts: Sequence[tuple[datetime, datetime]], by: By) -> str:
    """Call a board to meet, once or on several days; tell everybody; return the first's id."""
    with locked(by.record) as log:
        capacity = speaks_as(log, wanted.board, by.person)
        every = [
            replace(wanted, meeting=new_id(), starts=begins, ends=ends, called_by=capacity)
            for begins, ends in starts
        ]
        entries = enter(*every, record=by.record, by=by.actor, now=by.now)
        routes = routes_to(log, wanted.board)
        for fact, entry in zip(every, entries, strict=True):
            tell(log, fact.meeting, entry, routes)
    return every[0].meeting


def move(wanted: f.MeetingMoved, *, by: By) -> None:
    """Put a meeting at another time or place, and tell everybody."""
    _enter_and_tell(wanted, by)


def cancel(meeting: str, reason: str, *, by: By) -> None:
    """Cancel a meeting, and tell everybody."""
    _enter_and_tell(f.MeetingCancelled(meeting=meeting, reason=reason), by)


def _enter_and_tell(fact: f.MeetingMoved | f.MeetingCancelled, by: By) -> None:
    with locked(by.record) as log:
        (entry,) = enter(fact, record=by.record, by=by.actor, now=by.now)
        tell_after(fact, log=log, entry=entry)


def speaks_as(log: Log, board: str, person: str) -> Capacity | None:
    """Return the capacity in which somebody speaks on a board; None: by a duty alone."""
    mine = own_places(board_state(log, board), entries_about(log, person))
    return mine[0][0].made.fact.capacity if mine else None


def ask_for(meeting: str, title: str, *, by: By) -> str:
    """Ask that a board talk about something; return its id."""
    check_words(title, most=LONGEST_LINE)
    agenda_item = new_id()
    with locked(by.record) as log:
        capacity = speaks_as(log, _board_of(log, meeting), by.person)
        asked = f.ItemAsked(meeting=meeting, item=agenda_item, capacity=capacity, title=title)
        enter(asked, record=by.record, by=by.actor, now=by.now)
    return agenda_item


def place(wanted: f.ItemPlaced, *, by: By) -> None:
    """Say what becomes of an item: on the agenda, refused with a reason, or not reached."""
    if len(str(wanted.reason)) > LONGEST_WORDS:
        raise NotAllowed("too_many_words")
    enter(wanted, record=by.record, by=by.actor, now=by.now)


@dataclass(frozen=True, slots=True)
class ToPutOut:
    """A paper to be put out: for what, in which form, since when, and what it is."""

    agenda_item: str
    form_of: str | None
    form: Paper
    day: date
    title: str
    kept: papers.Kept


def put_out(wanted: ToPutOut, *, by: By) -> str:
    """Keep a paper and enter since when it is out; return its id."""
    check_words(wanted.title, most=LONGEST_LINE)
    paper = new_id()
    told = wanted.kept.content or wanted.kept.link.encode()
    digest = sha256(told).hexdigest()
    fact = f.PaperOut(
        paper=paper,
        item=wanted.agenda_item,
        form_of=wanted.form_of,
        format=wanted.form,
        day=wanted.day,
        title=wanted.title,
        digest=f"sha256 {digest}",
    )
    with locked(by.record):
        enter(fact, record=by.record, by=by.actor, now=by.now)
        papers.keep(by.record, paper, wanted.kept)
    return paper


def say_needs(codes: Iterable[str], words: str, *, by: By) -> None:
    """Keep what somebody needs to take part. No entry is made of it."""
    known = frozenset(NeedCode(each).value for each in codes if each in set(NeedCode))
    with locked(by.record) as log:
        if words:
            _check_guarded(log, by.now)
        if len(words) > LONGEST_WORDS:
            raise NotAllowed("too_many_words")
        needs.keep(by.record, identity(by.record, by.person).person, needs.Needed(known, words))


def note_needs(meeting: str, answers: dict[str, NeedAnswer], *, by: By) -> NeedsMet | None:
    """Note for each person whether what they need is there; enter it once all of it is known.

    Whoever notes it calls the meetings; only those who said a need are noted.
    """
    with locked(by.record) as log:
        board = _board_of(log, meeting)
        _check_calls(log, board, by)
        asked = needs.of_people(by.record, members(log, board_state(log, board)))
        for person in sorted(asked.keys() & answers.keys()):
            needs.note(by.record, meeting, person, answers[person])
        noted = needs.answers_at(by.record, meeting)
        found = needs_met(noted.get(person) for person in asked) if asked else None
        last = meeting_state(log, meeting).needs
        if found is not None and (not last or last[-1].fact.answer is not found):
            fact: Fact = f.NeedsLookedAt(meeting=meeting, answer=found)
            enter(fact, record=by.record, by=by.actor, now=by.now)
        return found


def go_on(meeting: str, *, by: By) -> None:
    """Note that somebody whose need is not met said themselves that a meeting may go on.

    It is entered, without whose need it was, when the needs are next looked at.
    """
    with locked(by.record):
        if needs.answers_at(by.record, meeting).get(by.person) is NeedAnswer.NOT_MET:
            needs.note(by.record, meeting, by.person, NeedAnswer.WENT_ON)


def note_posted(meeting: str, *, by: By) -> int:
    """Note that the letters about a meeting were posted."""
    with locked(by.record) as log:
        _check_calls(log, _board_of(log, meeting), by)
        return notices.note_posted(by.record, meeting, now=by.now)


def _check_calls(log: Log, board: str, by: By) -> None:
    mine = entries_about(log, by.person)
    found = set(duties_held(partnership_state(log), mine, on=by.now.date(), board=board))
    check_may(Act.CALL_MEETING, found | places_held(board_state(log, board), mine))


def _board_of(log: Log, meeting: str) -> str:
    called = meeting_state(log, meeting).called
    if called is None:
        raise NotAllowed("no_such_meeting")
    return called.fact.board


def _check_guarded(log: Log, now: datetime) -> None:
    check_may_write(partnership_state(log), on=now.date())


def check_words(words: str, *, most: int) -> None:
    """Refuse a line that says nothing, or too much.

    Errors: Refusal `nothing_written`, `too_many_words`.
    """
    if not words.strip():
        raise Refusal("nothing_written")
    if len(words) > most:
        raise Refusal("too_many_words")
