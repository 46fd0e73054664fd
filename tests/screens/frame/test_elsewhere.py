"""A mail server and a council are named whole, or the start stops with the remedy."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from withus.elsewhere import Council, the_council, the_mail_server

FROM = "Withus <withus@example.org>"
WHOLE = {
    "WITHUS_COUNCIL_NAME": "Thornmere Council",
    "WITHUS_COUNCIL_ISSUER": "https://login.example.gov.uk",
    "WITHUS_COUNCIL_CLIENT": "withus",
    "WITHUS_COUNCIL_SECRET": "hush",
}


def test_without_an_address_no_mail_is_sent() -> None:
    assert the_mail_server("", sender="").host == ""


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("smtps://kit:a%40b@mail.example", ("mail.example", 465, "kit", "a@b", True, False)),
        ("smtp://kit:a@mail.example", ("mail.example", 587, "kit", "a", False, True)),
        ("smtp://mail.example:2525", ("mail.example", 2525, "", "", False, True)),
        ("smtp://localhost:25", ("localhost", 25, "", "", False, False)),
    ],
)
def test_a_mail_server_is_taken_apart_and_asked_over_tls(
    address: str, told: tuple[object, ...]
) -> None:
    found = the_mail_server(address, sender=FROM)
    parts = (found.host, found.port, found.name, found.password, found.tls_at_once)
    assert (*parts, found.tls_then) == told
    assert found.sender == FROM


@pytest.mark.parametrize(
    "address",
    [
        "mail.example",
        "http://kit:secret@mail.example",
        "smtp://",
        "smtp://kit:secret@mail.example:eighty",
        "smtp://kit:secret@mail.example/path",
        "smtp://kit:se/cret@mail.example",
        "smtp://kit:secret@[mail",
    ],
)
def test_a_wrong_mail_server_is_refused_without_saying_it(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="WITHUS_SMTP is no address") as refused:
        the_mail_server(address, sender=FROM)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("sender", ["", "withus", "@example.org", "a@b.example\nBcc: c@d.example"])
def test_mail_comes_from_somewhere(sender: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="WITHUS_MAIL_FROM is needed"):
        the_mail_server("smtp://mail.example", sender=sender)


def test_a_council_is_named_whole_or_not_at_all() -> None:
    assert the_council({}) is None
    told = Council("Thornmere Council", "https://login.example.gov.uk", "withus", "hush")
    assert the_council(WHOLE) == told


@pytest.mark.parametrize("name", WHOLE)
def test_a_council_that_lacks_a_part_stops_the_start(name: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"{name} is missing") as refused:
        the_council({**WHOLE, name: ""})
    assert "hush" not in str(refused.value)


@pytest.mark.parametrize(
    "issuer", ["login.example", "http://login.example", "https://a.example?b", "https://[a"]
)
def test_a_council_is_asked_over_https(issuer: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="beginning with https://"):
        the_council({**WHOLE, "WITHUS_COUNCIL_ISSUER": issuer})
