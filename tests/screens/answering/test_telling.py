"""Told by their own route, once: by mail, on their page, by a letter, a call; or by nobody."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core import mail as sent_mail
from django.test import override_settings

from tests.a_meeting import ORIGIN
from tests.kept import a_record
from tests.screens.answering.at_a_work import At, a_work_at
from withus.actions.keeping import erase_person
from withus.core.words import ErasedGround, PointOutcome, ShownAs, ToldRoute
from withus.jobs import posting, telling_back
from withus.stores.answering.models import Reach, SayAnswer, Telling
from withus.stores.outbox import mail

pytestmark = a_record
SAID = "/me/withus.example~ambleford/said/"


@pytest.fixture
def at(db: None) -> At:
    """A work to be told of."""
    return a_work_at()


def test_a_member_with_an_address_is_told_once_the_mail_is_handed_on(at: At) -> None:
    at.sitting.mailed("Bo")
    point = at.points.put("Bo", "Sealed buses.")
    at.points.answer(point, PointOutcome.NOT, "Sealed reason.")
    telling_back.tell.func()
    telling_back.tell.func()
    (letter,) = mail.waiting()
    assert letter.address == "bo@ambleford.example"
    assert "Sealed" not in letter.subject + letter.body
    assert SAID in letter.body
    assert at.points.stands(point).told == ()
    with override_settings(EMAIL_HOST="mail.example"):
        assert posting.deliver(now=datetime.now(UTC)) == 1
        assert posting.deliver(now=datetime.now(UTC)) == 0
    assert len(sent_mail.outbox) == 1
    assert [one.fact.route for one in at.points.stands(point).told] == [ToldRoute.EMAIL]


def test_where_no_mail_can_be_sent_nobody_is_said_to_be_told(at: At) -> None:
    at.sitting.mailed("Bo")
    point = at.points.put("Bo", "Buses.")
    at.points.answer(point, PointOutcome.ADOPTED, "")
    telling_back.tell.func()
    assert posting.deliver(now=datetime.now(UTC)) == 0
    assert at.points.stands(point).told == ()
    assert "1 person waits" in at.sees("Fay", "to-tell/").text


def test_who_lost_their_address_is_told_by_letter(at: At) -> None:
    from withus.stores.accounts.models import Address

    at.sitting.mailed("Bo")
    point = at.points.put("Bo", "Buses.")
    at.points.answer(point, PointOutcome.ADOPTED, "")
    Address.objects.all().delete()
    telling_back.tell.func()
    assert not mail.waiting()
    assert Telling.objects.get().route == "letter"


def test_a_member_sees_on_their_page_what_happened_and_says_that_they_have(at: At) -> None:
    point = at.points.put("Bo", "Buses at night.")
    at.points.answer(point, PointOutcome.PARTLY, "Until eleven.")
    page = at.sitting.as_("Bo")(SAID)
    assert "Until eleven." in page.text
    assert "There is an answer you were not told of yet." in page.text
    assert at.points.stands(point).told == ()
    at.sitting.as_("Bo").post(SAID, {"do": "seen"}, status=302)
    assert [one.fact.route for one in at.points.stands(point).told] == [ToldRoute.SCREEN]
    page = at.sitting.as_("Bo")(SAID)
    assert "not told of yet" not in page.text
    at.sitting.as_("Bo").post(SAID, {"do": "seen"}, status=302)
    assert len(at.points.stands(point).told) == 1
    at.sitting.as_("Bo").post(SAID, {"do": "there", "point": point}, status=302)
    assert "You said: it is there." in at.sitting.as_("Bo")(SAID).text
    assert "Buses at night." not in at.sitting.as_("Di")(SAID).text
    at.sitting.as_("Di").post(SAID, {"do": "there", "point": point}, status=422)


def test_who_said_how_is_told_by_hand_and_the_page_says_where_that_reaches_them(at: At) -> None:
    code = at.points.link()
    at.points.said(code, "It is dark.", route="call", where="01632 960999")
    point = at.last
    assert "01632" not in str(Reach.objects.values_list("sealed", flat=True)[0])
    at.points.answer(point, PointOutcome.NOT, "There is a law.")
    page = at.sees("Fay", "to-tell/")
    assert "By phone, 01632 960999" in page.text
    assert "It is dark." in page.text
    for name in ("Bo", "Olu", "Una"):
        at.sees(name, "to-tell/", status=403)
    telling = Telling.objects.get().id
    at.sends("Bo", "to-tell/", telling=telling, route="call", status=403)
    at.sends("Fay", "to-tell/", telling=telling, route="email", status=422)
    at.sends("Fay", "to-tell/", telling="nobody's", route="call", status=422)
    at.sends("Fay", "to-tell/", telling=telling, route="call")
    at.sends("Fay", "to-tell/", telling=telling, route="call", status=422)
    assert [one.fact.route for one in at.points.stands(point).told] == [ToldRoute.CALL]
    assert "Told by phone" in at.sees("Flo", f"{point}/").text


def test_letters_to_post_hold_what_each_said_and_what_was_answered(at: At) -> None:
    at.points.said(at.points.link(), "It is dark.", route="letter", where="3 Mill Lane, Ambleford")
    at.points.answer(at.last, PointOutcome.ADOPTED, "Lamps come in May.")
    page = at.sees("Fay", "to-tell/letters/")
    for words in ("3 Mill Lane", "It is dark.", "Lamps come in May.", "It is taken up."):
        assert words in page.text


def test_somebody_whom_nobody_can_reach_is_counted_as_that(at: At) -> None:
    at.points.said(at.points.link(), "It is dark.", route="")
    at.points.answer(at.last, PointOutcome.ADOPTED, "")
    assert Telling.objects.get().route == ""
    assert "Nobody knows how to reach 1 of them." in at.sees("Fay", "to-tell/").text


def test_a_new_answer_is_told_anew_and_the_old_one_no_more(at: At) -> None:
    point = at.points.put("Bo", "Buses.")
    at.points.answer(point, PointOutcome.NOT, "There is a law.")
    last = at.points.answer(point, PointOutcome.ADOPTED, "The law is gone.")
    assert Telling.objects.get().entry == last


def test_who_is_erased_leaves_no_route_no_code_and_nothing_to_tell(at: At) -> None:
    code = at.points.link()
    at.points.said(code, "It is dark.", route="call", where="01632 960999")
    at.points.answer(at.last, PointOutcome.ADOPTED, "")
    person = SayAnswer.objects.get().person or ""
    erase_person(
        record=ORIGIN, person=person, ground=ErasedGround.ASKED, now=at.points.by("Fay").now
    )
    for table in (Reach, Telling, SayAnswer):
        assert not table.objects.exists()
    assert "It is dark." not in at.sees("Flo").text
    assert "Everybody whose point is answered was told." in at.sees("Fay", "to-tell/").text
    at.phone().post("/say/", {"code": code}, status=422)


def test_who_chose_not_to_be_named_is_told_without_a_word_of_what_they_said(at: At) -> None:
    point = at.points.put("Bo", "Sealed buses.")
    at.sitting.as_("Bo")  # a way in, and no address: by letter
    at.points.answer(point, PointOutcome.NOT, "Sealed reason.")
    for path in ("to-tell/", "to-tell/letters/"):
        text = at.sees("Fay", path).text
        assert "Sealed" not in text
        assert "Bo" in text
    assert "chose not to be named" in at.sees("Fay", "to-tell/").text
    named = at.points.put("Bo", "Open buses.", shown_as=ShownAs.NAMED)
    at.points.answer(named, PointOutcome.NOT, "An open reason.")
    assert "An open reason." in at.sees("Fay", "to-tell/letters/").text
