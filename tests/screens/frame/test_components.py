"""The parts that rooms build their pages of."""

from __future__ import annotations

from typing import Any, cast

import pytest
from django.template import engines
from django.utils.safestring import mark_safe
from lxml import html

from tests.screens.page_checks import fields, identities, inline, words
from withus.core.words import Capacity

TABLE = {
    "caption": "People listed as present",
    "headers": ["Meeting", "Carers", "All"],
    "rows": [["8 February 2024", 2, 15], ["27 March 2025", 0, 21]],
    "foot": ["Places taken", 2, 36],
}
FINDING = {
    "id": "company",
    "heading": "Did they always have company?",
    "shows": "not",
    "sentence": mark_safe("At <b>2 of the 6 meetings</b> one person was on their own."),
    "picture": mark_safe('<svg role="img" aria-label="A room"></svg>'),
    "caption": "Each mark is one person.",
    "table": TABLE,
    "trace": "Counted from six lists.",
}


def drawn(component: str, **told: Any) -> html.HtmlElement:
    """Draw a component beside the marks it may use, and check what is true of all of them."""
    source = (
        '{% include "frame/components/marks.svg.html" %}'
        '<div id="here">{% include component %}</div>'
    )
    context = {"component": f"frame/components/{component}.html", **told}
    page = engines["django"].from_string(source).render(context)
    tree = cast(html.HtmlElement, html.document_fromstring(page))
    faults = [*fields(tree), *identities(tree), *inline(tree)]
    faults = [fault for fault in faults if "nothing has the id" not in fault]
    assert not faults, faults
    return tree.get_element_by_id("here")


def test_an_error_summary_is_announced_and_links_to_the_fields() -> None:
    errors = [{"field": "minutes", "sentence": "Put in the minutes"}, {"sentence": "Try again"}]
    here = drawn("error_summary", errors=errors)
    (box,) = here.xpath("./div[@role='alert'][@tabindex='-1']")
    assert words(box.xpath("./h2")[0]) == "2 things to put right"
    assert box.xpath(".//a/@href") == ["#minutes"]
    assert box.get("aria-labelledby") == box.xpath("./h2/@id")[0]


def test_without_errors_there_is_no_error_summary() -> None:
    assert words(drawn("error_summary", errors=[])) == ""
    assert not drawn("error_summary", errors=[]).xpath("./*")


@pytest.mark.parametrize("kind", ["text", "date", "textarea", "select", "file"])
def test_a_field_says_its_label_hint_and_error(kind: str) -> None:
    told = {"id": "m", "name": "minutes", "kind": kind, "label": "The minutes"}
    here = drawn("field", **told, hint="One person a line", error="Put in the minutes")
    (field,) = here.xpath(".//*[@name='minutes']")
    assert here.xpath(".//label[@for='m']/text()") == ["The minutes"]
    described = [here.xpath("//*[@id=$i]", i=i)[0] for i in field.get("aria-describedby").split()]
    assert [words(found) for found in described] == [
        "One person a line",
        "Error: Put in the minutes",
    ]
    assert field.get("aria-invalid") == "true"


def test_a_field_without_hint_or_error_points_at_nothing() -> None:
    (field,) = drawn("field", id="b", name="board", label="Board").xpath(".//input")
    assert field.get("aria-describedby") is None
    assert field.get("aria-invalid") is None
    assert (field.get("type"), field.get("value")) == ("text", "")


def test_a_field_shows_what_was_typed_and_never_as_markup() -> None:
    typed = '</textarea><script>"x"</script>'
    here = drawn("field", id="m", name="m", label="M", kind="textarea", value=typed)
    assert here.xpath(".//textarea")[0].text.strip() == typed
    (field,) = drawn("field", id="m", name="m", label="M", value='" onfocus="x').xpath(".//input")
    assert field.get("value") == '" onfocus="x'


def test_a_field_keeps_what_was_chosen() -> None:
    options = [("services", "Paid by services"), ("unsure", "Cannot tell")]
    told = {"id": "c", "name": "c", "label": "C", "kind": "select", "options": options}
    here = drawn("field", **told, value="unsure")
    assert here.xpath(".//option[@selected]/text()") == ["Cannot tell"]


def test_a_field_for_several_files_says_so() -> None:
    told = {"id": "f", "name": "f", "label": "F", "kind": "file", "many": True, "accept": ".docx"}
    (field,) = drawn("field", **told).xpath(".//input[@type='file']")
    assert "multiple" in field.attrib
    assert field.get("accept") == ".docx"


@pytest.mark.parametrize(
    ("many", "kind", "value"), [(False, "radio", "b"), (True, "checkbox", "b")]
)
def test_choices_stand_under_one_question(many: bool, kind: str, value: str) -> None:
    options = [("a", "One"), ("b", "Two")]
    told = {"id": "k", "name": "k", "legend": "Which?", "options": options, "error": "Choose one"}
    here = drawn("choices", **told, many=many, value="b")
    assert words(here.xpath(".//legend")[0]) == "Which?"
    assert here.xpath(f".//input[@type='{kind}'][@checked]/@value") == ["b"]
    assert here.xpath(".//input[@id='k']/@value") == ["a"], "an error links to the first choice"


@pytest.mark.parametrize("code", [*Capacity, "empty"])
def test_every_capacity_has_a_mark_of_its_own(code: str) -> None:
    here = drawn("mark", code=code)
    (mark,) = here.xpath("./svg")
    assert mark.get("aria-hidden") == "true"
    pointed = mark.xpath("./use/@href")[0].removeprefix("#")
    assert here.xpath("//symbol[@id=$i][@viewbox='0 0 24 24']", i=pointed)


def test_no_two_marks_are_alike_in_shape() -> None:
    symbols = drawn("mark", code="other").xpath("//symbol[starts-with(@id, 'm-')]")
    shapes = {
        tuple(
            (part.tag, part.get("d"), part.get("stroke-dasharray"), part.get("r"))
            for part in symbol
        )
        for symbol in symbols
    }
    assert len(symbols) == len(Capacity) + 1
    assert len(shapes) == len(symbols), "shape tells them apart, not colour alone"


def test_bars_have_their_patterns() -> None:
    patterns = drawn("mark", code="other").xpath("//pattern/@id")
    assert {"p-c", "p-s", "p-o"} <= set(patterns)


@pytest.mark.parametrize(
    ("shows", "said"), [("shown", "Shown"), ("not", "Not shown"), ("cant", "Cannot tell")]
)
def test_a_verdict_says_its_word_beside_its_mark(shows: str, said: str) -> None:
    here = drawn("verdict", shows=shows)
    assert words(here) == said
    assert here.xpath(".//use/@href") == [f"#i-{shows}"]
    assert words(drawn("verdict", shows=shows, words="At one meeting")) == "At one meeting"


def test_a_table_names_its_rows_and_columns_and_can_be_scrolled_by_keyboard() -> None:
    here = drawn("table", table=TABLE)
    (region,) = here.xpath("./div[@role='region'][@tabindex='0']")
    assert region.get("aria-label") == words(here.xpath(".//caption")[0])
    assert [words(cell) for cell in here.xpath(".//thead//th[@scope='col']")] == TABLE["headers"]
    assert [words(cell) for cell in here.xpath(".//tbody//th[@scope='row']")] == [
        "8 February 2024",
        "27 March 2025",
    ]
    assert [words(cell) for cell in here.xpath(".//tfoot//td")] == ["2", "36"]


def test_a_nought_in_a_table_is_shown() -> None:
    cells = drawn("table", table=TABLE).xpath(".//tbody/tr[2]/td")
    assert [words(cell) for cell in cells] == ["0", "21"]


def test_a_finding_stands_in_the_order_sentence_picture_table_trace() -> None:
    here = drawn("finding", finding=FINDING)
    said = words(here)
    order = [
        "Did they always",
        "Not shown",
        "2 of the 6 meetings",
        "Each mark",
        "same as a table",
        "Counted from six lists.",
    ]
    assert [said.index(part) for part in order] == sorted(said.index(part) for part in order)
    assert here.xpath("./article/@id") == ["company"]


def test_a_finding_without_picture_or_table_leaves_no_gap() -> None:
    bare = {"heading": "Who chose them?", "shows": "cant", "sentence": "The minutes do not say."}
    here = drawn("finding", finding=bare)
    assert not here.xpath(".//figure | .//details | .//*[@class='trace']")


def test_a_sentence_is_not_taken_for_markup_unless_it_says_so() -> None:
    here = drawn("finding", finding={**FINDING, "sentence": "<b>bold</b>"})
    assert "<b>bold</b>" in words(here)


def test_a_summary_list_says_what_each_change_changes() -> None:
    rows = [
        {"name": "Board", "value": "SEND", "href": "#b", "change": "the board"},
        {"name": "Read on", "value": "23 November"},
    ]
    here = drawn("summary_list", rows=rows)
    assert [words(term) for term in here.xpath(".//dt")] == ["Board", "Read on"]
    assert [words(link) for link in here.xpath(".//a")] == ["Change the board"]


def test_a_notice_says_its_words_with_or_without_a_heading() -> None:
    assert words(drawn("notice", heading="Wait", words="Not yet.")) == "WaitNot yet."
    assert not drawn("notice", words="Not yet.").xpath(".//h2")
