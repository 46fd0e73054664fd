"""What the tests of this room share: real minutes, and what a form carries from page to page."""

from __future__ import annotations

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from lxml.html import HtmlElement

from tests.screens.conftest import Page, Visit

MINUTES = Path(__file__).parents[2] / "data" / "minutes"
DEVON = sorted((MINUTES / "published" / "devon-send-board").glob("*.txt"))
OTHERS = [
    MINUTES / "published" / "older-grouped" / "2005-03-10.txt",
    MINUTES / "published" / "council-roll-call" / "2021-09-14.txt",
]


def texts(paths: list[Path]) -> list[str]:
    return [path.read_text("utf-8") for path in paths]


def carried(page: Page) -> dict[str, str]:
    """Return what the first form of a page carries, hidden."""
    found: list[HtmlElement] = page.tree.xpath("//main//input[@type='hidden']")
    wanted = ("check", "lines", "place")
    return {one.get("name", ""): one.get("value", "") for one in found if one.get("name") in wanted}


def paste(visit: Visit, *minutes: str, status: int = 200, **more: str) -> Page:
    return visit.post("/check/", {"minutes": list(minutes), **more}, status=status)


def to_result(visit: Visit, page: Page, **answers: str) -> Page:
    return visit.post("/check/result/", {**carried(page), **answers})


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
