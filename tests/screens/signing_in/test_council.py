"""A council's own sign-in lets in who is here already; it opens no account, and cannot be faked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from pytest_django import Settings

from tests.kept import a_record
from tests.screens.conftest import Visit
from tests.screens.signing_in.a_council import CLIENT, SECRET, Council, a_council
from tests.screens.signing_in.people import WAYS, an_account, is_in
from withus import elsewhere
from withus.stores.accounts.models import Account
from withus.stores.signing_in.models import CouncilLink

pytestmark = a_record
GO, BACK = "/sign-in/council/", "/sign-in/council/back/"
SAM = "sam@example.org"


@pytest.fixture
def council(settings: Settings) -> Iterator[Council]:
    """A council's sign-in that this place is a client of."""
    with a_council() as opened:
        settings.WITHUS_COUNCIL = elsewhere.Council(
            "Thornmere Council", opened.issuer, CLIENT, SECRET
        )
        yield opened


def come_back(client: Client, council: Council, **changed: str) -> Any:
    """Go to the council, sign in there and come back."""
    sent = council.visited(client.get(f"{GO}?next=/partnerships/")["Location"])
    return client.get(BACK, {**sent, **changed})


def test_it_lets_in_who_has_the_address_that_the_council_says_is_theirs(
    visit: Visit, council: Council
) -> None:
    an_account(SAM)
    assert "By way of Thornmere Council" in visit("/sign-in/").text
    answer = come_back(visit.client, council)
    assert (answer.status_code, answer["Location"]) == (302, "/partnerships/")
    assert is_in(visit.client)
    assert "Its own sign-in lets you in too" in visit(WAYS).text
    assert council.asked["redirect_uri"] == "http://localhost:8000/sign-in/council/back/"


def test_it_opens_no_account(visit: Visit, council: Council) -> None:
    answer = come_back(visit.client, council)
    assert answer.status_code == 422
    assert b"Nobody here has the address" in answer.content
    assert not Account.objects.exists()


@pytest.mark.parametrize(
    "said",
    [
        {"email_verified": False},
        {"email_verified": None},
        {"email_verified": "true"},
        {"email": None},
        {"iss": "https://evil.example"},
        {"aud": "another"},
        {"azp": "another"},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": 1},
        {"exp": None},
        {"sub": None},
    ],
)
def test_nobody_is_let_in_by_what_the_council_does_not_say(
    council: Council, said: dict[str, Any]
) -> None:
    an_account(SAM)
    council.said = said
    client = Client()
    assert come_back(client, council).status_code == 422
    assert not is_in(client)


def test_nobody_is_let_in_by_what_the_council_did_not_sign(council: Council) -> None:
    an_account(SAM)
    council.signs_with = ec.generate_private_key(ec.SECP256R1())
    assert come_back(Client(), council).status_code == 422
    council.signs_with, council.algorithm = "x" * 64, "HS256"
    assert come_back(Client(), council).status_code == 422


@pytest.mark.parametrize("changed", [{"state": "another"}, {"state": ""}, {"code": ""}])
def test_nobody_is_let_in_who_did_not_set_out_from_here(
    council: Council, changed: dict[str, str]
) -> None:
    an_account(SAM)
    assert come_back(Client(), council, **changed).status_code == 422
    assert Client().get(BACK, {"code": "a", "state": "b"}).status_code == 422


def test_a_way_back_does_once(council: Council) -> None:
    an_account(SAM)
    client = Client()
    sent = council.visited(client.get(GO)["Location"])
    assert client.get(BACK, sent).status_code == 302
    assert client.get(BACK, sent).status_code == 422


def test_an_address_that_the_council_gives_to_another_person_lets_them_not_in(
    council: Council,
) -> None:
    an_account(SAM)
    assert come_back(Client(), council).status_code == 302
    council.said = {"sub": "person-8"}
    assert come_back(Client(), council).status_code == 422
    assert CouncilLink.objects.count() == 1
    council.said = {"email": "renamed@example.org"}
    assert come_back(Client(), council).status_code == 302, "who they are has not changed"


@pytest.mark.parametrize(
    "about",
    [
        {"issuer": "https://evil.example"},
        {"token_endpoint": "http://evil.example/token"},
        {"authorization_endpoint": None},
    ],
)
def test_a_council_that_says_it_is_another_is_not_believed(
    council: Council, about: dict[str, Any]
) -> None:
    an_account(SAM)
    client = Client()
    council.about = about
    answer = client.get(GO)
    if answer.status_code == 302:
        answer = client.get(BACK, council.visited(answer["Location"]))
    assert answer.status_code == 422
    assert not is_in(client)


def test_a_council_that_does_not_answer_is_said_to_have_failed(
    visit: Visit, settings: Settings
) -> None:
    settings.WITHUS_COUNCIL = elsewhere.Council("C", "http://127.0.0.1:9", CLIENT, SECRET)
    assert "did not let you in" in visit(GO, status=422).text
