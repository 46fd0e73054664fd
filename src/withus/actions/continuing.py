"""Continuing a record that lost entries, under another name: an honest fork, which says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from withus.actions.carrying import MOVED, again, duties_of, move, of_board
from withus.actions.joining import enter
from withus.core.facts.fact import Fact
from withus.core.facts.keeping import LogContinued
from withus.core.history.state import Partnership
from withus.core.history.told import Told
from withus.core.proofs.base64_strict import to_base64
from withus.core.proofs.checkpoint import Checkpoint
from withus.stores.record.append import THE_HOST, open_log
from withus.stores.record.models import Indexed, Log
from withus.stores.record.openings import find_openings
from withus.stores.record.read import boards_of, find_log
from withus.stores.record.states import board_state, partnership_state
from withus.stores.record.whole import whole
from withus.stores.worrying.worries import hidden

__all__ = ["MOVED", "continue_record", "next_name"]


@dataclass(frozen=True, slots=True)
class Continued:
    """The name a record goes on under, and how many of its entries say where things stand."""

    origin: str
    entries: int
    left_out: int  # what cannot be carried over because who it is about can no longer be opened


def continue_record(*, lost: Checkpoint, now: datetime) -> Continued:
    """Go on under another name from what is left of a record whose signed head covers more.

    The first entry names the old head and how many entries are left. Who and what was there is
    entered anew, by the host, for members to confirm.
    """
    log = find_log(lost.origin)
    name = next_name(lost.origin)
    with whole():
        openings = find_openings(log)
        first = LogContinued(
            origin=lost.origin, size=lost.size, root=to_base64(lost.root), kept=log.size
        )
        told = list(_carried(log, lost))
        unseen = hidden(log.origin, [each.entry for each in told])
        facts = list(again(told, openings, unseen))
        open_log(name)
        move(log.origin, to=name)
        done = enter(first, *facts, record=name, by=THE_HOST, now=now)
        Log.objects.filter(pk=log.pk).update(continued_by=name)
    return Continued(name, len(done), len(told) - len(facts))


def next_name(origin: str) -> str:
    """Return the name that a record goes on under: /2 after the first, then /3."""
    stem, slash, last = origin.rpartition("/")
    if slash and last.isdecimal() and "/" in stem:
        return f"{stem}/{int(last) + 1}"
    return f"{origin}/2"


def _carried(log: Log, lost: Checkpoint) -> Iterator[Told[Fact]]:
    whole, boards = partnership_state(log), [board_state(log, each) for each in boards_of(log)]
    there = {each.opened.fact.board for each in boards if each.opened and each.closed is None}
    yield from _of_partnership(whole, log, lost)
    for board in boards:
        yield from of_board(board, there)
    yield from duties_of(whole, there)


def _of_partnership(whole: Partnership, log: Log, lost: Checkpoint) -> Iterator[Told[Fact]]:
    if whole.opened is not None:
        types = Indexed.objects.filter(log=log).values_list("type", flat=True)
        follows = {
            "origin": lost.origin,
            "size": lost.size,
            "root": to_base64(lost.root),
            "since": whole.opened.day.isoformat(),
            "entries": dict(sorted(Counter(types).items())),
        }
        yield replace(whole.opened, fact=replace(whole.opened.fact, follows=follows))
    yield from whole.organisations.values()
