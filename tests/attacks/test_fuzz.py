"""Whatever is sent by whomever, no page breaks and nothing is told that is not theirs to see."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from traceback import format_exception
from typing import Any

import pytest
from django.core import mail
from django.core.signals import got_request_exception
from pytest_django import DjangoDbBlocker

from tests.attacks.fuzzing import WORDS, Dice, content_of, fields_of, forbidden, plant, send
from tests.example_record import sign
from tests.kept import a_record
from tests.screens.authorisation import ASKING, AUTHORISATION, WHERE
from tests.screens.cast import Cast, Who, a_cast
from tests.screens.test_authorisation import browser_of, undone, visits_of

pytestmark = a_record


@pytest.fixture(scope="module")
def planted(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Cast]:
    """Both records, with words in them that must not come out."""
    with django_db_blocker.unblock(), undone():
        cast = a_cast()
        plant(cast)
        for origin in WHERE:
            sign(origin, size=55)
        yield cast


class Ear(logging.Handler):
    """Keep all that is logged, with what it was said about."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        trace = "".join(format_exception(*record.exc_info)) if record.exc_info else ""
        self.said.append(f"{self.format(record)} {record.args} {trace}")


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ear]:
    """Hear every logger there is, for as long as a test lasts."""
    heard = Ear()
    loggers = [logging.getLogger(name) for name in ("", "django", "django.server", "withus")]
    for logger in loggers:
        logger.addHandler(heard)
    yield heard
    for logger in loggers:
        logger.removeHandler(heard)


def faults(cast: Cast, ear: Ear, *, seed: int, times: int) -> Iterator[str]:
    """Send so many requests, and yield what was wrong with their answers."""
    broken: list[str] = []

    def note(sender: Any, **_: Any) -> None:
        broken.append("".join(format_exception(*sys.exc_info())[-3:]))

    got_request_exception.connect(note)
    try:
        clients = {who: browser_of(visit) for who, visit in visits_of(cast).items()}
        dice = Dice(seed, cast, fields_of(clients))
        for _ in range(times):
            request = dice.request()
            mail.outbox = []
            with undone():
                answer = send(clients[request.who], request)
                told = [content_of(answer).decode("utf-8", "replace")]
                told += [*ear.said, *map(letter, mail.outbox), *posted()]
            if answer.status_code >= 500:
                yield f"{answer.status_code} to {request}: {broken[-1:]}"
            ear.said.clear()
            yield from (f"{word} told to {request}" for word in seen(request.who, told))
    finally:
        got_request_exception.disconnect(note)


def letter(sent: Any) -> str:
    """Return all of an e-mail."""
    return str(sent.message())


def posted() -> list[str]:
    """Return the letters that lie in the outbox, where there is one."""
    if not (find_spec("withus.stores.outbox") and find_spec("withus.stores.outbox.mail")):
        return []
    return [str(each) for each in import_module("withus.stores.outbox.mail").waiting()]


def seen(who: Who, told: list[str]) -> list[str]:
    """Return what somebody may not see and saw."""
    everything = "\n".join(told).casefold()
    return [word for word in sorted(forbidden(who)) if word.casefold() in everything]


def test_some_hundred_requests_break_nothing_and_tell_nothing(planted: Cast, ear: Ear) -> None:
    assert not list(faults(planted, ear, seed=1, times=500))


@pytest.mark.drill
def test_ten_thousand_requests_break_nothing_and_tell_nothing(planted: Cast, ear: Ear) -> None:
    assert not list(faults(planted, ear, seed=2, times=10_000))


def test_everybody_and_every_address_is_drawn(planted: Cast) -> None:
    dice = Dice(1, planted, ("q",))
    drawn = [dice.request() for _ in range(2_000)]
    assert {each.who for each in drawn} == set(ASKING)
    assert len({each.method for each in drawn}) > 8
    assert len({each.address.split("?")[0] for each in drawn}) > 2 * len(AUTHORISATION)
    assert sum("wexcombe" in each.address for each in drawn) > 200


def test_a_planted_word_in_an_answer_or_in_the_log_is_caught() -> None:
    name, address, _ = WORDS[WHERE[0]]
    assert seen(Who.MEMBER, [f"<p>Hidda {name.upper()}</p>"]) == [name]
    assert seen(Who.OFFICER, [f"Hidda {name}", f"to hidda@{address}.example"]) == [address]
    assert seen(Who.OUTSIDER, [f"Hidda {name}"]) == [name]
