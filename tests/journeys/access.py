"""What access by all asks of a page in a real browser, beyond what its markup shows."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = Axe().axe_script
NARROW = 320  # CSS pixels: a page of 1,280 at 400 %


def violations(page: Page) -> list[str]:
    """Return what axe finds against WCAG 2.2 AA and best practice.

    Of what it tried in vain, a hundred times as much as it finds, nothing need leave the browser.
    """
    page.evaluate(AXE)
    asked = {"runOnly": RULES, "resultTypes": ["violations"]}
    found = page.evaluate("asked => axe.run(asked).then(told => told.violations)", asked)
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def sideways(page: Page) -> int:
    """Return how far a page scrolls sideways on a narrow screen, in CSS pixels."""
    before = page.viewport_size
    page.set_viewport_size({"width": NARROW, "height": 640})
    over: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if before:
        page.set_viewport_size(before)
    return max(0, over)


def small_targets(page: Page) -> list[str]:
    """Return buttons, fields and links of lists that are smaller than 24 by 24 CSS pixels."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('button, select, input:not([type=hidden]), summary')]
        .filter(one => one.checkVisibility())
        .filter(one => { const box = one.getBoundingClientRect();
            return box.width < 24 || box.height < 24; })
        .map(one => one.outerHTML.slice(0, 120))"""
    )
    return found


def faults(page: Page) -> list[str]:
    """Return everything found on a page as it stands."""
    over = sideways(page)
    wide = [f"scrolls sideways by {over} px at {NARROW}"] if over else []
    return [*violations(page), *wide, *(f"small: {one}" for one in small_targets(page))]
