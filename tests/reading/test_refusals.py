"""What cannot be read is refused in words that quote nothing of it."""

from __future__ import annotations

import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from tests.reading import samples
from tests.reading.samples import NAME, words_at
from withus.core.errors import Refusal
from withus.reading import Offered, Unreadable, limits, read_file, read_files
from withus.reading.refusals import REASONS

MEGABYTE = limits.MEGABYTE


def laughs() -> bytes:
    """A billion laughs: each entity is ten of the one before."""
    entities = '<!ENTITY l0 "lol">' + "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)
    )
    return f'<?xml version="1.0"?><!DOCTYPE m [{entities}]><meeting>{NAME}&l9;</meeting>'.encode()


def outside() -> bytes:
    """An entity that would bring in a file of the server."""
    head = '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return f'<?xml version="1.0"?>{head}<meeting>{NAME}&x;</meeting>'.encode()


def zip_bomb() -> bytes:
    """Sixty megabytes of one letter, zipped small."""
    return samples.zipped(
        {"[Content_Types].xml": b"<x/>", "word/document.xml": b" " * 60 * MEGABYTE}
    )


def lying_zip_bomb() -> bytes:
    """The same, and the zip says it is small."""
    told = (60 * MEGABYTE).to_bytes(4, "little")
    return zip_bomb().replace(told, (1_000).to_bytes(4, "little"))


def locked_zip() -> bytes:
    """A zip that says its parts are encrypted."""
    package = bytearray(samples.word_file())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = package.find(mark)
        while start >= 0:
            package[start + at] |= 1
            start = package.find(mark, start + 4)
    return bytes(package)


def spreadsheet() -> bytes:
    return samples.zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": NAME.encode()})


def damaged_docx() -> bytes:
    """A whole zip whose main text is spoilt."""
    package = bytearray(samples.word_with(f"<w:p><w:r><w:t>{NAME}</w:t></w:r></w:p>"))
    with zipfile.ZipFile(BytesIO(bytes(package))) as whole:
        entry = whole.getinfo("word/document.xml")
    start = entry.header_offset + 30 + len(entry.filename)
    package[start : start + 40] = b"\xff" * 40
    return bytes(package)


def pdf_bomb(filters: str, packed: int) -> bytes:
    """A page whose drawing swells when it is unpacked."""
    content = b"0 " * (packed * MEGABYTE // 2)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R "
    page += b"/Resources << /Font << /F1 5 0 R >> >> >>"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        samples.stream(content, filters),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    return samples.whole_pdf(parts)


def locked_pdf() -> bytes:
    keys = f"/O ({'o' * 32}) /U ({'u' * 32})"
    entry = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 {keys} >> /ID [(a)(b)] "
    return samples.pdf_file([words_at(72, 700, NAME)], trailer=entry)


REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("empty", lambda: b"\n"),
    "a page of nothing": ("empty", lambda: b"<html><body><script>x</script></body></html>"),
    "a picture": ("binary", lambda: b"\x89PNG\r\n\x1a\n\0\0" + NAME.encode()),
    "half a zip": ("half_a_zip", lambda: samples.word_file()[:9_000]),
    "a spreadsheet": ("not_a_docx", spreadsheet),
    "an old document": ("old_word", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NAME.encode()),
    "a locked zip": ("encrypted", locked_zip),
    "a locked PDF": ("encrypted", locked_pdf),
    "a scan": ("pictures_only", lambda: samples.pdf_file(["q 1 0 0 1 0 0 cm Q"])),
    "a long PDF": ("too_many_pages", lambda: samples.pdf_file([words_at(9, 9, NAME)] * 61)),
    "half a PDF": ("half_a_pdf", lambda: samples.sample_pdf()[:-300]),
    "a spoilt PDF": ("broken", lambda: b"%PDF-1.7\n" + NAME.encode() + b"\n%%EOF"),
    "a spoilt document": ("broken", damaged_docx),
    "spoilt XML": ("broken", f"<meeting><a>{NAME}</meeting>".encode),
    "a billion laughs": ("xml_entities", laughs),
    "a file of the server": ("xml_entities", outside),
    "laughs in a document": (
        "xml_entities",
        lambda: samples.word_with("<w:p/>", head=f'<!DOCTYPE w [<!ENTITY a "{NAME}">]>'),
    ),
    "a feed": ("not_moderngov", f"<rss><title>{NAME}</title></rss>".encode),
    "a meeting without people": (
        "no_attendance",
        f"<meeting><meetingid>1</meetingid><x>{NAME}</x></meeting>".encode,
    ),
    "a big file": ("too_big", lambda: NAME.encode() + b" " * 10 * MEGABYTE),
    "a zip bomb": ("too_much_inside", zip_bomb),
    "a zip bomb that lies": ("broken", lying_zip_bomb),
    "many lines": ("too_many_lines", lambda: (NAME + "\n").encode() * 20_001),
    "many lines on a page": ("too_many_lines", lambda: f"<p>{NAME}</p>".encode() * 20_001),
    "deep tags": ("took_too_long", lambda: f"<html>{NAME}".encode() + b"<div>" * 2_000_000),
    "a PDF bomb": ("took_too_long", lambda: pdf_bomb("/FlateDecode", 40)),
    "a huge PDF stream": ("too_much_inside", lambda: pdf_bomb("/FlateDecode", 120)),
}


def refused(content: bytes) -> Unreadable:
    """Read a file that cannot be read; check that it was refused in time."""
    started = time.monotonic()
    with pytest.raises(Unreadable) as raised:
        read_file(Offered("minutes.docx", content))
    assert time.monotonic() - started < limits.CHILD_WALL_SECONDS
    return raised.value


@pytest.mark.parametrize(("code", "make"), REFUSED.values(), ids=REFUSED)
def test_each_refusal_has_its_code_and_never_a_name(code: str, make: Callable[[], bytes]) -> None:
    refusal = refused(make())
    assert isinstance(refusal, Refusal)
    assert refusal.code == code
    found, expected = REASONS[code]
    told = {"file": "minutes.docx", "found": found, "expected": expected}
    assert refusal.parameters == told
    everything = "".join(traceback.format_exception(refusal)) + repr(refusal) + str(vars(refusal))
    assert not any(part in everything for part in NAME.split())


def test_every_reason_is_short_and_plain() -> None:
    for found, expected in REASONS.values():
        assert len(f"found {found}; expected {expected}") < 120
        assert not found.endswith(".")


def test_what_only_many_files_can_be_is_refused_before_any_is_read() -> None:
    spoilt = [Offered(f"{n}.txt", b"\x00") for n in range(13)]
    big = [Offered(f"{n}.txt", b"\x00" * 9 * MEGABYTE) for n in range(3)]
    for offered, code, file in (
        (spoilt, "too_many_files", "12.txt"),
        (big, "too_much_together", "2.txt"),
        ([Offered("a", b"\x00"), Offered("b", b"\x00" * 11 * MEGABYTE)], "too_big", "b"),
    ):
        with pytest.raises(Unreadable) as raised:
            read_files(offered)
        assert (raised.value.code, raised.value.parameters["file"]) == (code, file)


def test_several_files_are_read_in_order_each_by_what_is_in_it() -> None:
    contents = (
        samples.TEXT,
        samples.PAGE,
        samples.word_file(),
        samples.sample_pdf(),
        samples.MEETING,
    )
    documents = read_files([Offered(f"{n}.doc", content) for n, content in enumerate(contents)])
    assert [one.kind for one in documents] == ["text", "html", "docx", "pdf", "moderngov"]
    assert all(NAME in "\n".join(one.lines) for one in documents)
    assert [one.name for one in documents] == [f"{n}.doc" for n in range(5)]


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Path(tempfile.gettempdir())
    before = set(usual.iterdir())
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(tmp_path)
    for content in (samples.PAGE, samples.word_file(), samples.sample_pdf(), samples.MEETING):
        read_file(Offered("a", content))
    for make in (damaged_docx, laughs, locked_pdf):
        refused(make())
    assert not [*tmp_path.iterdir()]
    new = [path for path in set(usual.iterdir()) - before if path.is_file()]
    assert not [path for path in new if NAME.encode() in path.read_bytes()]
    assert children() == []


def children() -> list[str]:
    """List the processes this one has started that are still there."""
    mine = Path("/proc/self/task").glob("*/children")
    running = " ".join(path.read_text() for path in mine).split()
    started = (Path(f"/proc/{one}/cmdline") for one in running)
    return [str(path) for path in started if b"withus.reading.child" in path.read_bytes()]
