"""The one cookie: it protects a form, and nothing else."""

from __future__ import annotations

from http.cookies import Morsel

import pytest
from django.test import Client

from tests.screens.conftest import Visit


@pytest.fixture
def strict(a_room: str) -> Client:
    """A browser for which the protection of forms is on, as it is for people."""
    client = Client(enforce_csrf_checks=True)
    client.get(a_room + "form/")
    return client


def secret(client: Client) -> str:
    return client.get("/room/form/").content.decode()


def test_a_form_of_ours_is_taken(strict: Client) -> None:
    sent = {"csrfmiddlewaretoken": secret(strict), "minutes": "Present: the chair"}
    assert strict.post("/room/take/", sent).json()["minutes"] == "Present: the chair"


def test_a_form_from_elsewhere_is_refused_with_the_remedy(strict: Client) -> None:
    page = Visit(strict).post("/room/take/", {"minutes": "their words"}, status=403)
    assert page.h1 == "We could not be sure that this form was ours"
    assert "load the page again" in page.text
    assert "their words" not in page.response.content.decode()


def test_a_form_of_ours_sent_by_another_site_is_refused(strict: Client) -> None:
    sent = {"csrfmiddlewaretoken": secret(strict), "minutes": "their words"}
    refused = strict.post("/room/take/", sent, headers={"Origin": "https://elsewhere.example"})
    assert refused.status_code == 403


def test_a_form_whose_cookie_has_gone_is_refused(strict: Client) -> None:
    sent = {"csrfmiddlewaretoken": secret(strict)}
    strict.cookies.clear()
    assert strict.post("/room/take/", sent).status_code == 403


def test_the_cookie_is_out_of_reach_of_scripts_and_goes_after_a_day(strict: Client) -> None:
    cookie: Morsel[str] = strict.cookies["form"]
    assert cookie["httponly"] is True
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 86_400


def test_there_is_no_other_cookie(strict: Client) -> None:
    assert list(strict.cookies) == ["form"]
