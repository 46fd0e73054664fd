"""A PDF's text to lines, in the order its maker wrote it.

That order keeps two-column lists apart, which a picture of the page would run together; places
on the page are used only to tell the cells of a table row from one another.
"""

import logging
import re
import unicodedata
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import LimitReachedError

from withus.reading.limits import PAGES
from withus.reading.pdf_lines import PageLines
from withus.reading.refusals import CannotRead
from withus.reading.text import set_lines

PAGE_NUMBER = re.compile(
    r"(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|-\s*\d{1,4}\s*-", re.IGNORECASE
)
END = b"%%EOF"
END_WITHIN = 2_048
ENOUGH_PAGES = 3
EDGES = 2
SPACES = re.compile(" {2,}")
JOINED_LETTERS = re.compile("[\ufb00-\ufb06]")


def pdf_lines(content: bytes) -> list[str]:
    """Give the lines of every page; refuse what is locked, long, or only pictures."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    # The library mends a PDF that breaks off, but with people missing: that would be a wrong count.
    if END not in content[-END_WITHIN:]:
        raise CannotRead("half_a_pdf")
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted:
            raise CannotRead("encrypted")
        if not reader.pages:
            raise CannotRead("broken")
        if len(reader.pages) > PAGES:
            raise CannotRead("too_many_pages")
        pages = [page_lines(page) for page in reader.pages]
    except LimitReachedError as problem:
        raise CannotRead("too_much_inside") from problem
    if not any(line.strip() for lines in pages for line in lines):
        raise CannotRead("pictures_only")
    return set_lines(line for lines in without_edges(pages) for line in lines)


def page_lines(page: PageObject) -> list[str]:
    """Give the lines of a page."""
    lines = PageLines()
    page.extract_text(visitor_text=lines.take)
    return [plain(line) for line in lines.finish()]


def plain(line: str) -> str:
    """Part joined letters, such as fi drawn as one, and close up wide spaces."""
    line = JOINED_LETTERS.sub(lambda found: unicodedata.normalize("NFKC", found.group()), line)
    return SPACES.sub(" ", line)


def without_edges(pages: list[list[str]]) -> list[list[str]]:
    """Leave out page numbers, and from the second page on what every page repeats."""
    pages = [without_number([line for line in lines if line.strip()]) for lines in pages]
    if len(pages) < ENOUGH_PAGES:
        return pages
    for edge in (0, -1):
        for _ in range(EDGES):
            # Only what is the same to the letter: "Member 1" and "Member 2" are two people.
            at_edge = {lines[edge] if lines else "" for lines in pages[1:]}
            if len(at_edge) != 1 or not near_edge(pages[0], *at_edge):
                break
            for lines in pages[1:]:
                del lines[edge]
    return pages


def near_edge(first_page: list[str], line: str) -> bool:
    """Tell whether the first page has the line too, near its top or its foot."""
    return bool(line) and line in first_page[: EDGES + 1] + first_page[-EDGES - 1 :]


def without_number(lines: list[str]) -> list[str]:
    """Leave out a page number that stands alone at the top or the foot."""
    for edge in (0, -1):
        if lines and PAGE_NUMBER.fullmatch(lines[edge].strip()):
            del lines[edge]
    return lines
