"""Whoever would answer, confirm or count for another, read who said what, or guess a code."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections

from tests.a_meeting import ORIGIN
from tests.core.facts.story import an_id
from tests.kept import a_record
from tests.reading.pictures import a_png
from tests.screens.answering.at_a_work import At, a_work_at
from withus.actions import answering as act
from withus.actions.joining import enter
from withus.core.answering.shares import adopted_and_confirmed, theirs
from withus.core.errors import Refusal
from withus.core.facts import answering as a
from withus.core.facts.keeping import EntryConfirmed
from withus.core.words import (
    Capacity,
    ConfirmedHow,
    PointOutcome,
    PointSays,
    PointWay,
    ShownAs,
    ToldRoute,
)
from withus.jobs import telling_back
from withus.stores.answering.models import SayAnswer
from withus.stores.outbox import mail
from withus.stores.record.append import Actor
from withus.stores.record.read import find_log
from withus.stores.record.states import board_state

pytestmark = a_record
CANARY = "zaunkoenig"


@pytest.fixture
def at(db: None) -> At:
    """A work to attack."""
    return a_work_at()


def test_nobody_says_for_another_that_their_point_is_there(at: At) -> None:
    point = at.points.put("Bo", "Buses.")
    at.points.answer(point, PointOutcome.ADOPTED, "")
    fact = a.PointConfirmed(point=point, says=PointSays.THERE)
    people = at.points.there.here.people
    for name in ("Di", "Fay", "Olu", "Cy", "Una", "Sam"):
        for typist in (None, people["Fay"]):
            by = Actor(people[name], typed_by=typist)
            if typist == people[name]:
                continue
            with pytest.raises(Refusal):
                enter(fact, record=ORIGIN, by=by, now=at.points.by("Fay").now)


def test_a_point_by_a_card_never_counts_as_a_members_whatever_it_says(at: At) -> None:
    code = at.points.link()
    at.points.said(code, "Buses.", capacity="draws_on_services")
    point = at.last
    revision = at.points.there.revision()
    at.sends("Fay", f"{point}/link/", to=revision, paragraph="1")
    at.points.answer(point, PointOutcome.ADOPTED, "")
    at.phone().post("/say/", {"code": code}, status=302)
    at.phone().post("/say/my/", {"point": point, "do": "there"}, status=302)
    board = board_state(find_log(ORIGIN), at.points.there.state.opened.fact.board)  # type: ignore[union-attr]
    assert theirs(at.points.there.state, [board]) == {}
    assert adopted_and_confirmed(at.points.there.state, [board]) == ()
    assert at.points.stands(point).put.fact.said_capacity is Capacity.DRAWS_ON_SERVICES


def test_a_facilitator_cannot_put_a_point_as_a_card_or_confirm_what_they_typed(at: At) -> None:
    people = at.points.there.here.people
    put = a.PointPut(
        work=at.points.there.work,
        point=an_id("forged"),
        holding=None,
        said_capacity=Capacity.DRAWS_ON_SERVICES,
        way=PointWay.CARD,
        group_of=1,
        shown_as=ShownAs.COUNTED,
        person=people["Fay"],
        words="We love the plan.",
        attachment="",
    )
    with pytest.raises(Refusal, match="not_invited"):
        enter(put, record=ORIGIN, by=Actor(people["Fay"]), now=at.points.by("Fay").now)
    point = at.points.typed("We love the plan.")
    entry = at.points.stands(point).put.entry
    for how in ConfirmedHow:
        fact = EntryConfirmed(entry=entry, how=how, right=True)
        with pytest.raises(Refusal):
            enter(fact, record=ORIGIN, by=Actor(people["Fay"]), now=at.points.by("Fay").now)


def test_one_person_does_not_confirm_a_groups_say_six_times(at: At) -> None:
    point = at.points.group("A bus at eleven.", 6)
    entry = at.points.stands(point).put.entry
    people = at.points.there.here.people
    for name in ("Bo", "Di"):  # not of the group: as a second person, once each
        fact = EntryConfirmed(entry=entry, how=ConfirmedHow.SECOND_PERSON, right=True)
        by = Actor(people[name])
        enter(fact, record=ORIGIN, by=by, now=at.points.by(name).now)
        with pytest.raises(Refusal, match="said_already"):
            enter(fact, record=ORIGIN, by=by, now=at.points.by(name).now)
        own = EntryConfirmed(entry=entry, how=ConfirmedHow.OWN_CODE, right=True)
        with pytest.raises(Refusal):
            enter(own, record=ORIGIN, by=by, now=at.points.by(name).now)
    told = at.sees("Flo", f"{point}/").text
    assert "6 people agreed. None has said yet that it is right." in told
    assert "2 people who were not in the group say so too." in told


def test_a_code_used_twice_counts_once(at: At) -> None:
    point = at.points.group("A bus at eleven.", 2)
    codes = at.sees("Fay", f"{point}/codes/").tree.xpath("//p[@class='big']/text()")
    for browser in ("a", "b", "c"):
        at.phone(browser).post("/say/", {"code": codes[0]}, status=302)
        at.phone(browser).post("/say/my/", {"do": "right"}, status=302 if browser == "a" else 422)
    assert "1 has said it is right." in at.sees("Flo", f"{point}/").text
    assert SayAnswer.objects.filter(point=point).exclude(person=None).count() == 1


def test_nobody_is_said_to_be_told_who_was_not(at: At) -> None:
    point = at.points.put("Bo", "Buses.")
    fact = a.ContributorTold(point=point, route=ToldRoute.CALL, day=at.points.by("Fay").now.date())
    people = at.points.there.here.people
    with pytest.raises(Refusal, match="not_answered_yet"):
        enter(fact, record=ORIGIN, by=Actor(people["Fay"]), now=at.points.by("Fay").now)
    at.points.answer(point, PointOutcome.ADOPTED, "")
    for name in ("Bo", "Olu", "Cy", "Una"):
        with pytest.raises(Refusal, match="not_yours_to_do"):
            enter(fact, record=ORIGIN, by=Actor(people[name]), now=at.points.by(name).now)


def test_two_boards_of_a_theme_need_the_very_people_it_is_about(at: At) -> None:
    one, two = at.points.put("Flo", "Buses."), at.points.put("Flo", "Trains.")
    theme = at.points.theme(one, two, by="Flo", agreed_by=None)
    people = at.points.there.here.people
    for name in ("Gus", "Cy", "Flo"):
        fact = a.JoiningAgreed(theme=theme, holding=an_id(f"{name} sits"))
        with pytest.raises(Refusal):
            enter(fact, record=ORIGIN, by=Actor(people[name]), now=at.points.by(name).now)
    forged = a.JoiningAgreed(theme=theme, holding=an_id("Bo sits"))
    with pytest.raises(Refusal, match="not_yours_to_do"):
        enter(forged, record=ORIGIN, by=Actor(people["Fay"]), now=at.points.by("Fay").now)


def test_sealed_words_are_in_no_log_header_mail_or_table(at: At, caplog: Any) -> None:
    caplog.set_level(logging.DEBUG)
    at.sitting.mailed("Bo")
    code, phone = at.points.link(f"Card {CANARY}"), at.phone()
    phone.post("/say/", {"code": code}, status=302)
    sent = SimpleUploadedFile(f"{CANARY}.png", a_png(CANARY.encode()))
    answers = [phone.post("/say/my/card/1/", {"words": CANARY, "file": sent}, status=302)]
    phone.post("/say/my/who/", {"shown": "named", "name": CANARY}, status=302)
    answers.append(phone.post("/say/my/how/", {"route": "text", "where": CANARY}, status=302))
    answers.append(phone.post("/say/my/check/", {}, status=302))
    at.points.answer(at.last, PointOutcome.NOT, f"{CANARY} reason")
    point = at.points.put("Bo", CANARY)
    at.points.answer(point, PointOutcome.NOT, f"Because of {CANARY}")
    telling_back.tell.func()
    (letter,) = mail.waiting()
    assert CANARY not in letter.subject + letter.body
    assert CANARY not in caplog.text
    assert code not in caplog.text
    for each in answers:
        assert CANARY not in str(each.response.headers)
        assert code not in str(each.response.headers)
    assert not [table for table in tables_with(CANARY, code) if table]


def tables_with(*words: str) -> list[str]:
    """Return the tables of the main database in which words stand in clear."""
    found = []
    with connections["default"].cursor() as cursor:
        for table in connections["default"].introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            rows = str([[bytes(c) if isinstance(c, memoryview) else c for c in r] for r in cursor])
            found += [table for word in words if word in rows]
    return found


def test_a_contributor_sees_nobody_else_and_no_name_of_a_point_not_theirs(at: At) -> None:
    at.points.put("Bo", f"{CANARY} one", shown_as=ShownAs.NAMED)
    code = at.points.link()
    at.points.said(code, "Mine.")
    phone = at.phone()
    phone.post("/say/", {"code": code}, status=302)
    for address in ("/say/my/", f"/say/{code}/"):
        assert CANARY not in phone(address).text


def test_taking_back_is_not_undone_by_answering(at: At) -> None:
    point = at.points.put("Bo", "Buses.")
    act.take_back(point, by=at.points.by("Bo"))
    with pytest.raises(Refusal, match="point_withdrawn"):
        at.points.answer(point, PointOutcome.ADOPTED, "")
