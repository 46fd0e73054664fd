"""Acts of programs: however often one is sent, and by how many at once, it is entered once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from django.db import connections
from django.utils import timezone

from tests.api.calling import a_program
from tests.core.facts.story import an_id
from tests.example_record import ORIGIN
from tests.kept import committed
from withus.actions.tokens import Caller, Sent, enter_sent, let_in
from withus.core.errors import Refusal
from withus.core.facts import joining as f
from withus.core.words import OrganisationKind
from withus.stores.record.read import find_log
from withus.stores.tokens.models import Pace

pytestmark = committed
JOINED = f.OrganisationJoined(
    organisation=an_id("a new body"), name="Thornmere Library", kind=OrganisationKind.OTHER
)


def at_once(act: Callable[[int], int | str], *, times: int) -> list[int | str]:
    """Do something many times at once, each on a connection of its own."""

    def on_its_own(number: int) -> int | str:
        try:
            return act(number)
        except Refusal as refusal:
            return refusal.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(on_its_own, range(times)))


def caller() -> Caller:
    """Return who calls with a new key."""
    return let_in(str(a_program().key), now=timezone.now())


def test_an_act_that_is_sent_eight_times_at_once_is_entered_once() -> None:
    calls, size = caller(), find_log(ORIGIN).size
    sent = Sent(JOINED, word="1", body=b"the act")
    found = at_once(lambda _: enter_sent(sent, calls, now=timezone.now()), times=8)
    assert set(found) == {size}
    assert find_log(ORIGIN).size == size + 1


def test_of_two_acts_under_one_word_at_once_one_is_entered() -> None:
    calls, size = caller(), find_log(ORIGIN).size

    def send(number: int) -> int:
        fact = replace(JOINED, organisation=an_id(f"body {number}"))
        sent = Sent(fact, word="1", body=f"act {number}".encode())
        return enter_sent(sent, calls, now=timezone.now())

    found = at_once(send, times=4)
    assert sorted(map(str, found)) == [str(size), *["repeat_differs"] * 3]


def test_calls_at_once_are_all_counted() -> None:
    key = str(a_program().key)
    now = timezone.now()
    assert at_once(lambda _: let_in(key, now=now).origin, times=8) == [ORIGIN] * 8
    assert [*Pace.objects.values_list("calls", flat=True)] == [8]
