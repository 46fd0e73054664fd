"""A web page to lines: what a reader of the page would see, without its furniture."""

import re
from collections.abc import Mapping
from typing import cast

from lxml import etree

from withus.reading import moderngov_page
from withus.reading.layout import Layout
from withus.reading.text import decode, set_lines

CHUNK = 65_536
NEVER = frozenset(
    "script style noscript template title select button svg iframe object canvas audio video "
    "datalist textarea".split()
)
FURNITURE = frozenset("nav header footer aside".split())
BODY_PARTS = frozenset("main article section".split())
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
BLOCKS = HEADINGS | frozenset(
    "address article aside blockquote body caption center details dd div dl dt fieldset "
    "figcaption figure footer form header hr legend main nav ol p pre section summary ul".split()
)
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SPACE = re.compile(r"[\s\xa0]+")
TELLS = re.compile(r"attend|present|apolog", re.IGNORECASE)
DECLARED = re.compile(
    rb"charset\s*=\s*[\"']?\s*((?:iso-8859-(?!1\b)|windows-125)\d{1,2})", re.IGNORECASE
)
DECLARED_WITHIN = 2_048


def page_lines(content: bytes) -> tuple[str, list[str]]:
    """Give the kind of page and its lines."""
    declared = DECLARED.search(content[:DECLARED_WITHIN])
    text = decode(content, declared.group(1).decode() if declared else None)
    page = parsed(text, whole=False)
    lines = set_lines(page.layout.finish())
    # Some pages keep their only list of people in what is furniture elsewhere.
    if page.dropped_attendance and not TELLS.search("\n".join(lines)):
        page = parsed(text, whole=True)
        lines = set_lines(page.layout.finish())
    title = SPACE.sub(" ", "".join(page.title)).strip()
    attendance = moderngov_page.attendance_lines(lines, title)
    return ("moderngov", attendance) if attendance else ("html", lines)


def parsed(text: str, *, whole: bool) -> "PageReader":
    """Run the page through a forgiving parser that builds no tree and fetches nothing."""
    reader = PageReader(whole=whole)
    parser = etree.HTMLParser(
        target=cast("etree.ParserTarget", reader),
        no_network=True,
        encoding="utf-8",
        remove_pis=True,
    )
    content = text.encode("utf-8", "replace")
    for start in range(0, len(content), CHUNK):
        parser.feed(content[start : start + CHUNK])
    parser.close()
    return reader


class PageReader:
    """Hears tags and words in order and sets them out."""

    def __init__(self, *, whole: bool) -> None:
        """Read the whole page, or leave its furniture out."""
        self.layout = Layout()
        self.title: list[str] = []
        self.dropped_attendance = False
        self._whole = whole
        self._skipping = 0
        self._body_parts = 0
        self._verbatim = 0
        self._in_title = False
        self._furniture = False
        self._space = True

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take an opening tag."""
        self._in_title = tag == "title"
        if self._skipping or self._is_left_out(tag, attributes):
            self._skipping += 1
            return
        if tag in BODY_PARTS:
            self._body_parts += 1
        elif tag == "pre":
            self._verbatim += 1
        if tag in STARTS:
            STARTS[tag](self.layout)
            self._space = True
        elif tag == "br":
            self.layout.end_line()
            self._space = True

    def end(self, tag: str) -> None:
        """Take a closing tag."""
        self._in_title = False
        if self._skipping:
            self._skipping -= 1
            return
        if tag in BODY_PARTS:
            self._body_parts -= 1
        elif tag == "pre":
            self._verbatim -= 1
        if tag in ENDS:
            ENDS[tag](self.layout)
            self._space = True

    def data(self, words: str) -> None:
        """Take words, with runs of white space as one space."""
        if self._skipping:
            if self._in_title:
                self.title.append(words[:500])
            elif self._furniture and not self.dropped_attendance:
                self.dropped_attendance = TELLS.search(words) is not None
            return
        if self._verbatim:
            first, *others = words.split("\n")
            self.layout.add(first)
            for line in others:
                self.layout.end_line()
                self.layout.add(line)
            return
        words = SPACE.sub(" ", words)
        if self._space and words.startswith(" "):
            words = words[1:]
        if words:
            self.layout.add(words)
            self._space = words.endswith(" ")

    def comment(self, words: str) -> None:
        """Leave comments out."""

    def close(self) -> None:
        """Nothing is left to do at the end of the page."""

    def _is_left_out(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Tell whether an element is never shown, or only frames the page."""
        hidden = "hidden" in attributes or UNSEEN.search(attributes.get("style", ""))
        self._furniture = tag in FURNITURE or bool(hidden)
        if tag in NEVER:
            return True
        if self._whole or tag == "body":
            return False
        if tag in ("header", "footer") and self._body_parts:
            return False
        return self._furniture


STARTS = {
    **dict.fromkeys(BLOCKS, Layout.end_line),
    **dict.fromkeys(HEADINGS, Layout.blank),
    "li": Layout.bullet,
    "dd": Layout.open_meaning,
    "table": Layout.open_table,
    "tr": Layout.open_row,
    "td": Layout.open_cell,
    "th": Layout.open_cell,
}
ENDS = {
    **dict.fromkeys(BLOCKS, Layout.end_line),
    "li": Layout.end_line,
    "dt": Layout.close_term,
    "table": Layout.close_table,
    "tr": Layout.close_row,
    "td": Layout.close_cell,
    "th": Layout.close_cell,
}
