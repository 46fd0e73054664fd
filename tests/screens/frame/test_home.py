"""The first page."""

from __future__ import annotations

import pytest
from django.urls import reverse
from pytest_django import Settings

from tests.screens.conftest import Visit


def test_the_home_page_says_what_withus_is_and_for_whom(visit: Visit) -> None:
    page = visit("/")
    assert page.h1 == "Decided with us, or without us?"
    assert "who was in the room when a public board met" in page.text
    assert "draw on care and support, or need it and can’t get it" in page.text
    assert "unpaid carers" in page.text


def test_the_home_page_opens_the_one_room_there_is(visit: Visit) -> None:
    buttons = visit("/").tree.xpath("//main//a[contains(@class, 'btn')]")
    assert [(button.text, button.get("href")) for button in buttons] == [
        ("Check a board", reverse("checking:start")),
        ("Try it with a real board", reverse("checking:example")),
    ]


def test_the_home_page_says_what_it_does_not_tell_and_that_nothing_is_kept(visit: Visit) -> None:
    text = visit("/").text
    assert "What it does not tell" in text
    assert "There is no score" in text
    assert "Nothing is kept." in text


def test_the_home_page_sets_no_cookie(visit: Visit) -> None:
    assert not visit("/").response.cookies


def test_the_menu_says_where_you_are(visit: Visit) -> None:
    here = visit("/").tree.xpath("//nav[@aria-label='Main']//a[@aria-current='page']")
    assert [link.text for link in here] == ["Home"]


@pytest.mark.django_db
def test_every_link_of_the_home_page_leads_to_a_page(visit: Visit) -> None:
    links = {link for link in visit("/").tree.xpath("//a/@href") if link.startswith("/")}
    assert links >= {"/", reverse("checking:start"), reverse("checking:example")}
    for link in links:
        visit(link, status=302 if link == reverse("mine:page") else 200)  # signed in, it is one


def test_no_page_speaks_of_other_ways_that_do_not_exist(visit: Visit) -> None:
    whole = visit("/").tree.text_content()
    for absent in ("Easy Read", "Listen", "Cymraeg", "Sign in"):
        assert absent not in whole


def test_the_source_is_linked_where_the_host_has_said_where_it_is(
    visit: Visit, settings: Settings
) -> None:
    settings.WITHUS_SOURCE_URL = "https://source.example/withus"
    links = visit("/").tree.xpath("//footer//a[@rel='external']/@href")
    assert links == ["https://source.example/withus"]


def test_without_an_address_the_foot_says_whom_to_ask_for_the_source(visit: Visit) -> None:
    foot = visit("/").tree.xpath("//footer")[0].text_content()
    assert "ask them for the source of this copy" in foot
