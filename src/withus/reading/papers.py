"""What kind of file a paper is: by what is in it, and never by its name. It is kept as it came."""

from __future__ import annotations

import zipfile
from io import BytesIO

MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"ID3", "audio/mpeg", "mp3"),
    (b"\xff\xfb", "audio/mpeg", "mp3"),
    (b"\xff\xf3", "audio/mpeg", "mp3"),
    (b"OggS", "audio/ogg", "ogg"),
    (b"\x1a\x45\xdf\xa3", "video/webm", "webm"),
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
PDF_WITHIN = 1_024
MOST_PARTS = 2_000  # of a Word or OpenDocument file


def kind_of_paper(content: bytes) -> tuple[str, str] | None:
    """Tell the kind of a paper's file, as the web names it, and how its name ends.

    Not: web pages, programs, and files with programs in them (macros): None for all of those.
    """
    for begins, kind, ending in MAGIC:
        if content.startswith(begins):
            return kind, ending
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return "audio/wav", "wav"
    if content[4:8] == b"ftyp":
        return ("audio/mp4", "m4a") if content[8:11] == b"M4A" else ("video/mp4", "mp4")
    if content.startswith(b"PK\x03\x04"):
        return _in_a_zip(content)
    if b"%PDF-" in content[:PDF_WITHIN]:
        return "application/pdf", "pdf"
    return _plain(content)


def _in_a_zip(content: bytes) -> tuple[str, str] | None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as found:
            names = set(found.namelist())
            if len(names) > MOST_PARTS or any("vba" in each.lower() for each in names):
                return None
            if "word/document.xml" in names:
                return WORD, "docx"
            if "mimetype" in names and found.getinfo("mimetype").file_size < 200:
                told = found.read("mimetype")
                return (OPEN_TEXT, "odt") if told == OPEN_TEXT.encode() else None
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        return None
    return None


def _plain(content: bytes) -> tuple[str, str] | None:
    try:
        words = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    first = words.lstrip("\ufeff \t\r\n")[:1]
    plain = bool(first) and first not in ("<", "{") and "\x00" not in words
    return ("text/plain; charset=utf-8", "txt") if plain else None
