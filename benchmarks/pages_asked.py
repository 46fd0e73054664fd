"""Make records, ask for each page of them several times, and print what it cost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import chain
from statistics import median
from typing import Any

import django

from benchmarks import many_boards, many_meetings, many_people, pages_of_people

TIMES = 15


def main() -> None:
    """Print a line for each page."""
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ALLOWED_HOSTS.append("testserver")
    for alias in settings.DATABASES:
        call_command("migrate", database=alias, interactive=False, verbosity=0)
    for address in addresses():
        print(line(address), flush=True)
    every = (many_boards, many_meetings, many_people, pages_of_people)
    for told in chain.from_iterable(each.lines() for each in every):
        print(told, flush=True)


def addresses() -> Iterator[str]:
    """Write three records, with 57 entries, 1,000 of the whole and 1,000 of a board."""
    from tests.example_record import HOME, ORIGIN, opened, opening, seated, sign, story
    from tests.kept import write_story
    from tests.screens.keeping.test_record import fill
    from withus.core.words import Capacity, Level

    write_story(ORIGIN, facts=story())
    sign()
    yield from pages("withus.example~thornmere", HOME)
    write_story("withus.example/long", facts=[opening(name="A long one")])
    fill("withus.example/long", 1_000)
    yield from pages("withus.example~long", "")
    board = opened(HOME, "A board", Level.COMMUNITY, None)
    places = [Capacity.UNPAID_CARERS] * 500
    facts = [opening(name="A large one"), board, *seated(HOME, places, empty=set())]
    write_story("withus.example/large", facts=facts)
    sign("withus.example/large")
    yield from pages("withus.example~large", HOME)
    for number in range(1_000):
        name = f"Partnership {number}"
        write_story(f"withus.example/{number}", facts=[opening(name=name)])
    yield "/partnerships/"


def pages(name: str, board: str) -> Iterator[str]:
    """Yield the addresses of a partnership."""
    yield f"/partnerships/{name}/"
    if board:
        yield f"/partnerships/{name}/boards/{board}/"
    yield f"/partnerships/{name}/record/"
    yield f"/partnerships/{name}/record/entries/31/"


def line(address: str) -> str:
    """Ask for a page and tell what it cost."""
    from django.db import connection
    from django.test import Client

    client, took = Client(), []
    asked: list[str] = []

    def noted(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(noted):
        answer = client.get(address)
    assert answer.status_code == 200, address
    for _ in range(TIMES):
        began = time.process_time()
        client.get(address)
        took.append(time.process_time() - began)
    kilobytes = len(answer.content) / 1000
    milliseconds = median(took) * 1000
    return f"{address}: {len(asked)} queries, {kilobytes:.0f} kB, {milliseconds:.0f} ms of CPU"


if __name__ == "__main__":
    main()
