"""A Django template read as the page it makes: its words, and what its tags carry."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from tests.house.tree import SOURCE, walk

COMMENTS = re.compile(r"\{#.*?#\}|\{%\s*comment\b.*?%\}.*?\{%\s*endcomment\s*%\}", re.DOTALL)
TRANSLATED = re.compile(
    r"\{%\s*blocktrans(?:late)?\b.*?%\}.*?\{%\s*endblocktrans(?:late)?\s*%\}", re.DOTALL
)
TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
ATTRIBUTE = re.compile(r"""\s*[a-z-]+=["']""")
SILENT = ("script", "style")
UNCLOSED = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}

Attributes = list[tuple[str, str | None]]


@dataclass
class Page(HTMLParser):
    """The words between tags with their line, the tags themselves, and where we are."""

    words: list[tuple[int, str]] = field(default_factory=list)
    tags: list[tuple[int, str, dict[str, str]]] = field(default_factory=list)
    within: list[tuple[str, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        told = {name: value or "" for name, value in attrs}
        self.tags.append((self.getpos()[0], tag, told))
        if tag not in UNCLOSED:
            self.within.append((tag, tag != "html" and bool(told.get("lang"))))

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.tags.append((self.getpos()[0], tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while any(name == tag for name, _ in self.within):
            if self.within.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        silent = any(name in SILENT or own_language for name, own_language in self.within)
        if data.strip() and not silent:
            self.words.append((self.getpos()[0], " ".join(data.split())))


def read_page(template: str) -> Page:
    """Read a template as HTML, with what Django fills in left out and every line kept."""
    page = Page()
    plain = TAGS.sub(blank, uncommented(TRANSLATED.sub(blank, template)))
    only_attributes = "<" not in plain and ATTRIBUTE.match(plain)
    page.feed(f"<span {plain}>" if only_attributes else plain)
    page.close()
    return page


def uncommented(template: str) -> str:
    """Return a template without its comments, every line kept."""
    return COMMENTS.sub(blank, template)


def blank(found: re.Match[str]) -> str:
    """Return as many line ends as were in what is taken out."""
    return "\n" * found.group().count("\n")


def templates() -> list[Path]:
    """Return our templates."""
    return [path for path in walk(SOURCE) if path.suffix in (".html", ".svg")]


def sheets() -> list[Path]:
    """Return our style sheets and scripts."""
    return [path for path in walk(SOURCE) if path.suffix in (".css", ".js")]
