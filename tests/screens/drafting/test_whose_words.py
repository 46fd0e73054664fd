"""Whose words the plan is made of, on its page: by capacity, and one's own to oneself alone."""

from __future__ import annotations

import pytest

from tests.a_plan import FIRST
from tests.kept import a_record
from tests.screens.drafting.people import PLAN, AtPlan, writing
from tests.screens.drafting.test_budgets import MOST_MILLISECONDS, a_plan_of, asked_by, seconds
from withus.actions.wording import count_words
from withus.stores.wording.models import Counted

pytestmark = a_record
WHOSE = f"{PLAN}whose-words/"
STATEMENTS = 8


@pytest.fixture
def at(db: None) -> AtPlan:
    """The plan, by Bo and then Flo, and its people at their browsers."""
    found = writing()
    found.plan.save(f"{FIRST}\n\nThe driver waits.", by="Flo")
    return found


def test_the_page_has_a_sentence_a_picture_and_a_table_with_the_same_figures(at: AtPlan) -> None:
    page = at.as_("Di")(WHOSE)
    assert "14 of 18 (78 in 100) are those of the people it is about." in page.text
    assert "Every word was written after the first of them was in." in page.text
    title = page.tree.xpath("string(//main//svg[@class='bar']/title)")
    assert title == "Words: Draws on care and support 14, Paid to run services 4"
    cells = [cell.text_content() for cell in page.tree.xpath("//tbody/tr[1]/*")]
    standing, lasted = "14 of 18 (78 in 100)", "14 of 14 (100 in 100)"
    assert cells == ["Draws on care and support", standing, lasted]
    assert "Nobody took out any." in page.text
    assert "Give or take 1.5 in 100." in page.text
    assert "Taking words out is power too" in page.text


def test_ones_own_words_are_told_to_oneself_alone(at: AtPlan) -> None:
    assert "Yours: 14 of 18 (78 in 100). Only you see this." in at.as_("Bo")(WHOSE).text
    assert "Yours: 4 of 18" in at.as_("Flo")(WHOSE).text
    assert "Yours" not in at.as_("Fay")(WHOSE).text


def test_the_plan_leads_to_it_and_it_is_no_page_before_there_is_a_plan(at: AtPlan) -> None:
    count_words(at.plan.there.work)
    assert WHOSE in at.as_("Di")(PLAN).tree.xpath("//section[.//h2[.='Whose words']]//a/@href")


def test_without_a_text_there_is_no_page(db: None) -> None:
    writing(text="").as_("Bo")(WHOSE, status=404)


def test_saving_has_the_words_counted_and_the_page_is_the_same_then(at: AtPlan) -> None:
    before = at.as_("Di")(WHOSE).text
    count_words(at.plan.there.work)
    assert Counted.objects.exists()
    assert at.as_("Di")(WHOSE).text == before


def test_a_long_plan_that_is_not_counted_yet_says_so(
    at: AtPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("withus.questions.wording.A_FEW", 1)
    assert "The words are being counted. Look again in a minute." in at.as_("Di")(WHOSE).text
    count_words(at.plan.there.work)
    assert "14 of 18 (78 in 100)" in at.as_("Di")(WHOSE).text


@pytest.mark.parametrize("count", [10, 100])
def test_the_page_asks_as_little_and_is_as_quick_however_many_drafts(db: None, count: int) -> None:
    at = a_plan_of(count)
    count_words(at.plan.there.work)
    client = at.as_("Bo").client
    client.get(WHOSE)
    assert asked_by(client, WHOSE) == STATEMENTS
    assert seconds(client, WHOSE) * 1000 <= MOST_MILLISECONDS
