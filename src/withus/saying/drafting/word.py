"""A text as a Word document: headings and lists as such, so that Word and readers know them.

Written by hand, since all that is needed is five small parts; anything newer opens them too.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from withus.core.drafting.blocks import Block, Kind, Line, blocks
from withus.core.drafting.paragraphs import paragraphs

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DAY = (1980, 1, 1, 0, 0, 0)  # the same text gives the same bytes
DEEPEST = 6
BULLETS, FIRST_NUMBERS = 1, 2


def document(title: str, text: str, *, language: str = "en-GB") -> bytes:
    """Return a text as a Word document; the same one each time."""
    every = [block for one in paragraphs(text) for block in blocks(one)]
    numbered = [block for block in every if block.kind is Kind.NUMBERS]
    body = "".join(_body(title, every))
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
        "word/styles.xml": _part("styles", _styles(language)),
        "word/numbering.xml": _part("numbering", _numbering(numbered)),
        "word/_rels/document.xml.rels": _relations(
            [("styles", "styles.xml"), ("numbering", "numbering.xml")]
        ),
    }
    found = BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, DAY), content)
    return found.getvalue()


def _body(title: str, every: Sequence[Block]) -> Iterator[str]:
    """Yield the paragraphs of the document, its title first."""
    yield _paragraph(_run(title), style="Title")
    numbers = FIRST_NUMBERS
    for block in every:
        if block.kind is Kind.HEADING:
            style = f"Heading{min(block.level, DEEPEST)}"
            yield _paragraph("".join(_runs(line) for line in block.lines), style=style)
        elif block.kind is Kind.RULE:
            yield _paragraph("", style="Rule")
        elif block.kind in (Kind.BULLETS, Kind.NUMBERS):
            listed = BULLETS if block.kind is Kind.BULLETS else numbers
            numbers += block.kind is Kind.NUMBERS
            for line in block.lines:
                yield _paragraph(_runs(line), style="ListParagraph", listed=listed)
        else:
            style = "Quote" if block.kind is Kind.QUOTE else ""
            yield _paragraph("<w:r><w:br/></w:r>".join(map(_runs, block.lines)), style=style)


def _paragraph(inside: str, *, style: str = "", listed: int = 0) -> str:
    numbers = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{listed}"/></w:numPr>' if listed else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{numbers}</w:pPr>{inside}</w:p>"


def _runs(line: Line) -> str:
    """Return the words of a line; the address of a link stands after its words."""
    found = []
    for span in line:
        found.append(_run(span.words, span.kind))
        if span.kind == "link" and span.href != span.words:
            found.append(_run(f" ({span.href})"))
    return "".join(found)


def _run(words: str, kind: str = "") -> str:
    looks = {"strong": "<w:rPr><w:b/></w:rPr>", "em": "<w:rPr><w:i/></w:rPr>"}.get(kind, "")
    lines = (f'<w:t xml:space="preserve">{escape(each)}</w:t>' for each in words.split("\n"))
    return f"<w:r>{looks}{'<w:br/>'.join(lines)}</w:r>"


def _part(name: str, inside: str) -> str:
    return f'{HEAD}<w:{name} xmlns:w="{SPACE}">{inside}</w:{name}>'


def _styles(language: str) -> str:
    """Return the styles that the document names."""
    told = f'<w:lang w:val="{escape(language)}"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/>{told}</w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style>"
    )
    found = [
        defaults,
        _style("Title", "Title", "", '<w:b/><w:sz w:val="48"/>'),
        _style("Quote", "Quote", '<w:ind w:left="567"/>', "<w:i/>"),
        _style("ListParagraph", "List Paragraph", '<w:ind w:left="567"/>', ""),
        _style("Rule", "Rule", '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1"/></w:pBdr>'),
    ]
    for level in range(1, DEEPEST + 1):
        outline = f'<w:keepNext/><w:outlineLvl w:val="{level - 1}"/>'
        size = f'<w:b/><w:sz w:val="{max(24, 40 - 4 * level)}"/>'
        found.append(_style(f"Heading{level}", f"heading {level}", outline, size))
    return "".join(found)


def _style(name: str, called: str, paragraph: str, letters: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{called}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'
    )


def _numbering(numbered: Sequence[Block]) -> str:
    """Return how lists are marked; each numbered one begins with its own number."""
    marks = [("bullet", "•", 1), *(("decimal", "%1.", block.first) for block in numbered)]
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:lvl w:ilvl="0"><w:start w:val="{first}"/>'
        f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="567" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum>'
        for at, (kind, mark, first) in enumerate(marks)
    )
    nums = "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>'
        for at in range(len(marks))
    )
    return kinds + nums


def _types() -> str:
    """Return what kind each part of the package is of."""
    parts = (("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"))
    named = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in parts
    )
    rels = f'<Default Extension="rels" ContentType="application/vnd.{_RELS}+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{rels}{xml}{named}</Types>'


_RELS = "openxmlformats-package.relationships"


def _relations(some: Sequence[tuple[str, str]]) -> str:
    """Return what a part names beside itself."""
    each = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(some, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'
