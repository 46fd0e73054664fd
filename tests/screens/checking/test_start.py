"""The first page: pasted text and files in, or a plain word on what to put right."""

from __future__ import annotations

import pytest

from tests.screens.checking.flow import DEVON, paste, texts, upload
from tests.screens.conftest import Visit


def test_the_empty_form_asks_for_minutes_and_says_that_nothing_is_kept(visit: Visit) -> None:
    page = visit("/check/")
    assert page.h1 == "Check a board from its published minutes"
    assert "Nothing is kept here." in page.text


def test_four_meetings_pasted_apart_are_four_meetings_in_order_of_their_days(visit: Visit) -> None:
    page = paste(visit, *reversed(texts(DEVON)))
    days = [one.text_content() for one in page.tree.xpath("//main//ul[1]/li//p/b")]
    assert days == ["8 February 2024", "27 March 2025", "22 April 2025", "4 November 2025"]
    assert "15 people listed; 4 look like support staff or guests: right?" in page.text


def test_four_meetings_pasted_in_one_go_are_four_meetings(visit: Visit) -> None:
    page = paste(visit, "\n\n".join(texts(DEVON)))
    for day in ("8 February 2024", "27 March 2025", "22 April 2025", "4 November 2025"):
        assert day in page.text


def test_another_meeting_gets_another_box_and_what_was_typed_stays(visit: Visit) -> None:
    page = visit.post("/check/", {"minutes": ["first words"], "more": "1", "board": "A board"})
    boxes = page.tree.xpath("//textarea")
    assert [box.text_content().strip() for box in boxes] == ["first words", ""]
    assert page.tree.xpath("//input[@name='board']/@value") == ["A board"]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ("", "There is nothing to read yet."),
        ("We talked about buses and then went home.", "we found no list of people"),
    ],
)
def test_what_is_not_minutes_is_refused_with_what_to_do_next(
    visit: Visit, minutes: str, said: str
) -> None:
    page = paste(visit, minutes, status=422)
    alert = page.tree.xpath("//*[@role='alert']")[0]
    assert said in alert.text_content()
    assert alert.xpath(".//a/@href") == ["#minutes-1"]
    assert page.tree.xpath("//textarea[@aria-invalid='true']")
    assert page.tree.findtext("head/title", "").startswith("Error:")
    assert minutes in page.tree.xpath("//textarea")[0].text_content()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("half.docx", b"PK\x03\x04and then nothing", "breaks off in the middle"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(400), "not a kind of file we read"),
        ("empty.txt", b"", "is empty"),
        (
            "harm.xml",
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
            "could do harm",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_its_name(
    visit: Visit, name: str, content: bytes, said: str
) -> None:
    page = visit.post("/check/", {"files": upload(name, content)}, status=422)
    alert = page.tree.xpath("//*[@role='alert']")[0].text_content()
    assert name in alert
    assert said in alert
    assert "Choose your files again" in page.text


def test_files_and_pasted_text_go_together(visit: Visit) -> None:
    files = [upload(path.name, path.read_bytes()) for path in DEVON[:2]]
    page = visit.post("/check/", {"minutes": texts(DEVON[2:3]), "files": files})
    for day in ("8 February 2024", "27 March 2025", "22 April 2025"):
        assert day in page.text


def test_the_address_of_the_source_must_be_one(visit: Visit) -> None:
    page = paste(visit, texts(DEVON)[0], source="javascript:alert(1)", status=422)
    assert page.tree.xpath("//*[@role='alert']//a/@href") == ["#source"]
