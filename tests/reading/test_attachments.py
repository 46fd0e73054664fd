"""What a phone writes into a file is taken out of it; what is seen and heard stays."""

from __future__ import annotations

import struct

import pytest

from tests.reading.pictures import a_film, a_jpeg, a_png, box
from withus.reading.attachments import NotTaken, plain_file

TOLD = b"51.5N 0.1W by Bo"


@pytest.mark.parametrize(
    ("content", "kind", "seen"),
    [
        (a_jpeg(TOLD), "image/jpeg", b"the picture\xff\x00more"),
        (a_png(TOLD), "image/png", b"IDATx"),
        (a_film(TOLD), "video/mp4", b"mdatit"),
        (b"ID3\x04\x00\x00\x00\x00\x00\x10" + TOLD + b"\xff\xfbsound", "audio/mpeg", b"sound"),
        (b"\xff\xfbsound" + b"TAG" + TOLD.ljust(125), "audio/mpeg", b"sound"),
    ],
)
def test_what_is_told_beside_it_goes_and_the_rest_stays(
    content: bytes, kind: str, seen: bytes
) -> None:
    found, _, plain = plain_file(content)
    assert (found, TOLD in plain, seen in plain) == (kind, False, True)
    assert plain_file(plain)[2] == plain


def test_a_recording_keeps_its_sound_and_loses_its_list() -> None:
    parts = [(b"fmt ", b"0123"), (b"LIST", TOLD), (b"data", b"sound!")]
    body = b"".join(name + struct.pack("<I", len(part)) + part for name, part in parts)
    wav = b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body
    plain = plain_file(wav)[2]
    assert (TOLD in plain, b"sound!" in plain) == (False, True)
    assert struct.unpack("<I", plain[4:8])[0] == len(plain) - 8


@pytest.mark.parametrize(("turned", "kept"), [(6, True), (1, False), (99, False)])
def test_a_picture_held_sideways_still_says_so_and_nothing_else(turned: int, kept: bool) -> None:
    plain = plain_file(a_jpeg(TOLD, turned=turned))[2]
    assert (b"Exif" in plain) is kept
    assert TOLD not in plain
    if kept:
        assert plain_file(plain)[2] == plain


def test_a_film_stays_as_long_as_it_was_and_its_times_are_blank() -> None:
    film = a_film(TOLD)
    plain = plain_file(film)[2]
    assert len(plain) == len(film)
    assert b"\x11" * 8 not in plain
    assert b"\x22" * 8 not in plain
    assert b"udta" not in plain


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg onload='x'>",
        b"%PDF-1.4",
        b"just words",
        a_jpeg()[:9],
        b"\xff\xd8\xff\xe1\xff\xff",
        a_png()[:-20],
        a_png().replace(b"IDATx", b"IDATy"),
        box(b"ftyp", b"isom") + struct.pack(">I4s", 4, b"moov"),
        b"RIFF\x00\x00\x00\x00WAVE",
        b"ID3\x04\x00\x00\x00\x00\x00\x7f",
    ],
)
def test_what_is_none_of_these_or_broken_is_not_taken(content: bytes) -> None:
    with pytest.raises(NotTaken):
        plain_file(content)


@pytest.mark.parametrize("whole", [a_jpeg(TOLD), a_png(TOLD), a_film(TOLD)])
def test_a_file_cut_anywhere_is_refused_or_plain(whole: bytes) -> None:
    for end in range(len(whole)):
        try:
            plain = plain_file(whole[:end])[2]
        except NotTaken:
            continue
        assert TOLD not in plain
