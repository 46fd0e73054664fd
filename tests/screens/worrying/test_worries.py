"""Hurt, or worried: four doors before any box, and what is told is read by one person alone."""

from __future__ import annotations

import logging

import pytest
from django.core import mail
from django.test import Client

from tests.core.facts.story import START, an_id
from tests.example_record import ORIGIN
from tests.kept import a_record
from tests.screens.conftest import Visit
from tests.screens.mine.somebody import MINE, NAME, THORNMERE, Somebody, a_member, guarded, on_duty
from withus.actions.joining import enter
from withus.core.facts.keeping import ChallengeRaised
from withus.core.words import ChallengeGround, Duty
from withus.stores.record.append import Actor
from withus.stores.record.copying import copy_lines
from withus.stores.record.read import find_log
from withus.stores.worrying.models import Worry

pytestmark = a_record
DOORS, WORRIES = f"{THORNMERE}worry/", f"{THORNMERE}worries/"
TOLD = "the vicar of the heron meadow shouted at me"
SAID = "what Wren said of the fen"


def told(somebody: Somebody, **sent: str) -> Worry:
    """Tell a worry, and return the row of it."""
    somebody.visit.post(DOORS, {"words": TOLD, **sent}, status=302)
    return Worry.objects.order_by("made", "id").last()  # type: ignore[return-value]


def a_text(wren: Somebody) -> int:
    """Let Wren say something in the record; return its entry."""
    raised = ChallengeRaised(
        challenge=an_id("of wren"), entry=31, ground=ChallengeGround.SCOPE, what=SAID
    )
    return enter(raised, record=ORIGIN, by=Actor(person=wren.person), now=START)[0]


def test_the_four_doors_stand_before_any_box_and_are_for_anybody() -> None:
    a_member()
    guarded()
    page = Visit(Client())(DOORS)
    assert len(page.tree.xpath("//main//ol/li/h2")) == 4
    assert not page.tree.xpath("//main//textarea")
    assert "Lee Guard" not in page.text


def test_inside_the_box_comes_after_the_doors_and_says_who_reads_it() -> None:
    wren, _ = a_member(), guarded()
    page = wren.visit(DOORS)
    order = page.tree.xpath("//main//ol/li/h2 | //main//textarea")
    assert [each.tag for each in order] == ["h2", "h2", "h2", "h2", "textarea"]
    assert "Who reads this: the safeguarding lead, and nobody else" in page.text
    assert "Only the safeguarding lead reads it: Lee Guard." in page.text


def test_every_page_of_a_partnership_leads_to_the_doors() -> None:
    wren = a_member()
    for path in (THORNMERE, f"{THORNMERE}record/", f"{THORNMERE}record/entries/31/", MINE):
        assert wren.visit(path).tree.xpath(f"//footer//a[@href='{DOORS}']"), path


def test_without_a_lead_there_is_no_box_and_nothing_is_taken_in() -> None:
    wren = a_member()
    page = wren.visit(DOORS)
    assert not page.tree.xpath("//main//textarea | //main//form//button")
    assert "Nobody is the safeguarding lead." in page.text
    wren.visit.post(DOORS, {"words": TOLD}, status=422)
    assert not Worry.objects.exists()


def test_who_told_it_is_kept_only_where_they_say_so() -> None:
    wren, (lead, _data) = a_member(), guarded()
    nameless, named = told(wren), told(wren, named="yes")
    rows = {each.by for each in Worry.objects.all()}
    assert rows == {"", wren.person}
    seen = [lead.visit(f"{WORRIES}{each.id}/").text for each in Worry.objects.all()]
    assert sum(NAME in page for page in seen) == 1
    assert all(TOLD in page for page in seen)
    assert nameless.made == named.made


def test_only_the_lead_reads_worries() -> None:
    wren, (lead, data) = a_member(), guarded()
    worry, officer = told(wren), on_duty(Duty.HOST, "Olly Office")
    others = (
        wren,
        data,
        officer,
        on_duty(Duty.FACILITATOR, "Fay"),
        on_duty(Duty.ULO_CONTACT, "Uli"),
    )
    for somebody in others:
        for path in (WORRIES, f"{WORRIES}{worry.id}/"):
            page = somebody.visit(path, status=403)
            assert TOLD not in page.response.content.decode()
        somebody.visit.post(f"{WORRIES}{worry.id}/", {"outcome": "shown"}, status=403)
    assert TOLD in lead.visit(f"{WORRIES}{worry.id}/").text


def test_a_worry_is_in_nobodys_list_but_the_writers_own_under_their_name() -> None:
    wren, (lead, data) = a_member(), guarded()
    told(wren)
    for somebody in (wren, lead, data):
        assert TOLD not in somebody.visit.client.get(f"{MINE}held/file/").content.decode()
    told(wren, named="yes")
    assert TOLD in wren.visit.client.get(f"{MINE}held/file/").content.decode()
    assert TOLD not in lead.visit.client.get(f"{MINE}held/file/").content.decode()


def test_a_worry_is_in_no_log_no_mail_and_no_entry(caplog: pytest.LogCaptureFixture) -> None:
    wren, (lead, _data) = a_member(), guarded()
    before = find_log(ORIGIN).size
    with caplog.at_level(logging.DEBUG):
        worry = told(wren, entry="31")
        lead.visit(f"{WORRIES}{worry.id}/")
    assert TOLD not in caplog.text
    assert TOLD.encode() not in bytes(worry.sealed)
    assert not mail.outbox
    assert find_log(ORIGIN).size == before


def test_an_entry_that_worries_somebody_is_hidden_until_the_lead_shows_it_again() -> None:
    wren, (lead, _data) = a_member(), guarded()
    entry = a_text(wren)
    words = f"{MINE}held/words/"
    assert SAID in wren.visit(words).text
    link = wren.visit(f"{THORNMERE}record/entries/{entry}/").tree.xpath(
        f"//main//a[@href='{DOORS}?entry={entry}']"
    )
    assert link
    assert f"This is about entry {entry}." in wren.visit(f"{DOORS}?entry={entry}").text
    worry = told(wren, entry=str(entry), words="")
    assert SAID not in wren.visit(words).text
    assert "Hidden for now" in wren.visit(words).text
    at = f"{WORRIES}{worry.id}/"
    assert SAID in lead.visit(at).text
    assert "Write a sentence or two." in lead.visit.post(at, {"outcome": "shown"}, status=422).text
    assert "Choose what happens now." in lead.visit.post(at, {}, status=422).text
    lead.visit.post(at, {"outcome": "hidden"}, status=302)
    assert SAID not in wren.visit(words).text
    lead.visit.post(at, {"outcome": "shown", "reason": "It names nobody."}, status=302)
    assert SAID in wren.visit(words).text


def test_a_hidden_entry_is_in_no_opened_copy() -> None:
    from tests.example_record import sign

    wren, _ = a_member(), guarded()
    entry = a_text(wren)
    sign()
    log = find_log(ORIGIN)
    assert SAID.encode() in b"".join(copy_lines(log, opened=True))
    told(wren, entry=str(entry))
    assert SAID.encode() not in b"".join(copy_lines(log, opened=True))


def test_who_is_not_in_the_partnership_cannot_tell_one() -> None:
    a_member()
    guarded()
    Visit(Client()).post(DOORS, {"words": TOLD}, status=302)
    assert not Worry.objects.exists()


def test_an_entry_that_is_not_there_is_refused() -> None:
    wren, _ = a_member(), guarded()
    wren.visit.post(DOORS, {"words": TOLD, "entry": "9999"}, status=422)
    wren.visit.post(DOORS, {"words": " "}, status=422)
    assert not Worry.objects.exists()


def test_the_list_of_the_lead_asks_as_often_for_many_as_for_few() -> None:
    wren, (lead, _data) = a_member(), guarded()
    told(wren)
    lead.visit(WORRIES)
    few = len(lead.visit.asked)
    for _ in range(60):
        told(wren)
    assert "61 worries" in lead.visit(WORRIES).text
    assert len(lead.visit.asked) == few <= 15
