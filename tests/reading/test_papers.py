"""A paper is known by what is in it; programs and web pages are none, whatever they are called."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from withus.reading.papers import OPEN_TEXT, WORD, kind_of_paper


def a_zip(**parts: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name, words in parts.items():
            made.writestr(
                name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), words
            )
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (b"%PDF-1.7 ...", "pdf"),
        (b"\n\n%PDF-1.4", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"\xff\xd8\xff\xe0", "jpg"),
        (b"ID3\x03", "mp3"),
        (b"OggS\x00", "ogg"),
        (b"RIFF\x00\x00\x00\x00WAVE", "wav"),
        (b"\x00\x00\x00\x18ftypM4A ", "m4a"),
        (b"\x00\x00\x00\x18ftypisom", "mp4"),
        (b"\x1a\x45\xdf\xa3", "webm"),
        (b"Caffi a bws: nos da", "txt"),
    ],
)
def test_what_we_keep_is_known_by_how_it_begins(content: bytes, ending: str) -> None:
    found = kind_of_paper(content)
    assert found is not None
    assert found[1] == ending


def test_word_and_opendocument_are_told_from_other_archives() -> None:
    assert kind_of_paper(a_zip(word__document_xml="x")) == (WORD, "docx")
    assert kind_of_paper(a_zip(mimetype=OPEN_TEXT)) == (OPEN_TEXT, "odt")
    assert kind_of_paper(a_zip(mimetype="application/other")) is None
    assert kind_of_paper(a_zip(other="x")) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   ",
        b"<!doctype html><p>",
        b"\xef\xbb\xbf <svg onload=x>",
        b'{"a": 1}',
        b"MZ\x90\x00\xff",
        b"PK\x03\x04 cut short",
        b"\xff\x00\xfe",
        b"words\x00words",
        a_zip(word__document_xml="x", word__vbaProject_bin="x"),
    ],
)
def test_what_may_run_or_cannot_be_read_is_no_paper(content: bytes) -> None:
    assert kind_of_paper(content) is None
