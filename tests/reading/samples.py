"""Sample files made by code. Every name in them is invented."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import docx

FILES = Path(__file__).parents[1] / "data" / "reading"
# A name found nowhere else: no refusal may ever repeat it.
NAME = "Zebedee Quillfeather"

PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Minutes</title></head><body>
<h1>Example Board</h1><p>4 November 2025</p><h2>Present</h2>
<table><tr><th>Name</th><th>Role</th></tr><tr><td>{NAME}</td><td>Family carer</td></tr>
<tr><td>Person Two</td><td>Director</td></tr></table><h2>Apologies</h2>
<ul><li>Person Three</li></ul></body></html>""".encode()
TEXT = f"Example Board\n\nPresent\n{NAME}, family carer\nPerson Two, Director\n".encode()
MEETING = (
    "<meeting><meetingid>1</meetingid><meetingdate>04/11/2025</meetingdate><attendees>"
    f'<attendee name="{NAME}" roledescription="Chair" attendance="Present"/>'
    "</attendees></meeting>"
).encode()


def stored(name: str) -> bytes:
    """Read a file of tests/data/reading."""
    return (FILES / name).read_bytes()


def word_file(document: object | None = None) -> bytes:
    """Save a Word document, or the sample one."""
    kept = io.BytesIO()
    (document or sample_document()).save(kept)  # type: ignore[attr-defined]
    return kept.getvalue()


def sample_document() -> object:
    """Make a board's minutes in Word."""
    document = docx.Document()
    document.add_heading("Example Board", 0)
    document.add_paragraph("Present")
    table = document.add_table(2, 2)
    for at, words in enumerate((NAME, "Family carer", "Person Two", "Director")):
        table.cell(at // 2, at % 2).text = words
    document.add_paragraph("Apologies")
    document.add_paragraph("Person Three")
    return document


def word_with(body: str, *, head: str = "") -> bytes:
    """Make a Word file around WordprocessingML of one's own."""
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{body}</w:body></w:document>"
    )
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": text.encode()})


def zipped(parts: dict[str, bytes]) -> bytes:
    """Zip parts by name."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return kept.getvalue()


def pdf_file(pages: list[str], *, catalogue: str = "", trailer: str = "") -> bytes:
    """Write a PDF of these pages, each given as the operators that draw it."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    numbers = range(4, 4 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    kinds = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue}>>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        font,
    ]
    parts = [kind.encode() for kind in kinds]
    for number, drawn in zip(numbers, pages, strict=True):
        parts.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        parts.append(stream(drawn.encode("latin-1")))
    return whole_pdf(parts, trailer)


def stream(content: bytes, filters: str = "/FlateDecode") -> bytes:
    """Write a compressed stream."""
    packed = zlib.compress(content, 9)
    return (
        f"<< /Length {len(packed)} /Filter {filters} >>\nstream\n".encode()
        + packed
        + b"\nendstream"
    )


def whole_pdf(parts: list[bytes], trailer: str = "") -> bytes:
    """Number the parts of a PDF, and write the table that says where they are."""
    written, places = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate(parts, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    start = len(written)
    written += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n".encode()
    written += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    written += f"trailer << /Size {len(parts) + 1} /Root 1 0 R {trailer}>>\n".encode()
    return bytes(written + f"startxref\n{start}\n%%EOF\n".encode())


def words_at(x: float, y: float, words: str, size: int = 11) -> str:
    """Draw words at a place on the page, as Word's own PDFs do."""
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n"


def sample_pdf() -> bytes:
    """Make a board's minutes as a PDF."""
    lines = ("Example Board", "Present", f"{NAME}, family carer", "Person Two, Director")
    return pdf_file(["".join(words_at(72, 770 - 16 * n, line) for n, line in enumerate(lines))])
