"""How long an answer takes does not tell whether anybody has an address."""

from __future__ import annotations

import time
from statistics import median

import pytest

from tests.attacks.knocking import Networks
from tests.kept import committed
from tests.screens.signing_in.people import an_account, ask

pytestmark = committed


def compared(pairs: int) -> tuple[list[float], list[float]]:
    """Return how long the answers took for known addresses and for unknown ones, in seconds.

    Each address is asked for once, from a network of its own; now a known one is first, now not.
    """
    names = [f"person{number}@example.org" for number in range(pairs)]
    for name in names:
        an_account(name)
    networks = Networks()
    known: list[float] = []
    unknown: list[float] = []
    how_long("nobody@example.org", networks)
    for number, name in enumerate(names):
        pair = [(known, name), (unknown, name.replace("person", "nobody"))]
        for took, address in pair if number % 2 else reversed(pair):
            took.append(how_long(address, networks))
    return known, unknown


def how_long(address: str, networks: Networks) -> float:
    """Return how long the answer takes for an address, in seconds."""
    client = networks.client()
    began = time.perf_counter()
    assert ask(client, address) == 302
    return time.perf_counter() - began


def slower(known: list[float], unknown: list[float]) -> float:
    """Tell how often a known address takes longer; a half, if that tells nothing."""
    more = sum((one > other) + (one == other) / 2 for one in known for other in unknown)
    return more / (len(known) * len(unknown))


def test_either_is_the_slower_about_as_often() -> None:
    assert 0.35 < slower(*compared(120)) < 0.65


@pytest.mark.drill
def test_the_medians_of_many_answers_are_as_good_as_the_same() -> None:
    known, unknown = compared(1_000)
    here, nowhere, share = 1000 * median(known), 1000 * median(unknown), slower(known, unknown)
    print(f"median in ms: known {here:.3f}, unknown {nowhere:.3f}; slower: {share:.3f}")
    assert abs(here - nowhere) < 0.05 * here
    assert 0.45 < share < 0.55
