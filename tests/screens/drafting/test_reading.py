"""The plan read: by those on its boards in words, by others in how far it has come."""

from __future__ import annotations

import pytest

from tests.a_plan import FIRST, sits
from tests.a_work import WORK
from tests.kept import a_record
from tests.screens.drafting.people import PLAN, AtPlan, writing
from tests.screens.meeting.people import AMBLEFORD, anybody
from tests.screens.page_checks import words
from withus.actions.wording import count_words
from withus.core.facts import keeping as k
from withus.core.words import MotionKind, Version, WithdrawnGround

pytestmark = a_record


@pytest.fixture
def at(db: None) -> AtPlan:
    """The plan, and its people at their browsers."""
    return writing()


def test_those_on_the_board_read_the_text_with_its_headings_in_the_outline(at: AtPlan) -> None:
    page = at.as_("Di")(PLAN)
    assert page.h1 == "The plan: Getting home at night"
    assert page.tree.xpath("string(//h2[1])") == "Coming home"
    assert "A bus at ten." in page.text
    assert "Draft 1, saved on 23 November 2026. Not agreed yet." in page.text
    assert "Draws on care and support" in page.text


@pytest.mark.parametrize("name", ["", "Una"])
def test_others_see_how_many_texts_there_are_and_no_word(at: AtPlan, name: str) -> None:
    page = (at.as_(name) if name else anybody())(PLAN)
    assert "There is one draft of the plan, of 23 November 2026." in page.text
    assert "A bus at ten." not in page.text
    assert "Coming home" not in page.text


def test_the_page_of_the_work_tells_how_its_plan_stands(at: AtPlan) -> None:
    page = anybody()(f"{AMBLEFORD}works/{WORK}/")
    assert "Draft 1, saved on 23 November 2026. Not agreed yet." in page.text
    assert "Write the plan" in at.as_("Bo")(f"{AMBLEFORD}works/{WORK}/").text


def test_a_plan_nobody_has_begun_says_so(db: None) -> None:
    at = writing(text="")
    assert "Nobody has written anything yet." in at.as_("Bo")(PLAN).text
    assert "Write a first draft" in at.as_("Bo")(PLAN).text
    at.as_("Bo")(f"{PLAN}compare/", status=404)
    at.as_("Bo")(f"{PLAN}export.md", status=404)


def test_whose_words_it_is_made_of_is_told_once_it_is_counted(at: AtPlan) -> None:
    at.plan.save(FIRST.replace("ten", "eleven"), by="Flo")
    assert "The words are being counted." in at.as_("Bo")(PLAN).text
    count_words(WORK)
    page = at.as_("Bo")(PLAN)
    (section,) = page.tree.xpath("//section[h2[.='Whose words'] or .//h2[.='Whose words']]")
    assert "Draws on care and support: 13 of 14" in words(section)
    assert "Yours: 13 of 14" in words(section)
    assert section.xpath(".//svg[@role='img']/title")
    assert len(section.xpath(".//ul[@class='key']/li")) == 2
    assert "Yours" not in words(at.as_("Eve")(PLAN).tree)
    assert "Whose words" not in anybody()(PLAN).text


def test_what_was_agreed_says_so(at: AtPlan) -> None:
    at.plan.there.decided(at.plan.last(), MotionKind.TEXT)
    assert "A board agreed it." in at.as_("Bo")(PLAN).text
    assert "A board agreed it." in anybody()(f"{AMBLEFORD}works/{WORK}/").text


def test_what_was_decided_stands_apart(at: AtPlan) -> None:
    at.plan.save("# Buses\n\nWe talk.\n\n## Decided [decisions]\n\nOne bus.\n\n## Next\n\nMore.")
    page = at.as_("Bo")(PLAN)
    (card,) = page.tree.xpath("//main//div[contains(@class, 'counted')]")
    assert "One bus." in card.text_content()
    assert "More." not in card.text_content()
    assert "[decisions]" not in page.text


def test_texts_lead_from_one_to_the_next_without_scripts(at: AtPlan) -> None:
    first = at.plan.last()
    second = at.plan.save(f"{FIRST}\n\nAsk Jo.", by="Flo")
    page = at.as_("Bo")(f"{PLAN}revisions/{first}/")
    assert "This is not the last draft." in page.text
    assert "Ask Jo." not in page.text
    assert page.tree.xpath("//a[.='The one after']/@href") == [f"{PLAN}revisions/{second}/"]
    page = at.as_("Bo")(f"{PLAN}revisions/{second}/")
    assert "This is the draft that stands." in page.text
    assert "Paid to run services" in page.text
    assert "There are 2, the last first." in at.as_("Bo")(f"{PLAN}revisions/").text
    at.as_("Bo")(f"{PLAN}revisions/nobody/", status=404)


def test_what_differs_is_told_by_words_and_not_by_colour_alone(at: AtPlan) -> None:
    at.plan.save(FIRST.replace("ten", "eleven"), by="Di")
    page = at.as_("Bo")(f"{PLAN}compare/")
    assert "1 word put in, 1 taken out." in page.text
    assert "[Taken out: ten.]" in page.text
    assert "[Put in: eleven.]" in page.text
    assert "One passage is the same." in page.text
    page = at.as_("Bo")(f"{PLAN}compare/?from=2&to=1")
    assert "[Put in: ten.]" in page.text
    for wrong in ("from=0&to=99", "from=x&to=²", "from=&to="):
        assert "eleven" in at.as_("Bo")(f"{PLAN}compare/?{wrong}").text


@pytest.mark.parametrize("name", ["", "Una"])
@pytest.mark.parametrize("path", ["revisions/", "compare/", "suggestions/", "export.md"])
def test_texts_are_for_those_on_the_boards(at: AtPlan, name: str, path: str) -> None:
    if name:
        at.as_(name)(f"{PLAN}{path}", status=403)
    else:
        anybody()(f"{PLAN}{path}", status=302)


def test_words_taken_from_view_leave_a_gap_on_every_page(at: AtPlan) -> None:
    first = at.plan.last()
    at.plan.save(f"{FIRST}\n\nAsk Jo.", by="Flo")
    entry = at.plan.state.revisions[first].entry
    for path in ("text", "paragraphs"):
        withdrawn = k.TextWithdrawn(
            entry=entry,
            path=path,
            ground=WithdrawnGround.PRIVATE,
            appeal_by=at.plan.there.here.now.date(),
            reason="It names somebody.",
        )
        at.plan.there.here.act(withdrawn, by="Fay")
    page = at.as_("Bo")(PLAN)
    assert "A bus at ten." not in page.text
    assert "3 passages can no longer be shown." in page.text
    assert "Ask Jo." in page.text
    assert "can no longer be shown" in at.as_("Bo")(f"{PLAN}revisions/{first}/").text
    assert "can no longer be shown" in at.as_("Bo")(f"{PLAN}compare/").text
    assert at.as_("Bo")(f"{PLAN}write/").tree.xpath("string(//textarea)").strip() == "Ask Jo."


def test_another_form_names_who_made_it_and_says_of_which_text(at: AtPlan) -> None:
    easy = f"{PLAN}versions/easy_read/"
    at.as_("Bo")(easy, status=404)
    at.plan.save(
        "Buses.\n\nAt ten.",
        by="Fay",
        holding=None,
        version=Version.EASY_READ,
        credits="By Jo. Checked by the Tuesday group.",
    )
    page = at.as_("Bo")(easy)
    assert "By Jo. Checked by the Tuesday group." in page.text
    assert "It says what this says: Draft 1" in page.text
    assert "Easy Read" in at.as_("Bo")(PLAN).tree.xpath("string(//ul[@class='ways'])")
    assert "A bus at ten." in at.as_("Bo")(PLAN).text
    at.plan.save("Another.", by="Bo", bases=frozenset({at.plan.last()}), holding=sits("Bo"))
    assert "The plan was changed since." in at.as_("Bo")(easy).text
    at.as_("Bo")(f"{PLAN}versions/klingon/", status=404)
