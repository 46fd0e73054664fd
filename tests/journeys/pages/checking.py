"""Checking a board's minutes, from a paste to a letter."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.going import Way, at, press

MINUTES = Path(__file__).parents[2] / "data" / "minutes" / "published"
DEVON = sorted((MINUTES / "devon-send-board").glob("*.txt"))
OTHERS = [
    MINUTES / "older-grouped" / "2005-03-10.txt",
    MINUTES / "council-roll-call" / "2021-09-14.txt",
]


def read(page: Page, base: str) -> None:
    """Paste a meeting and come to the page of people."""
    page.goto(base + "/check/")
    page.get_by_label("The minutes").fill(DEVON[0].read_text("utf-8"))
    press(page, "See who was in the room")


def change(page: Page, base: str) -> None:
    """Come to the page about one place."""
    read(page, base)
    page.get_by_text("All 14 places listed").click()
    press(page, "Change Chief Executive")


def result(page: Page, base: str) -> None:
    """Come to the result."""
    read(page, base)
    press(page, "See the result")


def letters(page: Page, base: str) -> None:
    """Come to the letters."""
    result(page, base)
    press(page, "Write to the board")


def letter(page: Page, base: str) -> None:
    """Come to a letter made a page."""
    letters(page, base)
    press(page, "Make a page to print")


def refused(page: Page, base: str) -> None:
    """Come to the first page with something to put right."""
    page.goto(base + "/check/")
    press(page, "See who was in the room")


def wrong_file(page: Page, base: str) -> None:
    """Open a file that is no check."""
    page.goto(base + "/check/")
    page.get_by_label("Your file").set_input_files(
        {"name": "other.json", "mimeType": "application/json", "buffer": b"{}"}
    )
    press(page, "Open it")


CASES: dict[str, Way] = {
    "checking:start": refused,
    "checking:open": wrong_file,
    "checking:example": at("/check/example/"),
    "checking:wrong": at("/check/wrong/"),
    "checking:people": read,
    "checking:place": change,
    "checking:result": result,
    "checking:save": result,  # a file, and no page: the page it is on
    "checking:letters": letters,
    "checking:letter": letter,
}
