"""Word documents: what stands in the text, in order, and nothing that was struck out."""

from __future__ import annotations

import docx

from tests.reading import samples
from withus.reading.word import word_lines


def lines_of(body: str) -> list[str]:
    return word_lines(samples.word_with(body))


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def cell(*words: str, settings: str = "") -> str:
    inside = "".join(map(paragraph, words or ("",)))
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{inside}</w:tc>"


def test_paragraphs_and_tables_come_in_order() -> None:
    assert word_lines(samples.word_file()) == [
        *("Example Board", "Present", f"{samples.NAME}\tFamily carer", "Person Two\tDirector"),
        *("Apologies", "Person Three"),
    ]


def test_headers_and_footers_are_left_out_and_breaks_and_tabs_stay() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Official"
    run = document.add_paragraph("Person One\tCarer").add_run()
    run.add_break()
    run.add_text("Person Two\tChair")
    document.add_paragraph("")
    document.add_paragraph("Apologies")
    assert word_lines(samples.word_file(document)) == [
        *("Person One\tCarer", "Person Two\tChair", "", "Apologies"),
    ]


def test_merged_cells_are_not_repeated() -> None:
    document = docx.Document()
    table = document.add_table(3, 2)
    for row, words in enumerate((("Carers", "Person One"), ("", "Person Two"), ("All", ""))):
        table.cell(row, 0).text, table.cell(row, 1).text = words
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(2, 0).merge(table.cell(2, 1))
    lines = ["Carers\tPerson One", "Person Two", "All"]
    assert word_lines(samples.word_file(document)) == lines


def test_what_was_struck_out_is_gone_and_what_was_put_in_stays() -> None:
    body = (
        "<w:p><w:r><w:t>Person One</w:t></w:r>"
        "<w:del><w:r><w:delText>, Person Two</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>, Person Four</w:t></w:r></w:moveFrom>"
        "<w:ins><w:r><w:t>, Person Three</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
    )
    assert lines_of(body) == ["Person One, Person Three"]


def test_content_controls_are_looked_through_and_field_codes_are_not_read() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('Present')}</w:sdtContent></w:sdt>"
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>Person One</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:instrText>DATE</w:instrText></w:r></w:p>"
    )
    assert lines_of(body) == ["Present", "Person One"]


def test_tab_stops_are_not_tabs_and_old_copies_are_not_read_twice() -> None:
    body = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Present</w:t></w:r>'
        f"<mc:Fallback>{paragraph('Present')}</mc:Fallback></w:p>"
    )
    assert lines_of(body) == ["Present"]


def test_nested_tables_keep_their_rows() -> None:
    inner = f"<w:tbl><w:tr>{cell('Person One')}{cell('Carer')}</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr>{cell('Present')}<w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    assert lines_of(body) == ["Present", "Person One\tCarer"]


def test_a_list_of_people_in_one_cell_keeps_its_lines() -> None:
    body = f"<w:tbl><w:tr>{cell('Present:')}{cell('Person One', 'Person Two')}</w:tr></w:tbl>"
    assert lines_of(body) == ["Present:", "Person One", "Person Two"]


def test_a_cell_that_goes_on_from_above_says_nothing_again() -> None:
    again = cell("Carers", settings="<w:vMerge/>")
    first = cell("Carers", settings='<w:vMerge w:val="restart"/>')
    body = (
        f"<w:tbl><w:tr>{first}{cell('A')}</w:tr><w:tr>{again}{cell('B')}{cell('C')}</w:tr></w:tbl>"
    )
    assert lines_of(body) == ["Carers\tA", "\tB\tC"]


def test_the_main_text_may_have_another_name() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/>'
        "</Relationships>"
    )
    text = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
        f"<w:body>{paragraph('Present')}</w:body></w:document>"
    )
    parts = {"[Content_Types].xml": "<x/>", "_rels/.rels": relations, "word/document2.xml": text}
    packed = samples.zipped({name: words.encode() for name, words in parts.items()})
    assert word_lines(packed) == ["Present"]
