"""Passkeys: added, named, used and taken away; and every way in which one may be wrong."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.kept import a_record
from tests.screens.conftest import Visit
from tests.screens.signing_in.a_device import Device
from tests.screens.signing_in.people import SAM, WAYS, an_account, is_in, posted, sign_in
from withus.stores.signing_in.models import Passkey

pytestmark = a_record
ADD, USE = f"{WAYS}passkey/", "/sign-in/passkey/"


@pytest.fixture
def device(visit: Visit) -> Device:
    """A device whose passkey Sam has added, at a browser that is signed in."""
    an_account(SAM)
    sign_in(visit.client)
    device = Device()
    made = device.make(visit(ADD).tree)
    visit.post(ADD, {"name": "My phone", "answer": made}, status=302)
    return device


def use(device: Device, *, browser: Visit | None = None) -> Visit:
    """Sign in with a device at a browser."""
    browser = browser or Visit(Client(raise_request_exception=False))
    page = browser(USE)
    browser.client.post(USE, {"answer": device.sign(page.tree)})
    return browser


def test_somebody_adds_a_passkey_and_signs_in_with_it(visit: Visit, device: Device) -> None:
    assert "My phone" in visit(WAYS).text
    assert is_in(use(device).client)
    assert "A passkey was added" in posted()[0].body


def test_only_the_pages_of_passkeys_may_run_a_script(visit: Visit) -> None:
    policy = visit(USE).response["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "script-src" not in visit("/sign-in/").response["Content-Security-Policy"]


def test_it_can_be_given_another_name_and_taken_away(visit: Visit, device: Device) -> None:
    address = f"{ADD}{Passkey.objects.get().id}/"
    assert visit(address).h1 == "Change a passkey"
    assert "has no name" in visit.post(address, {"name": " "}, status=422).text
    visit.post(address, {"name": "Sam’s old phone"}, status=302)
    assert "Sam’s old phone" in visit(WAYS).text
    visit.post(f"{address}drop/", status=302)
    assert not Passkey.objects.exists()
    assert not is_in(use(device).client)
    assert "taken away" in posted()[0].body


def test_another_persons_passkey_cannot_be_seen_or_taken_away(device: Device) -> None:
    an_account("other@example.org")
    other = Client()
    sign_in(other, "other@example.org")
    address = f"{ADD}{Passkey.objects.get().id}/"
    assert other.get(address).status_code == 404
    assert other.post(f"{address}drop/").status_code == 422
    assert Passkey.objects.exists()


@pytest.mark.parametrize(
    "changed",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://testserver:8001"},
        {"host": "evil.example"},
        {"flags": 0x01},  # present, and not unlocked
        {"handle": b"another handle altogether"},
        {"whose": b"another account"},
        {"key": Device().key},
        {"uses": 0},  # a copy counts behind
        {"uses": -1},
    ],
)
def test_a_wrong_answer_lets_nobody_in(device: Device, changed: dict[str, Any]) -> None:
    use(device)
    for name, value in changed.items():
        setattr(device, name, value)
    assert not is_in(use(device).client)


def test_an_answer_does_once_and_in_its_own_browser(device: Device) -> None:
    browser, other = Visit(Client()), Visit(Client())
    sent = {"answer": device.sign(browser(USE).tree)}
    other(USE)
    assert other.client.post(USE, sent).status_code == 422
    assert browser.client.post(USE, sent).status_code == 302
    browser.client.post("/sign-in/out/")
    browser(USE)
    assert browser.client.post(USE, sent).status_code == 422


@pytest.mark.parametrize("sent", ["", "x", "[]", "{}", '{"rawId": 1}', "{" * 30_000, '"a"'])
def test_what_is_no_answer_is_refused(visit: Visit, device: Device, sent: str) -> None:
    visit(USE)
    assert "does not let you in" in visit.post(USE, {"answer": sent}, status=422).text
    visit(ADD)
    visit.post(ADD, {"answer": sent, "name": "a"}, status=422)


def test_the_same_passkey_is_not_added_twice(visit: Visit, device: Device) -> None:
    made = device.make(visit(ADD).tree)
    page = visit.post(ADD, {"name": "Again", "answer": made}, status=422)
    assert "there already" in page.text


def test_nothing_of_a_passkey_lies_open_in_the_table(device: Device) -> None:
    row = Passkey.objects.get()
    told = repr([row.mark, bytes(row.sealed), row.id])
    assert "phone" not in told
    assert device.handle.decode() not in told
