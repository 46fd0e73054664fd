"""What it costs to tell what somebody is, in a record of 10,000 people on many boards."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from statistics import median
from typing import Any

PEOPLE, BOARDS, AT_ONCE, TIMES = 10_000, 20, 100, 15
ORIGIN = "withus.example/many"


def lines() -> Iterator[str]:
    """Write the record, and yield a line for each question asked of it."""
    from tests.core.facts.story import BOARD, DAY
    from withus.questions.confirming import waiting
    from withus.questions.rights import entries_about, roles_of
    from withus.stores.record.read import find_log
    from withus.stores.record.remembered import forget

    began = time.perf_counter()
    one, busy = write()
    log = find_log(ORIGIN)
    took = time.perf_counter() - began
    yield f"{PEOPLE:,} people, {log.size:,} entries on {BOARDS} boards: written in {took:.0f} s"
    yield measured("entries_about", lambda: entries_about(log, one))
    for name, person in (("one board", one), (f"{BOARDS} boards", busy)):
        ask = partial(roles_of, ORIGIN, person, on=DAY)
        yield measured(f"roles_of, places on {name}", ask)
        yield measured(f"roles_of, places on {name}, nothing remembered", ask, before=forget)
        yield measured(f"roles_of, of {name} asked for one", partial(ask, board=BOARD))
    yield measured("waiting, for somebody in one place", lambda: waiting(ORIGIN, one, on=DAY))


def write() -> tuple[str, str]:
    """Write it; return somebody in one place, and somebody in a place on every board."""
    from tests.core.facts.story import BOARD, START, STORY, an_id, place_made, place_taken
    from withus.actions.joining import enter, open_partnership
    from withus.core.facts.joining import BoardOpened, PartnershipOpened
    from withus.core.words import Capacity
    from withus.stores.people.identity import add_person
    from withus.stores.record.append import THE_HOST
    from withus.stores.record.whole import whole

    opening, board = (
        next(each for each in STORY if isinstance(each, kind))
        for kind in (PartnershipOpened, BoardOpened)
    )
    assert isinstance(opening, PartnershipOpened) and isinstance(board, BoardOpened)
    open_partnership(record=ORIGIN, by=THE_HOST, now=START, opening=opening)
    boards = [BOARD, *(an_id(f"board {n}") for n in range(1, BOARDS))]
    busy = last = add_person(ORIGIN, "Everywhere").person
    seat = Capacity.UNPAID_CARERS
    for number, name in enumerate(boards):
        made = place_made(f"busy {number}", seat, board=name)
        taken = replace(place_taken(f"busy {number}", f"busy held {number}", ""), person=busy)
        enter(replace(board, board=name), made, taken, record=ORIGIN, by=THE_HOST, now=START)
    for first in range(0, PEOPLE, AT_ONCE):
        facts: list[Any] = []
        with whole():
            for n in range(first, first + AT_ONCE):
                last = add_person(ORIGIN, f"Person {n}").person
                facts.append(place_made(f"p {n}", seat, board=boards[n % BOARDS]))
                facts.append(replace(place_taken(f"p {n}", f"h {n}", ""), person=last))
            enter(*facts, record=ORIGIN, by=THE_HOST, now=START)
    return last, busy


def measured(name: str, ask: Callable[[], Any], *, before: Callable[[], Any] | None = None) -> str:
    """Ask several times, and tell how many statements and how much CPU it took."""
    from django.db import connections

    asked: list[str] = []

    def noted(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    took = []
    for turn in range(TIMES):
        if before is not None:
            before()
        with ExitStack() as stack:
            if turn == TIMES - 1:
                for connection in connections.all():
                    stack.enter_context(connection.execute_wrapper(noted))
            began = time.process_time()
            ask()
            took.append(time.process_time() - began)
    return f"{name}: {len(asked)} statements, {median(took) * 1000:.1f} ms of CPU"
