"""The plan written: kept at every step, saved over what was read, in the name of whose words."""

from __future__ import annotations

import pytest

from tests.a_plan import FIRST, sits
from tests.core.facts.story import an_id
from tests.kept import a_record
from tests.screens.drafting.people import PLAN, AtPlan, writing
from withus.core.facts import joining as f
from withus.core.words import Duty
from withus.stores.drafting.models import Unshared

pytestmark = a_record
WRITE = f"{PLAN}write/"
BO = sits("Bo") or ""


@pytest.fixture
def at(db: None) -> AtPlan:
    """The plan, and its people at their browsers."""
    return writing()


def box(at: AtPlan, name: str, address: str = WRITE) -> str:
    """Return what stands in the box of somebody."""
    return str(at.as_(name)(address).tree.xpath("string(//textarea)")).strip()


def test_the_box_holds_the_text_that_stands_and_saves_over_it(at: AtPlan) -> None:
    assert box(at, "Bo") == FIRST
    at.write("Bo", text=f"{FIRST}\r\n\r\nAsk Jo.", whose=BO)
    assert at.plan.text() == f"{FIRST}\n\nAsk Jo."
    assert "Ask Jo." in at.as_("Di")(PLAN).text


def test_two_who_write_at_once_both_keep_every_word(at: AtPlan) -> None:
    base = at.plan.last()
    assert box(at, "Bo") == box(at, "Flo")  # both have read the same
    at.write("Flo", text=FIRST.replace("ten", "nine"), whose=sits("Flo") or "", base=base)
    mine = f"{FIRST.replace('ten', 'eleven')}\n\nAsk Jo."
    page = at.write("Bo", text=mine, whose=BO, base=base, status=422)
    assert "Somebody changed the plan while you were writing." in page.text
    assert "Both changed the same passage" in page.text
    assert "[Put in: nine.]" in page.text
    assert "[Put in: eleven.]" in page.text
    joined = str(page.tree.xpath("string(//textarea)")).strip()
    for words in ("A bus at nine.", "A bus at eleven.", "Ask Jo."):
        assert words in joined
    assert at.plan.text() == FIRST.replace("ten", "nine")
    form = page.tree.xpath("//form[@id='writing']")[0]
    bases = [str(each) for each in form.xpath(".//input[@name='over']/@value")]
    last = str(form.xpath("string(.//input[@name='base']/@value)"))
    assert (last, bases) == (at.plan.last(), [base])
    at.write("Bo", text=joined, whose=BO, base=last, over=bases)
    assert at.plan.text() == joined
    assert at.plan.state.revisions[at.plan.last()].fact.bases == {base, last}


def test_a_third_who_comes_between_is_seen_too(at: AtPlan) -> None:
    base = at.plan.last()
    second = at.plan.save(f"{FIRST}\n\nAsk Jo.", by="Flo")
    page = at.write("Bo", text=f"Hello.\n\n{FIRST}", whose=BO, base=base, status=422)
    assert "You changed different passages." in page.text
    joined = str(page.tree.xpath("string(//textarea)")).strip()
    at.plan.save(f"{FIRST}\n\nAsk Jo.\n\nAsk Di.", by="Di")
    page = at.write("Bo", text=joined, whose=BO, base=second, over=[base], status=422)
    again = str(page.tree.xpath("string(//textarea)")).strip()
    assert again == f"Hello.\n\n{FIRST}\n\nAsk Jo.\n\nAsk Di."


@pytest.mark.parametrize("base", ["", "nobody", "x" * 200])
def test_a_base_that_was_made_up_saves_nothing(at: AtPlan, base: str) -> None:
    at.write("Bo", text="Mine.", whose=BO, base=base, status=422)
    assert at.plan.text() == FIRST


def test_what_is_kept_is_there_again_for_whoever_wrote_it_alone(at: AtPlan) -> None:
    at.write("Bo", do="keep", text="Half a thought", whose=BO)
    page = at.as_("Bo")(WRITE)
    assert "This is what you are writing." in page.text
    assert box(at, "Bo") == "Half a thought"
    assert box(at, "Di") == FIRST
    assert b"Half a thought" not in bytes(Unshared.objects.get().sealed)
    at.write("Bo", do="drop")
    assert box(at, "Bo") == FIRST


def test_how_it_looks_is_seen_before_it_is_saved(at: AtPlan) -> None:
    page = at.write("Bo", do="look", text="# Night buses\n\n- one\n- two", whose=BO)
    assert page.response["Location"].endswith("?look=yes#look")
    page = at.as_("Bo")(f"{WRITE}?look=yes")
    assert page.tree.xpath("string(//h2[1])") == "Night buses"
    assert len(page.tree.xpath("//section[@id='look']//li")) == 2
    assert at.plan.text() == FIRST


def test_who_began_before_another_saved_is_told(at: AtPlan) -> None:
    at.write("Bo", do="keep", text="Half a thought", whose=BO)
    at.plan.save("All new.", by="Di")
    assert "Since you began, somebody saved another draft." in at.as_("Bo")(WRITE).text


@pytest.mark.parametrize("whose", ["", "duty", sits("Di"), f"for {sits('Di')}", "x" * 300])
def test_words_are_put_into_nobodys_mouth(at: AtPlan, whose: str) -> None:
    page = at.write("Bo", text="Di said so.", whose=whose, status=422)
    assert "It does not say whose words these are." in page.text
    assert "Di said so." in page.text
    assert at.plan.text() == FIRST


def test_whoever_runs_the_work_writes_down_what_somebody_said(at: AtPlan) -> None:
    page = at.as_("Fay")(WRITE)
    assert "I write down what Di said (draws on care and support)" in page.text
    at.write("Fay", text="Di said so.", whose=f"for {sits('Di')}")
    page = at.as_("Bo")(PLAN)
    assert "Written down for them; not confirmed yet." in page.text
    entry = at.plan.state.revisions[at.plan.last()].entry
    waits = at.as_("Di")(f"{PLAN.split('works')[0]}to-confirm/")
    assert f"/{entry}/" in waits.response.content.decode()
    assert "Fay" not in page.text
    assert "Is it right?" not in page.text
    page = at.as_("Di")(PLAN)
    assert "This was written down for you. Is it right?" in page.text
    (form,) = page.tree.xpath("//form[contains(@class, 'notice')]")
    at.as_("Di").post(form.get("action"), {"right": "yes"}, status=302)
    page = at.as_("Di")(PLAN)
    assert "Written down for them; it was confirmed." in page.text
    assert "Is it right?" not in page.text


def test_others_do_not_learn_from_the_form_who_holds_a_place(at: AtPlan) -> None:
    assert "I write down what" not in at.as_("Bo")(WRITE).text


@pytest.mark.parametrize("text", ["", " \r\n\r\n "])
def test_a_text_of_nothing_is_not_saved(at: AtPlan, text: str) -> None:
    at.write("Bo", text=text, whose=BO, status=422)
    assert at.plan.text() == FIRST


def test_a_text_of_five_megabytes_is_refused_in_a_clear_line(at: AtPlan) -> None:
    sent = {"do": "save", "base": at.plan.last(), "text": "word " * 1_000_000, "whose": BO}
    answer = at.as_("Bo").client.post(WRITE, sent)
    assert answer.status_code == 422
    assert "The text is too long: at most 500000 characters" in answer.content.decode()
    assert at.plan.text() == FIRST


def test_without_anybody_to_keep_people_safe_there_is_no_box(at: AtPlan) -> None:
    here = at.plan.there.here
    given = an_id(f"duty {Duty.SAFEGUARDING}")
    here.act(f.DutyEnded(given=given, until=here.now.date()))
    page = at.as_("Bo")(WRITE)
    assert "You cannot write here yet." in page.text
    assert not page.tree.xpath("//textarea")
    at.write("Bo", text="Mine.", whose=BO, status=422)
    at.write("Bo", do="keep", text="Mine.", whose=BO, status=422)
    assert at.plan.text() == FIRST


def test_another_form_is_written_beside_the_plan_and_is_of_no_new_author(at: AtPlan) -> None:
    address = f"{PLAN}versions/easy_read/write/"
    page = at.as_("Bo")(address)
    assert "Whose words are these?" not in page.text
    over = page.tree.xpath("//input[@name='over']/@value")
    sent = {"do": "save", "base": "", "over": over, "text": "Buses.", "credits": "By Jo."}
    at.as_("Bo").post(address, sent, status=302)
    assert "By Jo." in at.as_("Di")(f"{PLAN}versions/easy_read/").text
    *_, made = at.plan.state.revisions.values()
    assert made.fact.contributor is None
    at.as_("Bo")(f"{PLAN}versions/klingon/write/", status=404)


def test_a_film_is_a_link(at: AtPlan) -> None:
    address = f"{PLAN}versions/bsl/write/"
    over = at.as_("Bo")(address).tree.xpath("//input[@name='over']/@value")
    text = "https://films.example/plan\nThe plan in signs."
    sent = {"do": "save", "base": "", "over": over, "text": text, "credits": "Signed by Ana."}
    at.as_("Bo").post(address, sent, status=302)
    page = at.as_("Di")(f"{PLAN}versions/bsl/")
    assert page.tree.xpath("//main//a[@href='https://films.example/plan']")


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "[x](javascript:alert(1))"])
def test_no_text_becomes_a_part_of_the_page(at: AtPlan, words: str) -> None:
    at.write("Bo", text=words, whose=BO)
    page = at.as_("Di")(PLAN)
    assert words in page.text
    assert not page.tree.xpath("//main//script | //a[contains(@href, 'javascript')]")


@pytest.mark.parametrize("name", ["Una", "Sam"])
def test_nobody_else_writes_the_plan(at: AtPlan, name: str) -> None:
    at.as_(name)(WRITE, status=403)
    at.write(name, whose="duty", status=403)
    assert at.plan.text() == FIRST
