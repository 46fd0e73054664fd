"""Ending a practice run: go live with what was practised, or throw it away whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from django.utils.timezone import localdate

from withus.actions.acting import check_duty
from withus.actions.carrying import again, duties_of, move, opening_of
from withus.actions.joining import enter
from withus.actions.keeping import check_not_held
from withus.core.errors import Refusal
from withus.core.facts.circumstances import HOST
from withus.core.facts.fact import Fact
from withus.core.facts.framing import ExistingTold
from withus.core.facts.joining import DeputyNamed, PartnershipOpened, PlaceTaken
from withus.core.framing.practised import carried
from withus.core.history.state import Board, Partnership
from withus.core.history.told import Told
from withus.core.rules.practised import follows
from withus.core.rules.practising import (
    carried_rules,
    check_may_go_live,
    check_may_throw_away,
)
from withus.core.rules.rights import Act
from withus.stores.drafting.texts import open_last
from withus.stores.framing.models import WorkRow
from withus.stores.practising.runs import live_name, note_thrown_away, practised, run_by, waits
from withus.stores.record.append import THE_HOST, Actor, locked, open_log
from withus.stores.record.models import Log
from withus.stores.record.openings import find_openings
from withus.stores.record.read import boards_of
from withus.stores.record.states import board_state, partnership_state, work_state
from withus.stores.record.throwing import throw_away as throw
from withus.stores.worrying.worries import hidden

Entering = tuple[str | None, Fact]  # who did it: a person, whose place it is; or None, the host


@dataclass(frozen=True, slots=True)
class WentLive:
    """The name under which a partnership is live, and how many entries it begins with."""

    origin: str
    entries: int
    left_out: int  # what is not carried over, as who it is about can no longer be opened


def go_live(
    *, record: str, by: str | None, now: datetime, seen: int | None, with_plans: bool = False
) -> WentLive:
    """Open a live record with the boards, places, rules and people of a practice run.

    `by` is a person, or None for the host's command; `seen` how many entries the run had when they
    looked, or None not to ask. Each place is entered for whoever holds it, for them to confirm.
    `with_plans` is whether the words go along of plans that were begun in practice.
    """
    on = localdate(now)
    with locked(record) as log:
        _check_not_over(log)
        check_duty(log, Act.END_PRACTICE, by=by, on=on)
        whole, boards = partnership_state(log), list(_open_boards(log))
        check_may_go_live(whole, boards=len(boards), on=on)
        if seen is not None and seen != log.size:
            raise Refusal("practice_changed")
        name = live_name(record)
        told: list[Told[Fact]] = [_opening(whole, log, name), *whole.organisations.values()]
        told += [*_set_up(boards, on), *_duties(whole, boards, on), *_people(boards)]
        told += _works(whole, log, _there(boards))
        acts = _with_plans(_again(told, log), log) if with_plans else _again(told, log)
        open_log(name)
        move(record, to=name)
        for person, some in groupby(acts, key=lambda act: act[0]):
            _enter(person, [fact for _, fact in some], record=name, now=now)
        Log.objects.filter(pk=log.pk).update(continued_by=name)
    return WentLive(name, len(acts), len(told) - len(acts))


def throw_away(*, record: str, by: str | None, now: datetime) -> None:
    """Delete a practice run whole: entries, what opens them, people, and ways in.

    What stays is that there was one, and how much of what: the next live record names it. They who
    ran it keep their way in, to begin again. Its keys are put down to be forgotten after this:
    `finish_erasing` does that.
    """
    with locked(record) as log:
        _check_not_over(log)
        check_duty(log, Act.END_PRACTICE, by=by, on=localdate(now))
        check_not_held(record)
        state = partnership_state(log)
        check_may_throw_away(state, waits(record))
        assert state.opened is not None
        note_thrown_away(log, state.opened.fact.name, at=now)
        throw(log, but=run_by(log))


def _check_not_over(log: Log) -> None:
    if log.continued_by is not None:
        raise Refusal("record_continued", {"origin": log.origin, "by": log.continued_by})


def _open_boards(log: Log) -> Iterator[Board]:
    for name in boards_of(log):
        board = board_state(log, name)
        if board.opened is not None and board.closed is None:
            yield board


def _opening(whole: Partnership, log: Log, name: str) -> Told[PartnershipOpened]:
    assert whole.opened is not None
    fact = whole.opened.fact
    named = follows(practised(name, fact.name, source=log))
    return replace(whole.opened, fact=replace(fact, practice=False, follows=named))


def _duties(whole: Partnership, boards: list[Board], on: date) -> Iterator[Told[Fact]]:
    for given in duties_of(whole, _there(boards)):
        until = given.fact.until
        if until is None or on < until:
            yield given


def _there(boards: list[Board]) -> set[str]:
    return {board.opened.fact.board for board in boards if board.opened is not None}


def _set_up(boards: list[Board], on: date) -> Iterator[Told[Fact]]:
    for board in boards:
        assert board.opened is not None
        yield opening_of(board.opened, _there(boards))
        yield from carried_rules(board.rules, on=on)
        yield from (each.made for each in board.places.values() if each.ended is None)


def _people(boards: list[Board]) -> Iterator[Told[Fact]]:
    for board in boards:
        held = [each.held for each in board.places.values() if each.ended is None]
        yield from (each.taken for each in held if each is not None)
        yield from (each.named for each in board.deputies.values() if each.ended is None)
        yield from (each.granted for each in board.mandates.values() if each.ended is None)


def _works(whole: Partnership, log: Log, there: set[str]) -> Iterator[Told[Fact]]:
    assert whole.opened is not None
    rows = WorkRow.objects.filter(origin=log.origin).order_by("entry")
    for work in rows.values_list("ref", flat=True):
        yield from carried(work_state(log, work), boards=there, body=whole.opened.fact.name)


def _with_plans(acts: list[Entering], log: Log) -> list[Entering]:
    """Return the acts with the words of each plan as it stood last, where it was begun in practice.

    Not: words that were taken from view, hidden or erased.
    """
    found: list[Entering] = []
    for person, fact in acts:
        if isinstance(fact, ExistingTold) and fact.practised:
            last = open_last(log, work_state(log, fact.work))
            fact = replace(fact, what=last.text if last else "")  # the same act
        found.append((person, fact))
    return found


def _again(told: Iterable[Told[Fact]], log: Log) -> list[Entering]:
    """Return facts to be entered anew, each with the person whose act it is, if one's."""
    every = list(told)
    openings, unseen = find_openings(log), hidden(log.origin, [each.entry for each in every])
    found: list[Entering] = []
    holders: dict[str, str] = {}  # by place
    for fact in again(every, openings, unseen):
        if isinstance(fact, PlaceTaken):
            holders[fact.place] = str(fact.person)
        whose = fact.place if isinstance(fact, PlaceTaken | DeputyNamed) else ""
        found.append((holders.get(whose), fact))
    return found


def _enter(person: str | None, facts: list[Fact], *, record: str, now: datetime) -> None:
    """Enter facts for the host; or for a person, typed by the host's command, to be confirmed."""
    by = Actor(person, typed_by=HOST, commanded=True) if person else THE_HOST
    enter(*facts, record=record, by=by, now=now)
