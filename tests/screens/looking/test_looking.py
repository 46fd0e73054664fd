"""To see it as a member sees it: no right of a duty is left, and nothing can be entered."""

from __future__ import annotations

from functools import partial

import pytest
from django.test import Client

from tests.example_record import ORIGIN
from tests.kept import a_record
from tests.screens.conftest import Visit
from tests.screens.mine.somebody import MINE, THORNMERE, Somebody, a_member, guarded, on_duty
from withus.core.words import Duty
from withus.stores.record.read import find_log
from withus.stores.worrying.models import Worry

pytestmark = a_record
LOOK = f"{THORNMERE}as-a-member/"


@pytest.fixture
def officer() -> Somebody:
    """The host's officer of Thornmere."""
    a_member()
    return on_duty(Duty.HOST, "Olly Office")


def look(somebody: Somebody) -> None:
    """Begin to look as a member."""
    somebody.visit.post(LOOK, status=302)


def test_what_a_duty_opens_is_closed_while_one_looks_and_open_again_after(
    officer: Somebody,
) -> None:
    closed = ("people/", "duties/give/", "pack/", "as-a-member/")
    for path in closed:
        officer.visit(THORNMERE + path)
    look(officer)
    for path in closed:
        assert officer.visit(THORNMERE + path, status=403).h1 == "You may not do that here"
    assert "Give somebody a duty" not in officer.visit(f"{THORNMERE}duties/").text
    officer.visit.post(f"{LOOK}stop/", status=302)
    for path in closed:
        officer.visit(THORNMERE + path)


def test_each_page_of_the_partnership_says_so_and_has_a_way_to_stop(officer: Somebody) -> None:
    look(officer)
    for path in (MINE, THORNMERE, f"{THORNMERE}duties/"):
        page = officer.visit(path)
        assert "You see this as a member sees it. Nothing can be entered." in page.text
        assert page.tree.xpath(f"//form[@action='{LOOK}stop/']//button")
    assert "You see this as a member" not in officer.visit("/check/").text
    assert "You see this as a member" not in Visit(Client())(THORNMERE).text


def test_nothing_is_entered_meanwhile(officer: Somebody) -> None:
    look(officer)
    before = find_log(ORIGIN).size
    for path in (
        f"{THORNMERE}duties/give/check/",
        f"{THORNMERE}people/",
        f"{MINE}name/",
        f"{MINE}asks/",
        "/in/",
        "/me/keys/",
    ):
        page = officer.visit.count(partial(officer.visit.client.post, path), 403)
        assert page.h1 == "You are looking as a member"
        assert "nothing was" in page.text
    assert find_log(ORIGIN).size == before


def test_whoever_is_worried_can_still_say_so(officer: Somebody) -> None:
    guarded()
    look(officer)
    sent = {"words": "Somebody shouted at me.", "what": "Somebody shouted at me."}
    officer.visit(f"{THORNMERE}worry/")
    answer = officer.visit.client.post(f"{THORNMERE}worry/", sent)
    assert answer.status_code != 403
    assert Worry.objects.count() == (answer.status_code == 302)


def test_it_is_over_with_the_session(officer: Somebody) -> None:
    look(officer)
    officer.visit.client.post("/sign-in/out/")
    officer.visit.client.force_login(officer.account)
    officer.visit(f"{THORNMERE}people/")


def test_one_partnership_is_looked_at_and_another_is_not(officer: Somebody) -> None:
    look(officer)
    session = officer.visit.client.session
    assert session["looking"] == [ORIGIN]
    look_twice = officer.visit.count(lambda: officer.visit.client.post(LOOK), 403)
    assert look_twice.h1 == "You may not do that here"
