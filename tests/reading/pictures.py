"""Small pictures and recordings, with what a phone writes into them."""

from __future__ import annotations

import struct
import zlib


def a_jpeg(told: bytes = b"", *, turned: int = 1) -> bytes:
    """Return a JPEG whose camera told something."""
    one = struct.pack(">HHIHH", 0x0112, 3, 1, turned, 0)
    tiff = b"MM\x00\x2a\x00\x00\x00\x08\x00\x01" + one + b"\x00\x00\x00\x00" + told
    exif = b"Exif\x00\x00" + tiff
    parts = [
        b"\xff\xd8",
        b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\x00" + bytes(9),
        b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif,
        b"\xff\xfe" + struct.pack(">H", len(told) + 2) + told,
        b"\xff\xdb" + struct.pack(">H", 4) + b"\x00\x01",
        b"\xff\xda" + struct.pack(">H", 2) + b"the picture\xff\x00more",
        b"\xff\xd9" + told,
    ]
    return b"".join(parts)


def a_png(told: bytes = b"") -> bytes:
    """Return a PNG with a text beside the picture."""
    parts = [
        (b"IHDR", bytes(13)),
        (b"tEXt", told),
        (b"eXIf", told),
        (b"IDAT", b"x"),
        (b"IEND", b""),
    ]
    chunks = (
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part))
        for name, part in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks) + told


def box(name: bytes, content: bytes) -> bytes:
    """Return a box of a film."""
    return struct.pack(">I4s", len(content) + 8, name) + content


def a_film(told: bytes = b"") -> bytes:
    """Return a film that tells of its making."""
    head = box(b"mvhd", b"\x00\x00\x00\x00" + b"\x11" * 8 + bytes(20))
    track = box(b"trak", box(b"tkhd", bytes(4) + b"\x22" * 8 + bytes(8)) + box(b"meta", told))
    made = box(b"udta", told)
    return (
        box(b"ftyp", b"isom" + bytes(8)) + box(b"moov", head + track + made) + box(b"mdat", b"it")
    )
