"""What anybody may read of a partnership and its boards."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, at, follow

PARTNERSHIP = "/partnerships/withus.example~thornmere/"


def board(page: Page, base: str) -> None:
    """Come to a board's page by its name."""
    page.goto(base + PARTNERSHIP)
    follow(page, "Coming Home board")


def easy_read(page: Page, base: str) -> None:
    """Come to a board in short words and pictures."""
    board(page, base)
    follow(page, "Short words and pictures")


CASES: dict[str, Way] = {
    "joining:partnerships": at("/partnerships/"),
    "joining:partnership": at(PARTNERSHIP),
    "joining:board": board,
    "joining:easy-read": easy_read,
}
