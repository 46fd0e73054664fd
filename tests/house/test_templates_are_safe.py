"""Pages carry no inline style or script and fetch nothing from anyone else; the CSS stays small."""

from __future__ import annotations

import re
from xml.sax.saxutils import unescape

import pytest

from tests.house.pages import read_page, sheets, templates, uncommented
from tests.house.tree import listed, shown

LARGEST_CSS = 16_384
XML_NAMES = re.compile(r"""xmlns(?::\w+)?=(["'])[^"']*\1""")
ADDRESS = re.compile(r"(?:https?:)?//[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def inline_faults(template: str, *, where: str) -> list[str]:
    """Name the tags that carry their own style or script, which our policy would refuse."""
    return [
        f"{where}:{line} <{tag}> {' '.join(told)}"
        for line, tag, told in read_page(template).tags
        if tag == "style"
        or (tag == "script" and "src" not in told and told.get("type") != "application/json")
        or "style" in told
        or any(name.startswith("on") for name in told)
        or any(unescape(value).strip().lower().startswith("javascript:") for value in told.values())
    ]


def address_faults(text: str, *, where: str) -> list[str]:
    """Name every address of another host; the names of XML's own languages are not fetched."""
    fetched = XML_NAMES.sub("", uncommented(CSS_COMMENT.sub("", text)))
    return [f"{where}: {found}" for found in ADDRESS.findall(fetched)]


def test_templates_have_no_inline_style_or_script() -> None:
    faults = [
        fault
        for path in templates()
        for fault in inline_faults(path.read_text(encoding="utf-8"), where=shown(path))
    ]
    assert not faults, listed(faults)


def test_templates_and_sheets_name_no_other_host() -> None:
    faults = [
        fault
        for path in (*templates(), *sheets())
        for fault in address_faults(path.read_text(encoding="utf-8"), where=shown(path))
    ]
    assert not faults, listed(faults)


def test_the_css_is_small_enough_for_a_slow_connection() -> None:
    sizes = {shown(path): path.stat().st_size for path in sheets() if path.suffix == ".css"}
    assert sizes, "no CSS was found: is this test looking in the right place?"
    assert sum(sizes.values()) <= LARGEST_CSS, sizes


@pytest.mark.parametrize(
    "planted",
    [
        "<style>p { color: red }</style>",
        '<p style="color: red">',
        "<script>go()</script>",
        '<a onclick="go()">',
        '<a href=" JavaScript:go()">',
        '{% if a %}<p style="{{ b }}">{% endif %}',
    ],
)
def test_a_planted_inline_style_or_script_is_caught(planted: str) -> None:
    assert inline_faults(planted, where="x.html")


def test_what_is_not_inline_passes() -> None:
    fine = '<link rel="stylesheet" href="/a.css"><script src="/a.js"></script><p class="on">'
    assert inline_faults(fine, where="x.html") == []


@pytest.mark.parametrize(
    "planted",
    ['<img src="https://a.example/x.png">', "@import url(//fonts.example.org/a.css)"],
)
def test_a_planted_address_is_caught(planted: str) -> None:
    assert address_faults(planted, where="x")


def test_the_name_of_an_xml_language_is_no_address() -> None:
    assert address_faults('<svg xmlns="http://www.w3.org/2000/svg">', where="x.svg") == []
