"""What kind of file it is, by what is in it and never by its name."""

import re

from withus.reading.refusals import CannotRead
from withus.reading.text import decode

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
PDF_WITHIN = 1_024
LOOKED_AT = 16_384
BEFORE_TAGS = re.compile(r"(?:\s+|<!--.*?-->|<\?(?!xml).*?\?>)*", re.DOTALL)
DECLARATION = re.compile(r"<\?xml\b.*?\?>", re.DOTALL | re.IGNORECASE)
FIRST_TAG = re.compile(r"<([A-Za-z_][\w.:-]*)(?:[\s/>]|$)")
PAGE = re.compile(r"<!doctype\s+html|<html\b", re.IGNORECASE)
PAGE_TAGS = frozenset(
    "article body br caption center dd div dl dt font form h1 h2 h3 h4 h5 h6 head header "
    "hr html li link main meta nav ol p pre section script span strong style table tbody "
    "td th thead title tr ul".split()
)


def kind_of(content: bytes) -> str:
    """Tell text, html, docx, pdf or xml apart; refuse what can be none of them."""
    if content.startswith(OLE):
        raise CannotRead("encrypted" if LOCKED in content else "old_word")
    if content.startswith(ZIPS):
        return "docx"
    if b"%PDF-" in content[:PDF_WITHIN]:
        return "pdf"
    if not content.strip():
        raise CannotRead("empty")
    return written_kind(decode(content[:LOOKED_AT]))


def written_kind(start: str) -> str:
    """Tell a web page and XML from plain text, by the first tag."""
    begins = start[end_of(BEFORE_TAGS, start, 0) :]
    if PAGE.match(begins):
        return "html"
    declared = DECLARATION.match(begins)
    if declared:
        rest = begins[end_of(BEFORE_TAGS, begins, declared.end()) :]
        return "html" if PAGE.match(rest) else "xml"
    if begins[:9].lower() in ("<!doctype", "<!entity "):
        return "xml"
    tag = FIRST_TAG.match(begins)
    if not tag:
        return "text"
    return "html" if tag.group(1).lower() in PAGE_TAGS else "xml"


def end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Tell where the pattern stops matching, or the start where it does not match."""
    found = pattern.match(text, start)
    return found.end() if found else start
