"""The second check: set up, asked for, and got round only with a spare code or another way in."""

from __future__ import annotations

import re
from base64 import b32decode
from datetime import datetime, timedelta

import pytest
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.test import Client
from django.utils.timezone import now

from tests.kept import a_record
from tests.screens.conftest import Visit
from tests.screens.signing_in.people import (
    SAM,
    WAYS,
    an_account,
    ask,
    by_paper,
    code_in_mail,
    is_in,
    sign_in,
    type_code,
)
from withus.core.rules.signing_in import NotRight
from withus.stores.accounts import accounts
from withus.stores.accounts.models import Account
from withus.stores.signing_in import factors
from withus.stores.signing_in.models import SecondFactor

pytestmark = a_record
SET_UP = f"{WAYS}second/"
SECOND = "/sign-in/second/"


def app(secret: bytes, *, ahead: int = 0, at: datetime | None = None) -> str:
    """Return what an app of codes shows, some steps ahead."""
    seconds = int((at or now()).timestamp()) + 30 * ahead
    return TOTP(secret, 6, SHA1(), 30).generate(seconds).decode()  # noqa: S303


def set_up(visit: Visit) -> tuple[bytes, list[str]]:
    """Turn the second check on, and return the secret and the spare codes."""
    visit.post(f"{SET_UP}begin/", status=302)
    page = visit(SET_UP)
    secret = b32decode(page.tree.xpath("//*[@class='code']")[0].text.replace(" ", ""))
    assert page.tree.xpath("//*[name()='svg'][@class='qr']")
    shown = visit.post(SET_UP, {"code": app(secret)})
    return secret, [one.text for one in shown.tree.xpath("//ul[@class='rooms']/li/b")]


@pytest.fixture
def turned_on(visit: Visit) -> tuple[bytes, list[str]]:
    """Sam, who has a second check on."""
    an_account(SAM)
    sign_in(visit.client)
    return set_up(visit)


def half_in() -> Client:
    """Return a browser where a code by e-mail was typed."""
    client = Client()
    ask(client)
    assert type_code(client, code_in_mail()) == 302
    return client


def test_after_the_code_by_e_mail_the_app_is_asked_for(turned_on: tuple[bytes, list[str]]) -> None:
    client = half_in()
    assert not is_in(client)
    assert b"One more check" in client.get(SECOND).content
    assert client.post(SECOND, {"code": app(turned_on[0], ahead=1)}).status_code == 302
    assert is_in(client)


def test_a_code_of_the_app_does_once(turned_on: tuple[bytes, list[str]]) -> None:
    code = app(turned_on[0], ahead=1)
    assert half_in().post(SECOND, {"code": code}).status_code == 302
    assert half_in().post(SECOND, {"code": code}).status_code == 422


def test_a_spare_code_does_once(turned_on: tuple[bytes, list[str]], visit: Visit) -> None:
    spare = turned_on[1]
    assert len(set(spare)) == 8
    assert half_in().post(SECOND, {"code": spare[0].lower()}).status_code == 302
    assert half_in().post(SECOND, {"code": spare[0]}).status_code == 422
    assert "7 spare codes left" in visit(WAYS).text
    new = visit.post(f"{SET_UP}spare/").tree.xpath("//ul[@class='rooms']/li/b")
    assert half_in().post(SECOND, {"code": spare[1]}).status_code == 422
    assert half_in().post(SECOND, {"code": new[0].text}).status_code == 302


def test_a_code_on_paper_needs_no_second_check(turned_on: tuple[bytes, list[str]]) -> None:
    account = accounts.by_address(SAM)
    assert account
    client = Client()
    by_paper(client, account)
    assert is_in(client)


def test_it_can_be_turned_off(turned_on: tuple[bytes, list[str]], visit: Visit) -> None:
    visit.post(f"{SET_UP}off/", status=302)
    assert is_in(half_in())
    assert not SecondFactor.objects.exists()
    visit.post(f"{SET_UP}spare/", status=422)


def test_it_is_on_only_after_a_right_code(visit: Visit) -> None:
    an_account(SAM)
    sign_in(visit.client)
    visit.post(f"{SET_UP}begin/", status=302)
    page = visit.post(SET_UP, {"code": "000000"}, status=422)
    assert "not the code that your app shows" in page.text
    assert is_in(half_in())


def test_once_on_its_secret_is_never_shown_again(
    turned_on: tuple[bytes, list[str]], visit: Visit
) -> None:
    visit.post(f"{SET_UP}begin/", status=302)
    visit(SET_UP, status=302)
    assert factors.is_on(Account.objects.get())


def test_its_guesses_run_out_and_come_back_within_the_hour(
    turned_on: tuple[bytes, list[str]],
) -> None:
    client = half_in()
    said = [client.post(SECOND, {"code": f"{n:06}"}).content.decode() for n in range(12)]
    assert "too many tries" in said[-1]
    minutes = re.search(r"Wait (\d+) minutes|Wait a minute", said[-1])
    assert minutes and int(minutes[1] or 1) <= 60


def test_the_codes_are_those_of_the_standard() -> None:
    account = an_account()
    factors.draw(account)
    secret = factors.secret_of(account)
    assert secret
    at = now()
    for ahead, fits in ((-2, False), (-1, True), (0, True), (1, True), (2, False)):
        SecondFactor.objects.update(last_step=0)
        code = app(secret, ahead=ahead, at=at)
        try:
            factors.check(account, code, now=at)
        except NotRight:
            assert not fits
        else:
            assert fits
    factors.check(account, app(secret, at=at), now=at)
    with pytest.raises(NotRight):
        factors.check(account, app(secret, at=at - timedelta(seconds=30)), now=at)
