"""What every answer carries, so that a page keeps to itself."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from tests.screens.conftest import Visit
from tests.screens.page_checks import POLICY
from withus.screens.frame import sheets


def test_a_page_may_load_our_sheet_and_pictures_and_nothing_else(visit: Visit) -> None:
    told = visit("/").response["Content-Security-Policy"]
    assert dict(part.split(" ", 1) for part in told.split("; ")) == POLICY
    assert "script-src" not in told


@pytest.mark.parametrize("address", ["/", "/nowhere/", "/static/frame/favicon.svg"])
def test_every_answer_carries_the_same_protection(address: str) -> None:
    response = Client().get(address)
    for name, words in {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }.items():
        assert response[name] == words
    assert "camera=()" in response["Permissions-Policy"]
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_an_answer_to_what_was_sent_is_kept_nowhere(a_room: str) -> None:
    response = Client().post(a_room + "take/", {"minutes": "a"})
    assert response["Cache-Control"] == "no-store"


def test_our_files_are_kept_for_a_month_under_an_address_that_changes_with_them(
    visit: Visit,
) -> None:
    (sheet,) = visit("/").tree.xpath("//link[@rel='stylesheet']/@href")
    assert sheet == f"/static/frame/withus.css?v={sheets.mark('frame/withus.css')}"
    response = Client().get(sheet)
    assert response["Cache-Control"] == "max-age=2592000, public"
    assert "Access-Control-Allow-Origin" not in response


def test_a_missing_file_is_named_and_the_remedy_given() -> None:
    with pytest.raises(FileNotFoundError, match=r"frame/gone\.css.*static/"):
        sheets.mark("frame/gone.css")


@pytest.mark.parametrize("came_by", ["http", "http, https"])
def test_people_are_sent_to_https_where_the_proxy_says_they_came_by_http(
    settings: Settings, came_by: str
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.CSRF_TRUSTED_ORIGINS = ["https://withus.example"]
    response = Client().get("/check/?a=b", headers={"X-Forwarded-Proto": came_by})
    assert (response.status_code, response["Location"]) == (
        301,
        "https://withus.example/check/?a=b",
    )


def test_nobody_is_sent_round_in_circles_where_the_proxy_says_nothing(
    settings: Settings, visit: Visit
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    visit("/")


def test_browsers_are_told_to_stay_with_https(settings: Settings) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.SECURE_HSTS_SECONDS = 60
    response = Client().get("/", headers={"X-Forwarded-Proto": "https"})
    assert response["Strict-Transport-Security"] == "max-age=60"
