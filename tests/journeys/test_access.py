"""Each page at its address, in a real browser: axe, a narrow screen, dark, forced colours."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.access import faults, violations
from tests.journeys.pages import ACCESSIBILITY_CASES

pytestmark = pytest.mark.browser
ALSO_DARK = ["home", "checking:example", "checking:people", "joining:board", "keeping:record"]


DRAWN = re.compile(r'csrfmiddlewaretoken" value="[^"]*"')  # it is drawn anew for each form


@pytest.fixture(scope="module")
def looked_at() -> dict[str, list[str]]:
    """Return what was found on each page that was looked at; many addresses lead to the same."""
    return {}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page whose policy is set aside, so that axe can be put into it."""
    with browser.new_context(bypass_csp=True) as context:
        yield context.new_page()


@pytest.mark.parametrize("name", ACCESSIBILITY_CASES)
def test_a_page_is_open_to_all(
    page: Page, served: str, looked_at: dict[str, list[str]], name: str
) -> None:
    ACCESSIBILITY_CASES[name](page, served)
    same = DRAWN.sub("", page.content())  # as another address left it, letter by letter
    if same not in looked_at:
        looked_at[same] = faults(page)
    assert looked_at[same] == []


@pytest.mark.parametrize("name", ALSO_DARK)
def test_a_page_is_open_to_all_in_the_dark_and_in_forced_colours(
    page: Page, served: str, name: str
) -> None:
    ACCESSIBILITY_CASES[name](page, served)
    page.emulate_media(color_scheme="dark")
    dark = violations(page)
    page.emulate_media(color_scheme="light", forced_colors="active")
    forced = violations(page)
    page.emulate_media(forced_colors="none")
    assert dark + forced == []


def test_planted_faults_are_caught(page: Page, served: str) -> None:
    page.goto(served + "/")
    page.evaluate(
        """() => { const main = document.querySelector('main');
        main.insertAdjacentHTML('beforeend',
          '<img src="data:,x"><input type="text"><button></button>' +
          '<p class="nb" id="wide">' + 'wide '.repeat(200) + '</p>'); }"""
    )
    found = " ".join(faults(page))
    for fault in ("image-alt", "label", "button-name", "sideways"):
        assert fault in found
