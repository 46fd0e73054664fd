"""Who was signed in at a browser of late is known to this place, and read by nobody else."""

from __future__ import annotations

import time

import pytest
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from tests.kept import a_record
from withus.screens.frame import beside
from withus.screens.frame.me import account_of
from withus.stores.accounts.accounts import open_account
from withus.stores.accounts.models import Account

pytestmark = [a_record, pytest.mark.urls(__name__)]


def come_in(request: HttpRequest, account: str) -> HttpResponse:
    login(request, Account.objects.get(id=account))
    return HttpResponse()


def go_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return HttpResponse()


def who(request: HttpRequest) -> HttpResponse:
    account_of(request)
    return HttpResponse(" ".join(sorted(beside.beside(request))))


def anything(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [
    path("in/<str:account>", come_in),
    path("out", go_out),
    path("who", who),
    path("anything", anything),
]


def told(client: Client) -> set[str]:
    return set(client.get("/who").content.decode().split())


def test_whoever_signed_in_here_is_known_also_once_they_are_out() -> None:
    ada, bo = open_account().id, open_account().id
    client = Client()
    client.get(f"/in/{ada}")
    client.get("/out")
    client.get(f"/in/{bo}")
    assert told(client) == {ada, bo}
    assert told(Client()) == set()


def test_the_cookie_is_noise_out_of_reach_of_scripts_and_set_once() -> None:
    ada = open_account().id
    client = Client()
    cookie = client.get(f"/in/{ada}").cookies[beside.COOKIE]
    assert ada not in cookie.value
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    assert beside.COOKIE not in client.get("/who").cookies
    assert beside.COOKIE not in Client().get("/anything").cookies


def test_a_cookie_that_was_changed_or_is_old_tells_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    ada = open_account().id
    client = Client()
    client.get(f"/in/{ada}")
    good = client.cookies[beside.COOKIE].value
    for bad in ("", "x", "é", good[:-4], "AAAA" + good[4:], good + "AAAA"):
        client.cookies[beside.COOKIE] = bad
        assert told(client) == set()
    client.cookies[beside.COOKIE] = good
    assert told(client) == {ada}
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + beside.LATELY + 1)
    client.cookies[beside.COOKIE] = good
    assert ada not in told(client)
