"""What the pages of a partnership with 500 boards cost, each with places and rules of its own."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from benchmarks import pages_of_people

BOARDS, PLACES = 500, 12
ORIGIN = "withus.example/boards"


@dataclass(frozen=True, slots=True)
class Written:
    """The boards, the top one first, and who is signed in to look at them."""

    boards: tuple[str, ...]
    facilitator: str


def lines() -> Iterator[str]:
    """Write the record, and yield a line for each page of it."""
    from django.test import Client

    from tests.example_record import sign
    from withus.stores.accounts.accounts import link, open_account
    from withus.stores.record.read import find_log

    began = time.perf_counter()
    found = write()
    took = time.perf_counter() - began
    yield f"{BOARDS} boards, {find_log(ORIGIN).size:,} entries: written in {took:.0f} s"
    sign(ORIGIN)
    signed_in = Client()
    account = open_account()
    link(account, origin=ORIGIN, person=found.facilitator)
    signed_in.force_login(account)
    for who, client in (("anybody", Client()), ("facilitator", signed_in)):
        for address, budget in pages(found, who=who):
            yield pages_of_people.line(client, f"{who} {address}", address, budget)


def pages(found: Written, *, who: str) -> Iterator[tuple[str, int]]:
    """Yield addresses with the budget of each."""
    here = f"/partnerships/{ORIGIN.replace('/', '~')}/"
    drawn, listed = pages_of_people.DRAWN, pages_of_people.LIST
    for asked in ("", "?page=2", "?page=999", "?q=board+4", "?q=nothing"):
        yield here + asked, drawn
    for number in (0, 1, BOARDS - 1):  # with all below it, with some, with none
        yield f"{here}boards/{found.boards[number]}/", drawn
    yield f"{here}boards/{found.boards[1]}/easy-read/", drawn
    if who == "facilitator":
        terms = f"{here}pack/terms-of-reference/"
        yield from ((address, drawn) for address in (terms, f"{terms}?page=9"))
        for path in ("pack/", "pack/assessment/", "pack/retention/", "boards/", "boards/?page=9"):
            yield here + path, listed
        yield f"{here}boards/{found.boards[1]}/places/", listed


def write() -> Written:
    """Write it: one board at the top, and each of the others under one of the ten after it."""
    from tests.core.facts.story import DAY, START, an_id
    from tests.example_record import opened, opening
    from withus.actions.joining import enter, open_partnership
    from withus.core.facts.joining import DutyGiven
    from withus.core.words import Duty, Level
    from withus.stores.people.identity import add_people
    from withus.stores.record.append import THE_HOST
    from withus.stores.record.whole import whole

    ids = tuple(an_id(f"{ORIGIN} board {n}") for n in range(BOARDS))
    with whole():
        started = opening(name="Many boards")
        open_partnership(record=ORIGIN, by=THE_HOST, now=START, opening=started)
        people = [one.person for one in add_people(ORIGIN, [f"Person {n}" for n in range(PLACES)])]
        facts: list[Any] = []
        for n, board in enumerate(ids):
            parent = None if n == 0 else ids[0 if n <= 10 else n % 10 + 1]
            facts.append(opened(board, f"Board {n}", tuple(Level)[-1 - n % 4], parent))
            facts += _board(n, board, people)
        until = dict.fromkeys(("board", "until"))
        duty = Duty.FACILITATOR
        facts.append(
            DutyGiven(given=an_id("runs it"), duty=duty, from_=DAY, person=people[0], **until)
        )
        enter(*facts, record=ORIGIN, by=THE_HOST, now=START + timedelta(minutes=1))
    return Written(ids, people[0])


def _board(number: int, board: str, people: list[str]) -> Iterator[Any]:
    """Yield places made and taken on a board, a few left vacant, and rules unlike most others."""
    from dataclasses import replace

    from tests.core.facts.story import DAY, place_made, place_taken
    from tests.example_record import rules
    from withus.core.facts.joining import RulesSet
    from withus.core.words import Capacity

    codes = tuple(Capacity)
    for n in range(PLACES + number % 3):
        name = f"{board} {n}"
        yield place_made(name, codes[(n * n + number) % 6], board=board, chair=n == 0)
        if (n + number) % 7:
            taken = place_taken(name, f"{name} held", "")
            yield replace(taken, person=people[n % len(people)])
    told = rules()
    told[1]["over"] = f"{number % 5 + 5}/11"
    told[2]["at_least"] = 1 + number % 2
    yield RulesSet(board=board, rules=told[1 : 3 + number % 2], from_=DAY, decision=None)
