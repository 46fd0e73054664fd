"""People who sign in, and what they do in a browser: ask for a code, read the mail, type it."""

from __future__ import annotations

import re
from datetime import timedelta

from django.test import Client
from django.utils.timezone import now

from withus.screens.frame.me import SINCE
from withus.stores.accounts import accounts
from withus.stores.accounts.models import Account
from withus.stores.outbox import mail

SAM, BO = "Sam.Ward@example.org", "bo@example.org"
CODE = re.compile(r"\b(\d{4} \d{4})\b")
WAYS = "/sign-in/ways/"


def an_account(*addresses: str) -> Account:
    """Return a new account that has some addresses."""
    account = accounts.open_account()
    for address in addresses:
        accounts.add_address(account, address)
    return account


def ask(client: Client, address: str = SAM, **more: str) -> int:
    """Ask for a code, and return the status of the answer."""
    return client.post("/sign-in/", {"address": address, **more}).status_code


def posted(address: str = SAM) -> list[mail.Letter]:
    """Return what was posted to an address, the newest first."""
    return [each for each in mail.waiting() if each.address == address]


def code_in_mail(address: str = SAM) -> str:
    """Return the code in the newest mail to an address that has one."""
    found = [CODE.search(each.body) for each in posted(address)]
    return next(each[1] for each in found if each)


def type_code(client: Client, code: str) -> int:
    """Type a code where it is asked for, and return the status of the answer."""
    return client.post("/sign-in/code/", {"code": code}).status_code


def sign_in(client: Client, address: str = SAM) -> None:
    """Sign in by e-mail, as people do."""
    assert ask(client, address) == 302
    assert type_code(client, code_in_mail(address)) == 302


def by_paper(client: Client, account: Account) -> str:
    """Sign in with a new code on paper, and return it."""
    code = accounts.give_code(account, now=now())
    assert client.post("/sign-in/own-code/", {"code": code}).status_code == 302
    return code


def signed_in_ago(client: Client, account: Account, ago: timedelta = timedelta(0)) -> None:
    """Have somebody signed in at a browser since a while ago."""
    client.force_login(account)
    session = client.session
    session[SINCE] = int((now() - ago).timestamp())
    session.save()


def is_in(client: Client) -> bool:
    """Tell whether a browser is signed in."""
    return client.get("/sign-in/who/").headers.get("Location", "").startswith(WAYS)
