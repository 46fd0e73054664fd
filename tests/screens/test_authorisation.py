"""Every row of the table of who may use what is tried, by everybody there can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import product
from random import Random
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection, connections, transaction
from django.test import Client
from django.test.client import ClientHandler
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from tests.example_record import ORIGIN, opening, sign
from tests.kept import a_record, write_story
from tests.screens.authorisation import (
    ASKING,
    AUTHORISATION,
    METHODS,
    WHERE,
    Asked,
    Row,
    anybody,
    only,
    row,
    signed_in,
    whereabouts,
)
from tests.screens.cast import ELSEWHERE, Cast, Who, a_cast
from withus.core.rules.rights import Role

pytestmark = a_record
PRACTISES, NOWHERE = "withus.example/practice", "withus.example/unknown"


@contextmanager
def undone() -> Iterator[None]:
    """Take back whatever is written within."""
    with ExitStack() as stack:
        for alias in connections:
            stack.enter_context(transaction.atomic(using=alias))
        yield
        for alias in connections:
            transaction.set_rollback(True, using=alias)


FEW = 2  # of those asking, who try a method that an address does not take, or takes as another


@pytest.fixture(scope="module")
def cast(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Cast]:
    """Both records, written once for all rows."""
    with django_db_blocker.unblock(), undone():
        found = a_cast()
        for origin in WHERE:
            sign(origin, size=55)
        write_story(PRACTISES, facts=[opening(practice=True)])
        yield found


@pytest.fixture(scope="module")
def visits(cast: Cast) -> dict[Who, str]:
    """Return what each has in their browser, signed in once for all rows."""
    return visits_of(cast)


def visits_of(cast: Cast) -> dict[Who, str]:
    """Sign everybody in who has an account; return what that leaves in the browser of each."""
    found: dict[Who, str] = {}
    for who in ASKING:
        client = Client()
        if who in cast.accounts:
            client.force_login(cast.accounts[who])
        kept = client.cookies.get(settings.SESSION_COOKIE_NAME)
        found[who] = kept.value if kept else ""
    return found


@cache
def the_program() -> ClientHandler:
    """Return the program as requests reach it, with all that stands before its pages."""
    return ClientHandler(enforce_csrf_checks=False)


def browser_of(visit: str) -> Client:
    """Return a browser for somebody, in which they are signed in if they are anywhere.

    They all reach the same program, as browsers do, not one put together for each.
    """
    client = Client(raise_request_exception=False)
    client.handler = the_program()
    if visit:
        client.cookies[settings.SESSION_COOKIE_NAME] = visit
    return client


@pytest.mark.parametrize("name", AUTHORISATION)
def test_an_address_answers_everybody_as_its_row_says(
    name: str, cast: Cast, visits: dict[Who, str]
) -> None:
    wrong = list(faults(name, cast, visits, trying=methods_of))
    assert not wrong, "\n".join(wrong)


@pytest.mark.drill
@pytest.mark.parametrize("name", AUTHORISATION)
def test_an_address_answers_every_method_to_everybody_as_its_row_says(
    name: str, cast: Cast, visits: dict[Who, str]
) -> None:
    wrong = list(faults(name, cast, visits, trying=lambda _name, _who: METHODS))
    assert not wrong, "\n".join(wrong)


def methods_of(name: str, who: Who) -> list[str]:
    """Return the methods that somebody tries: those of the row, and of the others their share.

    Who may do what does not depend on the engine; that every page answers on it does. So on the
    second engine one tries of all who are to get the same.
    """
    told = AUTHORISATION[name]
    if connection.vendor == "postgresql" and who not in unlike(name, told):
        return []
    named = {*told.answers, *(told.own or {})}
    return [each for each in METHODS if each in named or who in share(name, each)]


def unlike(name: str, told: Row) -> list[Who]:
    """Return one, drawn by chance and always the same, of all who are to get the same."""
    asked = list(product(METHODS, WHERE, (False, True)))
    found = {
        tuple(told.expected(method, who, where, own=own) for method, where, own in asked): who
        for who in Random(name).sample(ASKING, len(ASKING))  # noqa: S311  # nothing secret
    }
    return list(found.values())


def share(name: str, method: str) -> list[Who]:
    """Return the few who try a method, drawn by chance and always the same."""
    return Random(f"{name} {method}").sample(ASKING, FEW)  # noqa: S311  # nothing secret


Trying = Callable[[str, Who], Sequence[str]]


def faults(name: str, cast: Cast, visits: dict[Who, str], *, trying: Trying) -> Iterator[str]:
    """Yield where somebody gets something else than the row says."""
    told = AUTHORISATION[name]
    places = WHERE if "origin" in told.needs else WHERE[:1]
    whose = (False, True) if told.own is not None else (False,)
    for who, where, own in product(ASKING, places, whose):
        asked = Asked(where, who if own else Who.ANOTHER, cast.people)
        address = reverse(name, kwargs=whereabouts(name, asked))
        for method in trying(name, who):
            expected = told.expected(method, who, where, own=own)
            with undone():
                status = browser_of(visits[who]).generic(method, address).status_code
            if status != expected:
                thing = "own" if own else "another's"
                yield f"{who} {method} {address} ({thing}): {status}, not {expected}"


@pytest.mark.parametrize("name", [n for n, told in AUTHORISATION.items() if "origin" in told.needs])
def test_a_practice_run_answers_as_if_it_were_not_there(name: str, cast: Cast) -> None:
    client = Client(raise_request_exception=False)
    answers = []
    for origin in (PRACTISES, NOWHERE):
        address = reverse(name, kwargs=whereabouts(name, Asked(origin)))
        method = "GET" if "GET" in AUTHORISATION[name].answers else "POST"
        sent = {"code": "1 a b c d e f g h i j k l", "receipt": "x"}
        answer = client.get(address) if method == "GET" else client.post(address, sent)
        told = f"{answer.status_code} {sorted(answer.items())}\n".encode() + answer.content
        answers.append(without(origin, address, told))
    assert answers[0][:3] in (b"302", b"404")
    assert answers[0] == answers[1]


def without(origin: str, address: str, content: bytes) -> bytes:
    """Return an answer without the names that it was asked with."""
    for each in (address, quote(address, safe=""), origin):
        content = content.replace(each.encode(), b"")
    return content


def takes_more(told: Row) -> bool:
    """Tell whether an address takes more than to be read."""
    return bool({*told.answers, *(told.own or {})} - {"GET"})


@pytest.mark.parametrize(
    "name", [name for name, told in AUTHORISATION.items() if told.forms and takes_more(told)]
)
def test_a_form_sent_from_elsewhere_is_refused(name: str) -> None:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    address = reverse(name, kwargs=whereabouts(name))
    answer = client.post(address, {"minutes": "Present\nJo Bloggs, Manager"})
    assert answer.status_code == 403
    assert b"Bloggs" not in answer.content


def test_a_row_has_an_answer_for_everything_that_can_be_asked() -> None:
    for told in AUTHORISATION.values():
        for method in METHODS:
            for who in ASKING:
                for where in WHERE:
                    for own in (False, True):
                        assert 200 <= told.expected(method, who, where, own=own) < 500


def test_of_those_who_get_the_same_one_is_tried() -> None:
    told = row(GET=only(Role.OFFICER), needs=["origin"])
    assert len(unlike("a", told)) == 5  # not signed in, nobody here, outsider, refused, the officer
    assert Who.OFFICER in unlike("a", told)
    assert len(unlike("a", row(GET=anybody()))) == 1
    drawn = {who for name, told in AUTHORISATION.items() for who in unlike(name, told)}
    assert drawn == set(ASKING)


def test_a_row_tells_apart_who_is_at_home_and_who_has_a_role_there() -> None:
    told = row(GET=only(Role.OFFICER), POST=signed_in(422), needs=["origin"])
    expected = {
        (Who.ANYONE, ORIGIN): 302,
        (Who.OPERATOR, ORIGIN): 404,
        (Who.OUTSIDER, ORIGIN): 404,
        (Who.OUTSIDER, ELSEWHERE): 200,
        (Who.INVITED, ORIGIN): 403,
        (Who.OFFICER, ORIGIN): 200,
        (Who.OFFICER, ELSEWHERE): 404,
    }
    assert {each: told.expected("HEAD", *each) for each in expected} == expected
    assert told.expected("POST", Who.OPERATOR, ORIGIN) == 422
    assert told.expected("PUT", Who.OFFICER, ORIGIN) == 405
