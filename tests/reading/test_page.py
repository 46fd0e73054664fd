"""Web pages read as people see them, without the furniture."""

from __future__ import annotations

from tests.reading import samples
from withus.reading.page import page_lines


def lines_of(body: str) -> list[str]:
    return page_lines(f"<html><body>{body}</body></html>".encode())[1]


def test_blocks_and_breaks_end_a_line_and_spaces_close_up() -> None:
    lines = lines_of("<p>Person  <b>One</b>,\n carer<br>Person&nbsp;Two</p><div>Person Three</div>")
    assert lines == ["Person One, carer", "Person Two", "Person Three"]


def test_a_row_is_one_line_with_tabs_between_its_cells() -> None:
    rows = "<tr><th>Name<th>Role<tr><td><p>Person</p><p>One</p><td>Carer<td><tr><td><td>Chair<td>x"
    assert lines_of(f"<table>{rows}</table>") == ["Name\tRole", "Person One\tCarer", "\tChair\tx"]


def test_the_only_cell_with_anything_in_it_keeps_its_lines() -> None:
    row = "<tr><td>Person One<br>Person Two<p>Person Three</p></td><td> </td></tr>"
    assert lines_of(f"<table>{row}</table>") == ["Person One", "Person Two", "Person Three"]


def test_people_beside_a_label_keep_their_lines() -> None:
    row = "<tr><td>Present:</td><td>Person One<br>Person Two</td></tr><tr><td>Venue<td>Hall</tr>"
    assert lines_of(f"<table>{row}</table>") == [
        "Present:",
        "Person One",
        "Person Two",
        "Venue\tHall",
    ]


def test_a_list_in_columns_is_read_down_each_column() -> None:
    row = "<tr><th>Members<th>Officers<tr><td>A One<br>A Two<td>B One<br>B Two"
    lines = ["Members", "A One", "A Two", "Officers", "B One", "B Two"]
    assert lines_of(f"<table>{row}</table>") == lines


def test_a_table_inside_a_table_keeps_its_own_rows() -> None:
    inner = "<table><tr><td>Person One<td>Carer<tr><td>Person Two<td>Chair</table>"
    assert lines_of(f"<table><tr><td>Menu<td>{inner}</table>") == [
        "Menu",
        "Person One\tCarer",
        "Person Two\tChair",
    ]


def test_lists_terms_and_headings_are_told_apart() -> None:
    lines = lines_of(
        "<p>x</p><h2>Present</h2><ul><li>Person One<li><p>Person Two</p></ul>"
        "<dl><dt>Date</dt> <dd>4 May 2025</dd><dt>Apologies</dt><dd>A</dd><dd>B</dd></dl>"
    )
    assert lines == [
        *("x", "", "Present", "* Person One", "* Person Two"),
        *("Date\t4 May 2025", "Apologies", "A", "B"),
    ]


def test_scripts_styles_menus_and_hidden_parts_are_left_out() -> None:
    furniture = (
        "<script>var a = '<p>Present</p>'</script><style>p{}</style><nav>Menu</nav>"
        "<header>Site</header><footer>Foot</footer><noscript>No</noscript><p hidden>H</p>"
        "<p style='display: none'>N</p><!-- Present --><button>Go</button>"
    )
    assert lines_of(f"{furniture}<main><header>Board</header><p>Present</p></main>") == [
        "Board",
        "Present",
    ]


def test_attendance_that_stands_only_in_furniture_survives() -> None:
    body = "<p>Minutes</p><aside><h2>Present</h2><p>Person One</p></aside>"
    assert lines_of(body) == ["Minutes", "", "Present", "Person One"]


def test_entities_and_declared_encodings_are_understood() -> None:
    page = b"<meta charset=windows-1250><p>\x8a&amp;&eacute;&#8217;</p>"
    assert page_lines(page) == ("html", ["Š&é’"])
    assert page_lines("<p>Siân</p>".encode("cp1252")) == ("html", ["Siân"])
    assert page_lines("\ufeff<p>Siân</p>".encode("utf-16-be")) == ("html", ["Siân"])


def test_text_set_out_by_hand_keeps_its_lines() -> None:
    assert lines_of("<pre>Present\nPerson  One\n</pre>") == ["Present", "Person  One"]


def test_broken_pages_are_read_as_far_as_they_go() -> None:
    broken = "</div><p>Present<td>Person One</b></p></table><p>Person Two"
    assert lines_of(broken) == ["Present", "Person One", "Person Two"]


def test_outside_things_are_never_fetched() -> None:
    page = '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd"><p>A &xxe; <img src="http://127.0.0.1:9/">'
    assert page_lines(page.encode()) == ("html", ["A &xxe;"])


def test_a_printed_page_and_its_source_list_the_same_people() -> None:
    _, lines = page_lines(samples.stored("attendance-page.html"))
    assert "Person One\tCo-chair, self-advocate\tSpeak Up Example" in lines
    assert [line for line in lines if line.startswith("Member ")] == [
        "Member Four (self-advocate)",
        "Member Five (family carer)",
        "Member Six (NHS Example)",
        "Member Seven (Example Council)",
        "Member Eight (Police)",
        "Member Nine (advocate)",
    ]
