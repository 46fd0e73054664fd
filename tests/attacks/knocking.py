"""Knocking at the door, from many networks: for the tests and the drill of signing in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from django.test import Client

from tests.screens.signing_in.people import ask

LOOKED_AT = ("That is not the code", "No code on paper reads like that")


@dataclass
class Networks:
    """Networks that nobody has come from yet."""

    numbers: Iterator[int] = field(default_factory=count)

    def client(self, **more: str) -> Client:
        """Return a browser at one of them."""
        number = next(self.numbers)
        address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        return Client(REMOTE_ADDR=address, **more)  # type: ignore[arg-type]


def guess_paper(clients: Iterable[Client]) -> int:
    """Guess codes on paper, and return how many guesses were looked at."""
    return sum(
        looked_at(client.post("/sign-in/own-code/", {"code": f"AAAA-BBBB-{number:04}"}))
        for number, client in enumerate(clients)
    )


def guess_sent(client: Client, address: str, times: int) -> int:
    """Guess codes that are sent, asking for new ones as they run out; return how many counted."""
    seen = 0
    ask(client, address)
    for number in range(times):
        answer = client.post("/sign-in/code/", {"code": f"{number:08}"})
        if looked_at(answer):
            seen += 1
        else:
            seen += "no longer works" in answer.content.decode()
            ask(client, address)
    return seen


def looked_at(answer: object) -> bool:
    """Tell whether an answer says that a guess was compared with a code."""
    return any(each in answer.content.decode() for each in LOOKED_AT)  # type: ignore[attr-defined]
