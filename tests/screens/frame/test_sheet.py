"""The one sheet: small, readable, and with nothing in the pages it does not know."""

from __future__ import annotations

import re
from pathlib import Path

import withus.screens.frame

FRAME = Path(withus.screens.frame.__path__[0])
SHEET = (FRAME / "static" / "frame" / "withus.css").read_text(encoding="utf-8")
ATTRIBUTE = re.compile(r'class="([^"]*)"')
TAG = re.compile(r"\{[%{].*?[%}]\}")


def classes(template: str) -> set[str]:
    return {name for told in ATTRIBUTE.findall(TAG.sub(" ", template)) for name in told.split()}


def test_the_sheet_is_at_most_sixteen_kibibytes() -> None:
    assert len(SHEET.encode()) <= 16_384


def test_every_class_in_the_frame_is_in_the_sheet() -> None:
    used = {
        name
        for path in (FRAME / "templates").rglob("*.html")
        for name in classes(path.read_text(encoding="utf-8"))
    }
    known = set(re.findall(r"\.([a-z][\w-]*)", SHEET))
    assert used - known - {"calls", "field", "tiles"} == set()


def test_the_sheet_serves_dark_forced_colours_still_and_paper() -> None:
    for way in (
        "prefers-color-scheme:dark",
        "forced-colors:active",
        "prefers-reduced-motion:reduce",
        "@media print",
        "size:A4",
    ):
        assert way in SHEET


def test_no_words_on_a_screen_are_smaller_than_seven_eighths() -> None:
    screen = SHEET.split("@media print{")[0]
    sizes = [float(size) for size in re.findall(r"font-size:([\d.]+)rem", screen)]
    assert min(sizes) >= 0.875


def test_the_sheet_places_things_by_start_and_end_not_by_left_and_right() -> None:
    sided = re.compile(r"(?:margin|padding|border|inset)-(?:left|right)|[^-\w](?:left|right):")
    assert not sided.search(SHEET)


def test_the_sheet_fetches_nothing() -> None:
    assert "url(" not in SHEET
    assert "@import" not in SHEET
