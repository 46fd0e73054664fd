"""A file is what is in it; its name proves nothing."""

from __future__ import annotations

import pytest

from tests.reading import samples
from withus.reading.kinds import kind_of
from withus.reading.refusals import CannotRead


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("text", samples.TEXT),
        ("text", b"Members present < 5\nPerson One"),
        ("html", samples.PAGE),
        ("html", b"\xef\xbb\xbf\n<!-- saved -->\n<table><tr><td>Present"),
        ("html", b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html/>'),
        ("html", "<html>Présent".encode("cp1252")),
        ("xml", samples.MEETING),
        ("xml", b'<?xml version="1.0"?>\n<rss/>'),
        ("xml", "\ufeff<meeting/>".encode("utf-16-le")),
        ("xml", b"<!DOCTYPE meeting [ ]><meeting/>"),
        ("pdf", b"\n\n%PDF-1.7\n"),
        ("docx", samples.word_file()),
    ],
)
def test_the_kind_is_told_by_the_content(kind: str, content: bytes) -> None:
    assert kind_of(content) == kind


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("empty", b""),
        ("empty", b" \r\n\t "),
        ("binary", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("binary", b"text with a nought \x00 in it"),
        ("old_word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512),
        (
            "encrypted",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00" + "EncryptedPackage".encode("utf-16-le"),
        ),
    ],
)
def test_what_can_be_nothing_of_ours_is_refused_at_once(code: str, content: bytes) -> None:
    with pytest.raises(CannotRead) as refused:
        kind_of(content)
    assert refused.value.code == code
