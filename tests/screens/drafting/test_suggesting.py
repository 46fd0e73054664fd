"""Suggestions: to a passage, seen beside it, talked about, and answered."""

from __future__ import annotations

import pytest

from tests.a_plan import FIRST, sits
from tests.kept import a_record
from tests.screens.drafting.people import PLAN, AtPlan, writing

pytestmark = a_record
LIST = f"{PLAN}suggestions/"
DI = sits("Di") or ""


@pytest.fixture
def at(db: None) -> AtPlan:
    """The plan, and its people at their browsers."""
    return writing()


def test_a_passage_is_chosen_on_the_plan_and_other_words_are_suggested(at: AtPlan) -> None:
    page = at.as_("Di")(f"{PLAN}?suggest=yes")
    address = str(page.tree.xpath("//a[contains(., 'passage 2')]/@href")[0])
    page = at.as_("Di")(address)
    assert "A bus at ten." in page.tree.xpath("string(//blockquote)")
    sent = {"words": "A bus at eleven.", "whose": DI}
    there = at.as_("Di").post(address, sent, status=302).response["Location"]
    page = at.as_("Bo")(there)
    assert "[Taken out: ten.]" in page.text
    assert "[Put in: eleven.]" in page.text
    assert "It waits for an answer." in page.text
    assert "One suggestion. 0 answered." in at.as_("Bo")(LIST).text
    assert "?suggest=yes" not in at.as_("Bo")(PLAN).response.content.decode().split("<h2")[2]


def test_what_cannot_be_suggested_stays_in_the_box(at: AtPlan) -> None:
    address = f"{PLAN}revisions/{at.plan.last()}/suggest/1/"
    page = at.as_("Di").post(address, {"words": "A bus at ten.", "whose": DI}, status=422)
    assert "These are the words that stand there already." in page.text
    page = at.as_("Di").post(address, {"words": "Mine.", "whose": "nobody"}, status=422)
    assert "Mine." in page.tree.xpath("string(//textarea)")
    at.as_("Di")(f"{PLAN}revisions/{at.plan.last()}/suggest/9/", status=404)
    assert not at.plan.state.suggestions


def test_people_talk_of_it_before_it_is_answered(at: AtPlan) -> None:
    there = f"{LIST}{at.plan.suggest(1, 'A bus at eleven.')}/"
    sent = {"do": "discuss", "discuss": "The depot closes.", "whose": sits("Flo") or ""}
    at.as_("Flo").post(there, sent, status=302)
    page = at.as_("Di")(there)
    assert "The depot closes." in page.text
    assert "Paid to run services" in page.text
    page = at.as_("Flo").post(there, sent | {"discuss": " "}, status=422)
    assert page.tree.xpath("//textarea[@id='discuss_words'][@aria-invalid='true']")
    at.as_("Flo").post(there, sent | {"whose": DI}, status=422)


def test_taken_in_it_is_in_the_plan_as_theirs_and_they_read_so(at: AtPlan) -> None:
    there = f"{LIST}{at.plan.suggest(1, 'A bus at eleven.')}/"
    at.as_("Fay").post(there, {"do": "take-in"}, status=302)
    assert at.plan.text() == FIRST.replace("ten", "eleven")
    page = at.as_("Di")(there)
    assert "It is in the plan, " in page.text
    assert page.tree.xpath("//a[.='The draft that it is in']")
    assert "Yours" in at.as_("Di")(LIST).text
    assert "1 answered. 1 of them changed the plan." in at.as_("Di")(PLAN).text
    assert "The suggestion it took in" in at.as_("Di")(f"{PLAN}revisions/{at.plan.last()}/").text


def test_partly_or_not_says_why(at: AtPlan) -> None:
    one, two = at.plan.suggest(1, "A bus at eleven, each night."), at.plan.suggest(2, "")
    sent = {"do": "partly", "instead": "A bus at eleven.", "partly": ""}
    page = at.as_("Flo").post(f"{LIST}{one}/", sent, status=422)
    assert page.tree.xpath("//textarea[@id='partly_words'][@aria-invalid='true']")
    assert at.plan.text() == FIRST
    at.as_("Flo").post(f"{LIST}{one}/", sent | {"partly": "Not on Sundays."}, status=302)
    assert "A bus at eleven.\n" in at.plan.text()
    assert "Not on Sundays." in at.as_("Di")(f"{LIST}{one}/").text
    at.as_("Fay").post(f"{LIST}{two}/", {"do": "refuse", "refuse": ""}, status=422)
    at.as_("Fay").post(f"{LIST}{two}/", {"do": "refuse", "refuse": "It is the law."}, status=302)
    assert "It is the law." in at.as_("Di")(f"{LIST}{two}/").text
    assert "It is not in the plan" in at.as_("Di")(LIST).text


def test_what_was_written_in_by_hand_is_said_to_be_so(at: AtPlan) -> None:
    there = f"{LIST}{at.plan.suggest(1, 'A bus at eleven.')}/"
    assert "It went in another way" not in at.as_("Fay")(there).text
    at.plan.save("Buses until eleven.", by="Flo")
    page = at.as_("Fay").post(there, {"do": "take-in"}, status=422)
    assert "no longer in the plan as it was" in page.text
    sent = {"do": "otherwise", "otherwise": ""}
    page = at.as_("Fay").post(there, sent, status=422)
    assert page.tree.xpath("//textarea[@id='otherwise_words'][@aria-invalid='true']")
    at.as_("Fay").post(there, sent | {"otherwise": "In the first line."}, status=302)
    page = at.as_("Di")(there)
    assert "Part of it is in the plan" in page.text
    assert "In the first line." in page.text


def test_whoever_made_it_may_take_it_back_and_nobody_else(at: AtPlan) -> None:
    there = f"{LIST}{at.plan.suggest(1, 'A bus at eleven.')}/"
    assert "Take mine back" not in at.as_("Bo")(there).text
    at.as_("Bo").post(there, {"do": "take-back"}, status=422)
    assert "Take mine back" in at.as_("Di")(there).text
    at.as_("Di").post(there, {"do": "take-back"}, status=302)
    assert "Whoever made it took it back" in at.as_("Bo")(there).text
    assert "Answer it" not in at.as_("Bo")(there).text


@pytest.mark.parametrize("do", ["", "delete", "save"])
def test_what_nobody_may_do_is_not_done(at: AtPlan, do: str) -> None:
    there = f"{LIST}{at.plan.suggest(1, 'A bus at eleven.')}/"
    at.as_("Fay").post(there, {"do": do}, status=422)
    at.as_("Fay")(f"{LIST}nobody/", status=404)
    at.as_("Una").post(there, {"do": "take-in"}, status=403)
    assert at.plan.text() == FIRST


def test_what_waits_stands_before_what_is_answered(at: AtPlan) -> None:
    first = at.plan.suggest(1, "A bus at eleven.")
    at.plan.suggest(2, "")
    at.plan.take_in(first)
    tags = at.as_("Di")(LIST).tree.xpath("//ul[@class='list']//span[contains(@class, 'tag')]")
    assert [tag.text for tag in tags] == ["Waits for an answer", "It is in the plan"]
