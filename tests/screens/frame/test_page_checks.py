"""The checks that every page goes through find what they look for."""

from __future__ import annotations

import pytest
from lxml import html

from tests.screens import page_checks

WHOLE = (
    '<html lang="en"><head><title>A page – Withus</title></head><body>'
    '<a href="#main">Skip</a><header><nav aria-label="Main"></nav></header>'
    '<main id="main"><h1>A page</h1>{}</main>'
    '<footer><a href="tel:999">9</a><a href="tel:111">1</a><a href="tel:116123">S</a></footer>'
    "</body></html>"
)


def faults(page: str) -> list[str]:
    tree = html.document_fromstring(page)
    return [fault for check in page_checks.PAGE_CHECKS for fault in check(tree)]


def test_a_whole_page_passes_every_check() -> None:
    assert faults(WHOLE.format('<label for="a">A</label><input id="a" name="a">')) == []


@pytest.mark.parametrize(
    ("planted", "caught"),
    [
        ("<h1>Again</h1>", "there are 2 h1"),
        ("<h3>Too deep</h3>", "a level of heading is left out"),
        ("<h2></h2>", "an empty h2"),
        ('<nav aria-label="Main"></nav>', "the navs are called"),
        ('<input name="a">', "no label"),
        ("<textarea></textarea>", "no label"),
        ('<label for="a"></label><select id="a"></select>', "no label"),
        ("<button></button>", "no words"),
        ('<a href="/"><svg></svg></a>', "no words"),
        ('<svg role="img"></svg>', "a picture without a name"),
        ('<img src="/a.png">', "a picture without a name"),
        ('<p id="b"></p><p id="b"></p>', "the id 'b' is there 2 times"),
        ('<a href="#gone">Go</a>', "nothing has the id 'gone'"),
        ('<p aria-describedby="gone"></p>', "nothing has the id 'gone'"),
        ("<script></script>", "<script> in the page"),
        ("<style></style>", "<style> in the page"),
        ('<p style="color: red"></p>', "a style on <p>"),
        ('<p onclick="go()"></p>', "a script in an attribute"),
        ('<a href="https://elsewhere.example">E</a>', "an address elsewhere"),
        ('<img alt="" src="//elsewhere.example/a">', "an address elsewhere"),
        ('<img alt="" rel="external" src="https://elsewhere.example/a">', "an address elsewhere"),
        ('<a href="javascript:go()">E</a>', "an address elsewhere"),
    ],
)
def test_a_planted_fault_in_the_main_part_is_caught(planted: str, caught: str) -> None:
    assert any(caught in fault for fault in faults(WHOLE.format(planted)))


@pytest.mark.parametrize(
    ("taken", "caught"),
    [
        (' lang="en"', "does not say its language"),
        ("A page – Withus", "the title is"),
        (" – Withus", "the title is"),
        ("<h1>A page</h1>", "there are 0 h1"),
        ('<a href="#main">Skip</a>', "no link past the head"),
        (' aria-label="Main"', "the navs are called"),
        ('<a href="tel:116123">S</a>', "the numbers in the foot"),
    ],
)
def test_what_is_missing_from_a_page_is_caught(taken: str, caught: str) -> None:
    assert any(caught in fault for fault in faults(WHOLE.format("").replace(taken, "", 1)))


def test_a_link_elsewhere_that_says_so_passes() -> None:
    link = '<a rel="external" href="https://council.example/minutes">The minutes</a>'
    assert faults(WHOLE.format(link)) == []


@pytest.mark.parametrize(
    "told", ["", "default-src 'none'", "default-src *; style-src 'self'; img-src 'self'"]
)
def test_a_weaker_policy_is_caught(told: str) -> None:
    headers = {"Content-Security-Policy": told}
    assert any("the policy is" in fault for fault in page_checks.policy(headers))
