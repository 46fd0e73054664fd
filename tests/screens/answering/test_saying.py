"""Saying something without an account: a link, a code, cards, a receipt, and coming back."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.a_meeting import ORIGIN
from tests.kept import a_record
from tests.reading.pictures import a_png
from tests.screens.answering.at_a_work import POINTS, At, a_work_at
from tests.screens.conftest import Visit
from withus.core.words import Capacity, PointOutcome, PointSays, PointWay, ShownAs
from withus.stores.answering.models import Attachment, SayAnswer, SayLink, Telling
from withus.stores.people.identity import identities

pytestmark = a_record
CARDS = ("A bus at eleven.", "A bus at midnight.")


@pytest.fixture
def at(db: None) -> At:
    """A work to say something to."""
    return a_work_at()


def begins(at: At, phone: Visit, code: str) -> None:
    """Let somebody open the link and begin."""
    page = phone(f"/say/{code}/")
    assert page.h1 == "Getting home at night"
    phone.post("/say/", {"code": page.tree.xpath("//input[@name='code']/@value")[0]}, status=302)


def says(phone: Visit, *, route: str = "screen", where: str = "", **who: str) -> None:
    """Let somebody answer all that is asked after the cards, and send it."""
    phone.post("/say/my/who/", {"shown": "counted", **who}, status=302)
    phone.post("/say/my/how/", {"route": route, "where": where}, status=302)
    phone("/say/my/check/")
    phone.post("/say/my/check/", {}, status=302)


def test_an_answer_by_a_link_is_a_point_for_each_card_and_nobody_is_named(at: At) -> None:
    code, phone = at.points.link(*CARDS), at.phone()
    begins(at, phone, code)
    assert "1 of 2." in phone("/say/my/card/1/").text
    phone.post("/say/my/card/1/", {"choice": "no", "words": "Too late for me."}, status=302)
    phone.post("/say/my/card/2/", {"choice": "yes"}, status=302)
    says(phone, capacity="unpaid_carers", name="Not kept")
    page = phone("/say/my/")
    assert "“A bus at eleven.” No. Too late for me." in page.text
    assert "“A bus at midnight.” Yes." in page.text
    first, second = at.points.there.state.points.values()
    assert first.put.fact.way is PointWay.CARD
    assert first.put.fact.said_capacity is Capacity.UNPAID_CARERS
    assert first.put.fact.holding is None
    assert f"Entry {first.put.entry}" in page.text
    assert first.put.by == second.put.by
    answer = SayAnswer.objects.get()
    assert identities(ORIGIN, [answer.person or ""])[answer.person or ""].name == ""
    assert "Too late" not in bytes(answer.sealed).decode("latin-1")


def test_what_was_said_is_kept_at_every_step_and_found_with_the_code(at: At) -> None:
    code = at.points.link(*CARDS)
    begins(at, at.phone("one"), code)
    at.phone("one").post("/say/my/card/1/", {"choice": "no", "words": "Too late."}, status=302)
    later = at.phone("another day")
    later.post("/say/", {"code": code.lower().replace("-", " ")}, status=302)
    page = later("/say/my/card/1/")
    assert "Too late." in page.text
    assert page.tree.xpath("//input[@value='no'][@checked]")
    assert b"Too late" not in bytes(SayAnswer.objects.get().sealed)


def test_a_link_for_one_is_used_once_and_then_leads_to_the_same_answer(at: At) -> None:
    code = at.points.link()
    begins(at, at.phone("one"), code)
    at.phone("one").post("/say/my/card/1/", {"words": "It is dark."}, status=302)
    says(at.phone("one"))
    at.phone("two").post("/say/", {"code": code}, status=302)
    assert "It is dark." in at.phone("two")("/say/my/").text
    assert SayAnswer.objects.count() == 1
    at.phone("two").post("/say/my/check/", {}, status=302)
    assert len(at.points.there.state.points) == 1


def test_a_link_for_many_gives_each_a_code_of_their_own(at: At) -> None:
    code = at.points.link(many=True)
    for name in ("one", "two"):
        begins(at, at.phone(name), code)
        at.phone(name).post("/say/my/card/1/", {"words": f"I am {name}."}, status=302)
        says(at.phone(name))
    pages = [at.phone(name)("/say/my/") for name in ("one", "two")]
    own = [page.tree.xpath("//b[@class='nb']/text()")[0] for page in pages]
    assert len({*own, code}) == 3
    at.phone("three").post("/say/", {"code": own[0]}, status=302)
    found = at.phone("three")("/say/my/").text
    assert ("I am one." in found, "I am two." in found) == (True, False)
    assert SayLink.objects.get().answers == 2


def test_a_recording_or_a_photo_is_an_answer_too(at: At) -> None:
    begins(at, at.phone(), at.points.link(*CARDS[:1]))
    sent = SimpleUploadedFile("me.png", a_png(b"My house"))
    at.phone().post("/say/my/card/1/", {"file": sent}, status=302)
    says(at.phone())
    (row,) = Attachment.objects.all()
    assert row.owner == at.last
    answer = at.sitting.as_("Flo").client.get(f"{POINTS}{at.last}/file/")
    assert (answer["Content-Type"], b"My house" in answer.content) == ("image/png", False)


@pytest.mark.parametrize(
    ("path", "sent", "said"),
    [
        ("card/1/", {}, "There is nothing there yet."),
        ("who/", {"shown": "named"}, "The name is missing"),
        ("who/", {"shown": "x"}, ""),
        ("how/", {"route": "text", "where": ""}, "It does not say where that reaches you."),
        ("how/", {"route": "x"}, ""),
        ("check/", {}, "Something is not answered yet."),
    ],
)
def test_what_is_missing_is_said(at: At, path: str, sent: dict[str, str], said: str) -> None:
    begins(at, at.phone(), at.points.link())
    assert said in at.phone().post(f"/say/my/{path}", sent, status=422).text
    assert not at.points.there.state.points


def test_whoever_comes_back_sees_the_answer_is_told_by_it_and_says_whether_it_is_there(
    at: At,
) -> None:
    code = at.points.link()
    at.points.said(code, "Buses at night.", route="screen")
    point, revision = at.last, at.points.there.revision()
    at.sends("Fay", f"{point}/link/", to=revision, paragraph="1")
    at.points.answer(point, PointOutcome.PARTLY, "Until eleven.")
    assert Telling.objects.get().told is None
    phone = at.phone()
    phone.post("/say/", {"code": code}, status=302)
    page = phone("/say/my/")
    assert "Until eleven." in page.text
    assert "The plan, version 1, paragraph 1" in page.text
    assert [one.fact.route for one in at.points.stands(point).told] == ["screen"]
    phone.post("/say/", {"code": code}, status=302)
    assert len(at.points.stands(point).told) == 1
    phone.post("/say/my/", {"point": point, "do": "partly"}, status=302)
    confirmed = at.points.stands(point).confirmed
    assert confirmed is not None and confirmed.fact.says is PointSays.PARTLY
    phone.post("/say/my/", {"point": point, "do": "take_back"}, status=302)
    assert at.points.stands(point).withdrawn is not None


def test_a_code_leads_to_nobody_elses_points(at: At) -> None:
    other = at.points.put("Bo", "Buses.", shown_as=ShownAs.NAMED)
    code = at.points.link()
    at.points.said(code)
    at.points.answer(other, PointOutcome.ADOPTED, "")
    phone = at.phone()
    phone.post("/say/", {"code": code}, status=302)
    assert "Buses." not in phone("/say/my/").text
    phone.post("/say/my/", {"point": other, "do": "there"}, status=422)
    phone(f"{POINTS}{other}/", status=200)
    assert "Buses." not in phone(f"{POINTS}{other}/").text
    assert at.points.stands(other).confirmed is None


def test_codes_cannot_be_guessed(at: At) -> None:
    code, phone = at.points.link(), at.phone()
    for _ in range(30):
        phone.post("/say/", {"code": "AAAA-AAAA-AAAA"}, status=422)
    phone.post("/say/", {"code": code}, status=422)
    page = phone(f"/say/{code}/", status=422)
    assert "Getting home" not in page.text
    assert not SayAnswer.objects.exists()


def test_a_code_stays_out_of_the_addresses_that_follow_and_of_what_others_are_told(at: At) -> None:
    code, phone = at.points.link(), at.phone()
    begins(at, phone, code)
    page = phone("/say/my/card/1/")
    assert code not in page.response.content.decode()
    first = phone(f"/say/{code}/")
    assert first.response["Referrer-Policy"] in ("same-origin", "no-referrer")
    assert "no-store" in first.response["Cache-Control"]


def test_a_link_that_was_stopped_begins_nothing(at: At) -> None:
    code = at.points.link(many=True)
    link = SayLink.objects.get()
    for name in ("Bo", "Una"):
        at.sends(name, f"links/{link.id}/stop/", status=403)
    at.sends("Fay", f"links/{link.id}/stop/")
    at.phone().post("/say/", {"code": code}, status=422)
    at.phone()(f"/say/{code}/", status=422)


def test_whoever_runs_the_work_makes_links_and_prints_letters(at: At) -> None:
    form: dict[str, Any] = {"who": "each", "number": "3", "card1": "A bus at eleven."}
    form["phone"] = "01632 960123"
    at.sends("Fay", "links/", **{**form, "phone": ""}, status=422)
    at.sends("Fay", "links/", **{**form, "number": "0"}, status=422)
    at.sends("Fay", "links/", **{**form, "who": ""}, status=422)
    assert not SayLink.objects.exists()
    page = at.sends("Fay", "links/", **form)
    letters = at.sitting.as_("Fay")(page.response["Location"])
    assert "3 letters to print" in letters.h1
    codes = letters.tree.xpath("//p[@class='big']/text()")
    assert len(set(codes)) == 3
    assert "01632 960123" in letters.text
    assert not any(code in page.response["Location"] for code in codes)
    at.phone().post("/say/", {"code": codes[0]}, status=302)
    at.sees("Bo", "links/", status=403)


def test_easy_words_and_a_film_are_offered_where_they_are(at: At) -> None:
    form: dict[str, Any] = {"who": "many", "phone": "01632 960123", "easy": "A late bus?"}
    at.sends("Fay", "links/", **form, bsl="http://film.example/", status=422)
    at.sends("Fay", "links/", **form, bsl="https://film.example/bsl")
    code = at.sees("Fay", "links/letters/").tree.xpath("//p[@class='big']/text()")[0]
    page = at.phone()(f"/say/{code}/")
    assert "British Sign Language" in page.text
    assert "A late bus?" in at.phone()(f"/say/{code}/?words=easy").text
    plain = at.phone()(f"/say/{at.points.link()}/").text
    assert "British Sign Language" not in plain
    assert "Easy Read" not in plain


def test_each_of_a_group_says_once_that_it_is_right(at: At) -> None:
    at.sends("Fay", "group/", group_of="1", words="Buses.", status=422)
    at.sends("Fay", "group/", group_of="3", words="A bus at eleven.", name="Tuesday group")
    point = at.last
    page = at.sees("Fay", f"{point}/codes/")
    codes = page.tree.xpath("//p[@class='big']/text()")
    assert len(codes) == 3
    assert "3 people agreed. None has said yet" in at.sees("Flo", f"{point}/").text
    for number, code in enumerate(codes[:2]):
        phone = at.phone(str(number))
        phone.post("/say/", {"code": code}, status=302)
        assert "A bus at eleven." in phone("/say/my/").text
        phone.post("/say/my/", {"do": "right" if number else "wrong"}, status=302)
        phone.post("/say/my/", {"do": "right"}, status=422)
        phone.post("/say/my/", {"do": "take_back", "point": point}, status=422)
    told = at.sees("Flo", f"{point}/").text
    assert "3 people agreed. 1 has said it is right. 1 says it is not." in told
    assert len(at.sees("Fay", f"{point}/codes/").tree.xpath("//p[@class='big']")) == 1


def test_what_was_typed_for_somebody_is_confirmed_with_their_code(at: At) -> None:
    form: dict[str, Any] = {"words": "No bus at night.", "way": "phone", "shown_as": "counted"}
    at.sends("Fay", "type/", **form, route="call", where="01632 960777")
    point = at.last
    assert "have not said yet whether it is right" in at.sees("Flo", f"{point}/").text
    (code,) = at.sees("Fay", f"{point}/codes/").tree.xpath("//p[@class='big']/text()")
    at.phone().post("/say/", {"code": code}, status=302)
    assert "Somebody typed this for you." in at.phone()("/say/my/").text
    at.phone().post("/say/my/", {"do": "right"}, status=302)
    assert "it is right: they have said so" in at.sees("Flo", f"{point}/").text
