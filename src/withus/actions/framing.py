"""Framing: begin a work, say whom it is about, what was there before it, and what it asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from withus.actions.joining import enter
from withus.actions.meeting import By, check_words
from withus.core.facts import framing as f
from withus.core.facts import keeping as k
from withus.core.facts.fact import Fact
from withus.core.rules.framing import affected_holdings
from withus.core.rules.owning import taken_by
from withus.core.rules.situation import NotAllowed
from withus.core.words import ChallengeGround, ChallengeOutcome, Level
from withus.stores.keys.locker import new_id
from withus.stores.meeting.papers import Kept, keep
from withus.stores.people.identity import identity
from withus.stores.record.append import Actor, locked
from withus.stores.record.models import Log, Minted
from withus.stores.record.openings import find_openings
from withus.stores.record.states import board_state, work_state

LONGEST_QUESTION, LONGEST_WORDS = 300, 4_000


@dataclass(frozen=True, slots=True)
class ToOpen:
    """A work to begin: what it is called, which board answers for it, and which take part."""

    name: str
    board: str
    boards: frozenset[str]
    about_one_person: bool


def open_work(wanted: ToOpen, *, by: By) -> str:
    """Begin a work at the level of the board that answers for it; return its id."""
    with locked(by.record) as log:
        board = board_state(log, wanted.board)
        if board.opened is None:
            raise NotAllowed("no_such_board")
        level = Level.PERSON if wanted.about_one_person else board.opened.fact.level
        fact = f.WorkOpened(
            work=new_id(),
            name=wanted.name,
            board=wanted.board,
            boards=wanted.boards,
            level=level,
            about_one_person=wanted.about_one_person,
        )
        _enter(fact, by)
    return fact.work


def confirm_scope(
    fact: f.ScopeConfirmed,
    *,
    by: By,
    beside: frozenset[str] = frozenset(),
    typed_for: str | None = None,
) -> int:
    """Say for one side whom a work is about; `beside` are accounts lately at the same browser.

    `typed_for` is the place of an affected member for whom somebody types it.
    """
    with locked(by.record) as log:
        who = replace(_speaking(log, fact.work, by, typed_for), beside=beside)
        return enter(fact, record=by.record, by=who, now=by.now)[0]


def promise_step(fact: f.StepPromised, *, by: By) -> int:
    """Promise how far a body shares power."""
    check_words(str(fact.words), most=LONGEST_WORDS)
    return _enter(fact, by)


def tell_existing(fact: f.ExistingTold, *, by: By) -> str:
    """Tell of what was there before; return its id."""
    check_words(str(fact.what), most=LONGEST_WORDS)
    named = replace(fact, existing=new_id())
    _enter(named, by)
    return named.existing


def propose_question(fact: f.QuestionProposed, *, by: By, typed: bool = False) -> str:
    """Propose what to ask, on its own or out of several proposals; return its id.

    `typed` is whether it is typed for whoever holds the place from which it is proposed.
    """
    check_words(str(fact.words), most=LONGEST_QUESTION)
    named = replace(fact, question=new_id())
    with locked(by.record) as log:
        who = _speaking(log, fact.work, by, fact.holding if typed else None)
        enter(named, record=by.record, by=who, now=by.now)
    return named.question


def agree_question(question: str, decision: str, *, by: By) -> int:
    """Enter that a board decided that this is the question."""
    return _enter(f.QuestionAgreed(question=question, decision=decision), by)


def begin_again(existing: str, decision: str, *, by: By) -> int:
    """Enter that a board set aside what was there before."""
    return _enter(f.BegunAgain(existing=existing, decision=decision), by)


@dataclass(frozen=True, slots=True)
class ToAccount:
    """How a work began before the record: on which day, in which words, with which document."""

    work: str
    started: date
    words: str
    document: Kept | None


def tell_start(wanted: ToAccount, *, by: By) -> str:
    """Tell how a work began, and ask all whom it is about who hold a place; return its id."""
    check_words(wanted.words, most=LONGEST_WORDS)
    kept = wanted.document
    told = (kept.content or kept.link.encode()) if kept else b""
    with locked(by.record) as log:
        opened = work_state(log, wanted.work).opened
        if opened is None:
            raise NotAllowed("no_such_work")
        fact = f.StartAccounted(
            work=wanted.work,
            account=new_id(),
            started=wanted.started,
            asked=affected_holdings(board_state(log, opened.fact.board)),
            documents=1 if kept else 0,
            digests=f"sha256 {sha256(told).hexdigest()}" if kept else "",
            words=wanted.words,
        )
        _enter(fact, by)
        if kept:
            keep(by.record, fact.account, kept)
    return fact.account


def answer_start(fact: f.StartAnswered, *, by: By, typed: bool = False) -> int:
    """Say from a place whether a work began so; `typed`: for whoever holds it, by who types."""
    with locked(by.record) as log:
        row = Minted.objects.filter(log=log, name=fact.account).first()
        who = _speaking(log, row.stream if row else "", by, fact.holding if typed else None)
        return enter(fact, record=by.record, by=who, now=by.now)[0]


def _speaking(log: Log, work: str, by: By, typed_for: str | None) -> Actor:
    """Return who acts: somebody for themselves, or for whoever holds a place; never their own."""
    if typed_for is None:
        return by.actor
    opened = work_state(log, work).opened
    names = sorted({opened.fact.board, *opened.fact.boards}) if opened else []
    entries = [taken_by(board_state(log, name), typed_for) for name in names]
    entry = next((each for each in entries if each is not None), None)
    opening = find_openings(log, [entry])[entry].get("person") if entry is not None else None
    person = getattr(opening, "value", None)
    if person is None:
        raise NotAllowed("not_in_a_place")
    if person == by.person:
        raise NotAllowed("typed_for_oneself")
    return Actor(person=identity(log.origin, person).person, typed_by=by.person)


def challenge(entry: int, ground: ChallengeGround, what: str, *, by: By) -> str:
    """Say that an entry of a work is not so; return the challenge's id."""
    check_words(what, most=LONGEST_WORDS)
    fact = k.ChallengeRaised(challenge=new_id(), entry=entry, ground=ground, what=what)
    _enter(fact, by)
    return fact.challenge


def end_challenge(name: str, outcome: ChallengeOutcome, *, by: By) -> int:
    """Settle a challenge, or take it back."""
    return _enter(k.ChallengeEnded(challenge=name, outcome=outcome, decision=None), by)


def _enter(fact: Fact, by: By) -> int:
    return enter(fact, record=by.record, by=by.actor, now=by.now)[0]
