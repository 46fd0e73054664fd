"""Pages for what goes wrong: what happened, what to do next, nothing of what was sent."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.screens.conftest import Visit
from withus.screens.frame import views

PASTED = "Asha Quillfeather, Parent Carer Forum"


def test_an_unknown_address_says_so_and_leads_home(visit: Visit) -> None:
    page = visit("/nowhere/", status=404)
    assert page.h1 == "There is no page here"
    assert page.tree.xpath("//main//a[@class='btn']/@href") == ["/"]


def test_an_unknown_address_is_not_repeated_on_the_page(visit: Visit) -> None:
    assert "quillfeather" not in visit("/quillfeather/", status=404).tree.text_content()


def test_a_page_opened_the_wrong_way_says_so(visit: Visit, a_room: str) -> None:
    page = visit(a_room + "take/", status=405)
    assert page.response["Allow"] == "POST"
    assert "Answers are not kept" in page.text


def test_sending_a_form_to_the_home_page_is_refused_in_words(visit: Visit) -> None:
    assert visit.post("/", {"a": "b"}, status=405).response["Allow"] == "GET, HEAD"


def test_a_closed_page_says_so(visit: Visit, a_room: str) -> None:
    assert visit(a_room + "closed/", status=403).h1 == "This page is not open to you"


def test_a_fault_of_ours_says_so_and_shows_nothing_of_what_was_sent(
    visit: Visit, a_room: str
) -> None:
    page = visit.post(a_room + "fail/", {"minutes": PASTED}, status=500)
    assert page.h1 == "Something went wrong here"
    assert "Quillfeather" not in page.response.content.decode()
    assert "Traceback" not in page.response.content.decode()


def test_a_fault_of_ours_has_an_answer_even_when_no_page_can_be_made(
    monkeypatch: pytest.MonkeyPatch, a_room: str
) -> None:
    def broken(*_: object) -> str:
        raise LookupError("templates are gone")

    monkeypatch.setattr(views, "render_to_string", broken)
    client = Client(raise_request_exception=False)
    response = client.post(a_room + "fail/", {"minutes": PASTED})
    assert response.status_code == 500
    assert b"It is our fault, not yours" in response.content
    assert response["Cache-Control"] == "no-store"


def test_another_name_for_this_host_is_refused_in_words(visit: Visit) -> None:
    page = visit("/", status=400, host="elsewhere.example")
    assert page.h1 == "We could not read what was sent"
    assert "elsewhere" not in page.response.content.decode()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=é", b"--x"),
        ("application/x-www-form-urlencoded; charset=utf-7", b"minutes=a"),
    ],
)
def test_a_form_that_cannot_be_read_is_refused_in_words(
    visit: Visit, a_room: str, kind: str, body: bytes
) -> None:
    sent = {"content_type": kind}
    page = visit.post(a_room + "take/", body, status=400, **sent)
    assert "Go back, check what you put in" in page.text


def test_words_in_an_unknown_alphabet_still_arrive(a_room: str) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="minutes"\r\n\r\n\xff\xfe\r\n--x--\r\n'
    kind = "multipart/form-data; boundary=x; charset=nonsense"
    response = Client().generic("POST", a_room + "take/", body, content_type=kind)
    assert response.json()["minutes"] == "\N{REPLACEMENT CHARACTER}" * 2
