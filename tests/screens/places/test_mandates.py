"""Mandates typed in by hand: what was given elsewhere, with its numbers, and its end."""

from __future__ import annotations

from typing import Any

import pytest

from tests.core.facts.story import an_id
from tests.example_record import HOME, ORIGIN
from tests.kept import a_record
from tests.screens.mine.somebody import THORNMERE, Somebody, a_member, guarded, on_duty
from withus.core.facts.joining import MandateEnded, MandateGranted
from withus.core.words import Duty
from withus.stores.record.read import entries, find_log

pytestmark = a_record
MANDATES = f"{THORNMERE}boards/{HOME}/mandates/"
ADD = f"{MANDATES}{an_id('wren place')}/add/"
END = f"{MANDATES}{an_id('wren place')}/end/"
ANSWERS = {
    "constituency": "Carers of the Circle",
    "method": "ballot",
    "roll": "61",
    "voted": "40",
    "from": "2026-11-02",
    "until": "2028-03-31",
    "report": "90",
    "recall": "1/5",
}


@pytest.fixture
def facilitator(db: None) -> Somebody:
    """Whoever runs the work, where somebody keeps people safe."""
    a_member()
    guarded()
    return on_duty(Duty.FACILITATOR, "Fay Green")


def newest() -> Any:
    """Return the fact that was entered last."""
    log = find_log(ORIGIN)
    return next(entries(log, start=log.size - 1, end=log.size)).fact


def test_a_mandate_is_typed_in_after_a_last_look_and_makes_a_representative(
    facilitator: Somebody,
) -> None:
    size = find_log(ORIGIN).size
    page = facilitator.visit.post(ADD, ANSWERS)
    assert "Carers of the Circle" in page.text
    assert "40 of 61" in page.text
    assert "Every three months" in page.text
    assert find_log(ORIGIN).size == size
    facilitator.visit.post(ADD, {**ANSWERS, "step": "enter"}, status=302)
    fact = newest()
    assert isinstance(fact, MandateGranted)
    assert (fact.holding, fact.roll, fact.voted) == (an_id("wren held"), 61, 40)
    assert (fact.recall_share, fact.report_every, fact.method.value) == ("1/5", 90, "ballot")
    listed = facilitator.visit(MANDATES).text
    assert (
        listed.index("With a mandate") < listed.index("Wren Castellane") < listed.index("Without")
    )
    facilitator.visit(ADD, status=404)


def test_a_number_that_nobody_knows_is_left_open(facilitator: Somebody) -> None:
    sent = {**ANSWERS, "roll": "", "voted": "", "until": "", "step": "enter"}
    facilitator.visit.post(ADD, sent, status=302)
    fact = newest()
    assert (fact.roll, fact.voted, fact.until) == (None, None, None)


WRONG = {
    "constituency": ({"constituency": ""}, "Say whom they speak for."),
    "method": ({"method": "oracle"}, "Choose how they were chosen."),
    "roll": ({"roll": "many"}, "Type how many could choose"),
    "voted": ({"voted": "62"}, "More did choose than could."),
    "from": ({"from": ""}, "Say from which day the mandate holds."),
    "until": ({"until": "2026-11-01"}, "It would end before it begins."),
    "report": ({"report": ""}, "Choose how often they report back."),
    "recall": ({"recall": "0/5"}, "Type what part of them"),
}


def test_what_makes_no_mandate_is_told_at_its_field(facilitator: Somebody) -> None:
    for name, (answers, said) in WRONG.items():
        page = facilitator.visit.post(ADD, {**ANSWERS, **answers, "step": "enter"}, status=422)
        (link,) = page.tree.xpath("//*[@role='alert']//a")
        assert said in link.text
        assert link.get("href") == f"#{name}"


def test_a_mandate_is_ended_with_how_it_ended(facilitator: Somebody) -> None:
    facilitator.visit(END, status=404)
    facilitator.visit.post(ADD, {**ANSWERS, "step": "enter"}, status=302)
    page = facilitator.visit.post(END, {"how": ""}, status=422)
    assert page.text.count("Choose how it came to its end.") == 2
    facilitator.visit.post(END, {"how": "recalled"}, status=302)
    fact = newest()
    assert isinstance(fact, MandateEnded)
    assert fact.how.value == "recalled"
    facilitator.visit(ADD)


def test_a_mandate_is_typed_only_where_people_are_kept_safe(db: None) -> None:
    a_member()
    fay = on_duty(Duty.FACILITATOR, "Fay Green")
    page = fay.visit(ADD)
    assert "You cannot write here yet." in page.text
    assert not page.tree.xpath("//textarea")
    fay.visit.post(ADD, {**ANSWERS, "step": "enter"}, status=422)
    assert not isinstance(newest(), MandateGranted)


def test_a_member_types_no_mandate_for_themselves(db: None) -> None:
    wren = a_member()
    for address in (MANDATES, ADD):
        wren.visit(address, status=403)
    wren.visit.post(ADD, {**ANSWERS, "step": "enter"}, status=403)
