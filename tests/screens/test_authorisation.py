"""Every row of the table of who may use what is tried."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.example_record import opening
from tests.kept import write_story
from tests.screens.authorisation import AUTHORISATION, whereabouts

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
PRACTISES = "withus.example/practice"


@pytest.mark.parametrize("name", AUTHORISATION)
def test_an_address_answers_anybody_as_its_row_says(
    name: str, request: pytest.FixtureRequest
) -> None:
    if "origin" in whereabouts(name):
        request.getfixturevalue("kept")
    client = Client(raise_request_exception=False)
    address = reverse(name, kwargs=whereabouts(name))
    row = AUTHORISATION[name]
    assert {method: client.generic(method, address).status_code for method in row} == row


@pytest.mark.parametrize("name", [n for n in AUTHORISATION if "origin" in whereabouts(n)])
def test_a_practice_run_answers_as_if_it_were_not_there(name: str) -> None:
    write_story(PRACTISES, facts=[opening(practice=True)])
    client = Client(raise_request_exception=False)
    answers = []
    for origin in (PRACTISES, "withus.example/unknown"):
        address = reverse(name, kwargs=whereabouts(name, origin=origin))
        method = "GET" if AUTHORISATION[name]["GET"] == 200 else "POST"
        sent = {"code": "1 a b c d e f g h i j k l", "receipt": "x"}
        answer = client.get(address) if method == "GET" else client.post(address, sent)
        answers.append((answer.status_code, answer.content.replace(origin.encode(), b"")))
    assert answers[0][0] == 404
    assert answers[0] == answers[1]


@pytest.mark.parametrize("name", [n for n, row in AUTHORISATION.items() if row["POST"] != 405])
def test_a_form_sent_from_elsewhere_is_refused(name: str) -> None:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    address = reverse(name, kwargs=whereabouts(name))
    answer = client.post(address, {"minutes": "Present\nJo Bloggs, Manager"})
    assert answer.status_code == 403
    assert b"Bloggs" not in answer.content
