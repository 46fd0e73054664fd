"""Typing for somebody: what they said, checked, then entered with the typist's name beside."""

from __future__ import annotations

import pytest

from tests.actions.inviting_cast import PLACE, Cast, gather
from tests.core.facts.story import BOARD, ORIGIN
from tests.kept import a_record
from tests.screens.conftest import Visit
from tests.screens.inviting.guests import PEOPLE, invited, sign_in
from withus.stores.accounts import accounts
from withus.stores.inviting import invitations as kept
from withus.stores.record.read import find_log
from withus.stores.record.states import board_state

pytestmark = a_record


@pytest.fixture
def cast(visit: Visit) -> Cast:
    found = gather()
    sign_in(visit.client, found.facilitator)
    return found


def test_a_yes_on_the_phone_is_typed_checked_and_entered(visit: Visit, cast: Cast) -> None:
    invitation, code = invited(cast)
    person = kept.find(ORIGIN, invitation).person
    address = f"{PEOPLE}{person}/type/"
    page = visit(address)
    assert page.h1 == "Type for Sam Ward"
    assert "“Yes, I take it.” Coming Home board: Draws on care and support" in page.text
    said = {"said": f"takes {invitation}", "shown_as": "named"}
    checked = visit.post(address, said)
    assert "Sam Ward says yes to this: Coming Home board" in checked.text
    assert "by my name" not in checked.text and "by their name" in checked.text
    changed = visit.post(address, said | {"step": "change"})
    assert changed.tree.xpath("//input[@name='shown_as'][@checked]/@value") == ["named"]
    visit.post(address, said | {"step": "enter"}, status=302)
    held = board_state(find_log(ORIGIN), BOARD).places[PLACE].held
    assert held and held.taken.typed_by
    assert accounts.by_code(code)
    leaves = {"said": f"leaves {PLACE}", "step": "enter"}
    visit.post(address, leaves, status=302)
    assert board_state(find_log(ORIGIN), BOARD).places[PLACE].held is None


def test_nothing_chosen_is_said(visit: Visit, cast: Cast) -> None:
    invitation, _ = invited(cast)
    person = kept.find(ORIGIN, invitation).person
    for said in ({}, {"said": "takes nothing"}, {"said": f"leaves {PLACE}", "step": "enter"}):
        page = visit.post(f"{PEOPLE}{person}/type/", said, status=422)
        assert "Nothing has been chosen yet." in page.text


def test_nobody_of_that_id_has_no_page(visit: Visit, cast: Cast) -> None:
    visit(f"{PEOPLE}nobody/type/", status=404)
