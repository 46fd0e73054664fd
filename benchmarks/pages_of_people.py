"""What the pages of people cost in a partnership of 10,000: statements, and CPU warm and cold."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks import crowd

if TYPE_CHECKING:
    from django.test import Client

TIMES, COLD_TIMES, MOST_ASKED = 9, 3, 15
LIST, DRAWN = 20, 50  # ms of CPU


def lines() -> Iterator[str]:
    """Write the records, and yield a line for each page of them."""
    for boards in (1, 20):
        origin = f"withus.example/crowd-{boards}"
        began = time.perf_counter()
        found = crowd.write(origin, boards)
        took = time.perf_counter() - began
        yield f"{crowd.PEOPLE:,} people on {boards} board(s), {found.size:,} entries: {took:.0f} s"
        yield from _measured(found)


def _measured(found: crowd.Crowd) -> Iterator[str]:
    from tests.example_record import sign

    sign(found.origin)
    for who, addresses in _pages(found).items():
        client = _signed_in(found, who)
        for address, budget in addresses.items():
            yield line(client, f"{who} {address}", address, budget)


def _pages(found: crowd.Crowd) -> dict[str, dict[str, int]]:
    """Return the addresses of the pages, with the budget of each, by who asks for them."""
    name = found.origin.replace("/", "~")
    here, mine = f"/partnerships/{name}/", f"/me/{name}/"
    people, board = f"{here}people/", f"{here}boards/{found.boards[0]}/"
    shared = [f"{here}to-confirm/", f"{here}duties/", mine, f"{mine}held/", f"{mine}asks/"]
    shared += [f"{mine}held/places/", f"{mine}held/entries/", "/me/keys/"]
    shared += [f"{mine}held/print/{each}/" for each in ("here", "wrote", "account")]
    lists = ["", "?page=200", "?show=vacant", "?show=vacant&page=20", "?q=amelie", "?q=a"]
    lists += [
        "?q=zoe+lang",
        "?q=nobody",
        "invitations/",
        "invitations/?page=20",
        "invitations/?show=all",
    ]
    lists += [f"invite/?place={found.vacant}"]
    return {
        "anybody": {board: DRAWN, f"{board}?page=200": DRAWN, here: DRAWN, "/sign-in/": LIST},
        "facilitator": dict.fromkeys([people + each for each in lists] + shared, LIST),
        "member": dict.fromkeys(shared, LIST),
        "officer": dict.fromkeys([f"{here}duties/", f"{here}duties/give/"], LIST),
        "data": dict.fromkeys([f"{here}asks/", f"{here}asks/?page=20"], LIST),
    }


def _signed_in(found: crowd.Crowd, who: str) -> Client:
    from django.test import Client

    from withus.stores.accounts.accounts import link, open_account

    client = Client()
    if who != "anybody":
        account = open_account()
        link(account, origin=found.origin, person=getattr(found, who))
        client.force_login(account)
    return client


def line(client: Client, name: str, address: str, budget: int) -> str:
    """Ask for a page, first with nothing remembered and then again, and tell what it cost."""
    from withus.stores.record.remembered import forget

    cold, _ = _cpu(client, address, COLD_TIMES, before=forget)
    warm, asked = _cpu(client, address, TIMES)
    over = " OVER" if warm > budget or asked > MOST_ASKED else ""
    told = f"{asked} queries, {warm:.1f} ms of CPU of {budget}, cold {cold:.0f} ms"
    return f"{name}: {told}{over}"


def _cpu(
    client: Client, address: str, times: int, *, before: Callable[[], Any] | None = None
) -> tuple[float, int]:
    from django.db import connections

    asked: list[str] = []

    def noted(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    took = []
    with ExitStack() as stack:
        for connection in connections.all():
            stack.enter_context(connection.execute_wrapper(noted))
        for _ in range(times):
            if before:
                before()
            asked.clear()
            began = time.process_time()
            answer = client.get(address)
            took.append(time.process_time() - began)
            assert answer.status_code == 200, (address, answer.status_code)
    return median(took) * 1000, len(asked)


def main(told_by: Callable[[], Iterator[str]]) -> None:
    """Print lines, in the database of WITHUS_VAR."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ALLOWED_HOSTS.append("testserver")
    for alias in settings.DATABASES:
        call_command("migrate", database=alias, interactive=False, verbosity=0)
    for told in told_by():
        print(told, flush=True)


if __name__ == "__main__":
    main(lines)
