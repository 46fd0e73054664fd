"""Mail on a page: for somebody at this machine, where no mail server is set; else no such page."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from tests.kept import a_record
from tests.screens.conftest import Visit
from withus.stores.outbox import mail

pytestmark = a_record
PAGE = "/sign-in/outbox/"


def test_mail_that_waits_is_shown_the_newest_first(visit: Visit) -> None:
    assert "No e-mail waits" in visit(PAGE).text
    mail.post("sam@example.org", "The first", "Come in.\n\nSoon.")
    mail.post("", "To nobody", "Nothing")
    mail.post("bo@example.org", "The second <b>", "Come too.")
    page = visit(PAGE)
    assert [one.text for one in page.tree.xpath("//main//h2")] == ["The second <b>", "The first"]
    assert "To nobody" not in page.text
    assert page.response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "told",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": ""},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_X_FORWARDED_PROTO": "http"},
        {"HTTP_X_FORWARDED_HOST": "localhost"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
        {"HTTP_X_REAL_IP": "127.0.0.1"},
        {"HTTP_VIA": "1.1 proxy"},
    ],
)
def test_whoever_is_not_at_this_machine_finds_no_such_page(told: dict[str, str]) -> None:
    mail.post("sam@example.org", "For Sam", "A code")
    answer = Client(**told).get(PAGE)  # type: ignore[arg-type]
    assert answer.status_code == 404
    assert b"For Sam" not in answer.content
    assert b"outbox" not in Client(**told).get("/sign-in/").content  # type: ignore[arg-type]


def test_there_is_no_such_page_where_people_come_from_elsewhere(settings: Settings) -> None:
    settings.WITHUS_PUBLIC_URL = "https://withus.example"
    assert Client().get(PAGE).status_code == 404


def test_there_is_no_such_page_where_mail_is_sent(settings: Settings) -> None:
    settings.EMAIL_HOST = "mail.example"
    assert Client().get(PAGE).status_code == 404
