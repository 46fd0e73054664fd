"""Deputies: chosen by the member for their own place, by nobody else, and ended by them."""

from __future__ import annotations

import pytest

from tests.example_record import HOME, ORIGIN
from tests.kept import a_record
from tests.screens.mine.somebody import THORNMERE, Somebody, a_member, on_duty
from withus.core.facts.joining import DeputyNamed
from withus.core.words import Duty
from withus.stores.record.read import entries, find_log

pytestmark = a_record
DEPUTIES = f"{THORNMERE}boards/{HOME}/deputies/"


@pytest.fixture
def wren(db: None) -> Somebody:
    """A member in an unpaid carer's place."""
    return a_member()


def chosen(wren: Somebody, **answers: str) -> dict[str, str]:
    """Return what the form sends, with the place it holds and what was typed."""
    page = wren.visit(DEPUTIES)
    (place,) = page.tree.xpath("//input[@name='place']/@value")
    return {"place": place, "name": "Dee Stand", "capacity": "unpaid_carers", **answers}


def newest() -> DeputyNamed:
    """Return the deputy that was last named."""
    log = find_log(ORIGIN)
    fact = next(entries(log, start=log.size - 1, end=log.size)).fact
    assert isinstance(fact, DeputyNamed)
    return fact


def test_a_member_chooses_a_deputy_after_a_last_look(wren: Somebody) -> None:
    size, sent = find_log(ORIGIN).size, chosen(wren)
    page = wren.visit.post(DEPUTIES, sent)
    assert page.h1 == "Is Dee Stand to be your deputy?"
    assert "so they are counted for you" in page.text
    assert find_log(ORIGIN).size == size
    wren.visit.post(DEPUTIES, {**sent, "step": "choose"}, status=302)
    assert (newest().capacity.value, newest().meeting) == ("unpaid_carers", None)
    assert "Dee Stand" in wren.visit(DEPUTIES).text


def test_a_deputy_of_another_capacity_may_come_but_is_not_counted(wren: Somebody) -> None:
    sent = chosen(wren, capacity="services")
    assert "may be there but are not counted for you" in wren.visit.post(DEPUTIES, sent).text
    wren.visit.post(DEPUTIES, {**sent, "step": "choose"}, status=302)
    assert "may come, but is not counted" in wren.visit(DEPUTIES).text


def test_a_deputy_is_ended_after_a_last_look(wren: Somebody) -> None:
    wren.visit.post(DEPUTIES, {**chosen(wren), "step": "choose"}, status=302)
    (deputy,) = wren.visit(DEPUTIES).tree.xpath("//button[@name='deputy']/@value")
    assert wren.visit.post(f"{DEPUTIES}end/", {"deputy": deputy}).h1 == "End this deputy?"
    wren.visit.post(f"{DEPUTIES}end/", {"deputy": deputy, "step": "end"}, status=302)
    assert "Dee Stand" not in wren.visit(DEPUTIES).text
    again = wren.visit.post(f"{DEPUTIES}end/", {"deputy": deputy, "step": "end"}, status=422)
    assert "Choose whom you mean." in again.text


def test_a_name_and_a_capacity_are_needed(wren: Somebody) -> None:
    for answers, said in (
        ({"name": " "}, "Type the name they go by."),
        ({"capacity": ""}, "Choose in what capacity the place is held."),
    ):
        page = wren.visit.post(DEPUTIES, chosen(wren, **answers) | {"step": "choose"}, status=422)
        assert said in page.text
    page = wren.visit.post(DEPUTIES, {**chosen(wren, name="a" * 121), "step": "choose"}, status=422)
    assert "That name is too long." in page.text


def test_only_whoever_holds_a_place_on_the_board_chooses_a_deputy(wren: Somebody) -> None:
    sent = chosen(wren)
    for duty in (Duty.HOST, Duty.FACILITATOR):
        somebody = on_duty(duty, f"Of {duty.value}")
        somebody.visit(DEPUTIES, status=403)
        somebody.visit.post(DEPUTIES, {**sent, "step": "choose"}, status=403)
