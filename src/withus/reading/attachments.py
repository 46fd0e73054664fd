"""A picture, a recording or a film that goes with a point: known by what is in it, and made plain.

Where and when it was taken, with which phone and by whom: a phone writes that into the file. It is
taken out before anybody keeps it.
"""

from __future__ import annotations

import struct
import zlib

from withus.reading.papers import kind_of_paper

TAKEN = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
    "audio/mp4": "m4a",
    "video/mp4": "mp4",
    "video/webm": "webm",
}
PNG = b"\x89PNG\r\n\x1a\n"
PNG_PARTS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"cHRM", b"pHYs"}
UPRIGHT = 1
TURNED = 0x0112  # the mark of how a picture was held
BOXES = {b"moov", b"trak", b"mdia", b"minf", b"moof", b"traf"}
TOLD_IN = {b"udta", b"meta", b"uuid"}


class NotTaken(ValueError):
    """Say that a file is of no kind that is taken, or is broken."""


def plain_file(content: bytes) -> tuple[str, str, bytes]:
    """Return a file’s kind, how its name ends, and its content without what a phone wrote in.

    Not: what is seen or heard in it.
    """
    kind = (kind_of_paper(content) or ("", ""))[0]
    if kind not in TAKEN:
        raise NotTaken(kind)
    try:
        return kind, TAKEN[kind], _plain(kind, content)
    except (struct.error, IndexError, RecursionError) as fault:
        raise NotTaken(kind) from fault


def _plain(kind: str, content: bytes) -> bytes:
    if kind == "image/jpeg":
        return plain_jpeg(content)
    if kind == "image/png":
        return plain_png(content)
    if kind in ("audio/mp4", "video/mp4"):
        told = bytearray(content)
        _blank_boxes(told, 0, len(told))
        return bytes(told)
    if kind == "audio/mpeg":
        return plain_mp3(content)
    return plain_wav(content) if kind == "audio/wav" else content


def plain_jpeg(content: bytes) -> bytes:
    """Return a JPEG with its picture alone, and how it was held, if not upright."""
    kept, at = [content[:2]], 2
    turned, end = UPRIGHT, -1
    while True:
        if content[at] != 0xFF:
            raise NotTaken("image/jpeg")
        mark = content[at + 1]
        if mark == 0xFF:
            at += 1
            continue
        if mark == 0xDA:  # the picture itself follows; what comes after its end is left out
            end = content.rfind(b"\xff\xd9")
            break
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        part = content[at : at + 2 + length]
        if mark == 0xE1 and part[4:10] == b"Exif\x00\x00":
            turned = _turned(part[10:])
        if not (0xE1 <= mark <= 0xEF or mark == 0xFE) or mark == 0xEE:
            kept.append(part)
        at += 2 + length
    if end < at:
        raise NotTaken("image/jpeg")
    if turned != UPRIGHT:
        kept.insert(1, _held(turned))
    return b"".join((*kept, content[at : end + 2]))


def _turned(tiff: bytes) -> int:
    """Return how a picture was held, from what the camera wrote; upright where it is not told."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return UPRIGHT
    (first,) = struct.unpack(order + "I", tiff[4:8])
    if first + 2 > len(tiff):
        return UPRIGHT
    (many,) = struct.unpack(order + "H", tiff[first : first + 2])
    for n in range(many):
        part = tiff[first + 2 + 12 * n : first + 14 + 12 * n]
        if len(part) < 12:
            return UPRIGHT
        mark, _, _, value = struct.unpack(order + "HHIH", part[:10])
        if mark == TURNED:
            return value if 1 <= value <= 8 else UPRIGHT
    return UPRIGHT


def _held(turned: int) -> bytes:
    """Return the one part that tells how a picture was held, and nothing else."""
    told = b"MM\x00\x2a\x00\x00\x00\x08" + struct.pack(">HHHIHHI", 1, TURNED, 3, 1, turned, 0, 0)
    part = b"Exif\x00\x00" + told
    return b"\xff\xe1" + struct.pack(">H", len(part) + 2) + part


def plain_png(content: bytes) -> bytes:
    """Return a PNG with its picture alone."""
    kept, at = [PNG], len(PNG)
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        name, part = content[at + 4 : at + 8], content[at : at + 12 + length]
        if len(part) != 12 + length or part[-4:] != struct.pack(">I", zlib.crc32(part[4:-4])):
            raise NotTaken("image/png")
        if name in PNG_PARTS:
            kept.append(part)
        if name == b"IEND":
            return b"".join(kept)
        at += 12 + length
    raise NotTaken("image/png")


def _blank_boxes(told: bytearray, at: int, end: int, depth: int = 0) -> None:
    """Blank where a recording or a film tells of its making; nothing in it moves."""
    while at + 8 <= end:
        size, name = struct.unpack(">I4s", told[at : at + 8])
        head = 8
        if size == 1:
            (size,) = struct.unpack(">Q", told[at + 8 : at + 16])
            head = 16
        size = size or end - at
        if size < head or at + size > end:
            raise NotTaken("video/mp4")
        if name in TOLD_IN:
            told[at + 4 : at + 8] = b"free"
            told[at + head : at + size] = bytes(size - head)
        elif name in (b"mvhd", b"tkhd", b"mdhd"):
            _blank_times(told, at + head)
        elif name in BOXES and depth < 8:
            _blank_boxes(told, at + head, at + size, depth + 1)
        at += size


def _blank_times(told: bytearray, at: int) -> None:
    """Blank when it was made and last changed."""
    length = 16 if told[at] == 1 else 8
    told[at + 4 : at + 4 + length] = bytes(length)


def plain_mp3(content: bytes) -> bytes:
    """Return an MP3 without what stands before and after the sound."""
    while content.startswith(b"ID3"):
        size = 0
        for each in content[6:10]:
            size = (size << 7) | (each & 0x7F)
        content = content[10 + size :]
    if content[-128:-125] == b"TAG":
        content = content[:-128]
    if not content:
        raise NotTaken("audio/mpeg")
    return content


def plain_wav(content: bytes) -> bytes:
    """Return a WAV with its sound and its form alone."""
    kept, at = [], 12
    while at + 8 <= len(content):
        name, size = struct.unpack("<4sI", content[at : at + 8])
        part = content[at : at + 8 + size + size % 2]
        if name in (b"fmt ", b"data", b"fact"):
            kept.append(part)
        at += 8 + size + size % 2
    sound = b"".join(kept)
    if not sound:
        raise NotTaken("audio/wav")
    return b"RIFF" + struct.pack("<I", len(sound) + 4) + b"WAVE" + sound
