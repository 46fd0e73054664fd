"""Who has which duty: by name to those inside, by title to all; the officer gives and ends them."""

from __future__ import annotations

from django.test import Client

from tests.example_record import ORIGIN
from tests.kept import a_record
from tests.screens.conftest import Visit
from tests.screens.mine.somebody import THORNMERE, a_member, guarded, on_duty
from withus.core.words import Duty
from withus.stores.inviting.models import Invitation
from withus.stores.people.identity import add_people, add_person
from withus.stores.record.read import find_log

pytestmark = a_record
DUTIES = f"{THORNMERE}duties/"


def test_names_are_for_those_inside_and_titles_for_all() -> None:
    wren, _ = a_member(), guarded()
    inside, outside = wren.visit(DUTIES).text, Visit(Client())(DUTIES).text
    for said in (inside, outside):
        assert "Safeguarding lead" in said
        assert "Data contact" in said
    assert "Lee Guard" in inside
    assert "Lee Guard" not in outside


def test_where_nobody_guards_it_says_so_plainly() -> None:
    a_member()
    page = Visit(Client())(DUTIES)
    assert "Nobody is the safeguarding lead. Nobody is the data contact." in page.text
    guarded()
    assert "Somebody is missing" not in Visit(Client())(DUTIES).text


def test_the_officer_gives_a_duty_after_looking_once_more() -> None:
    a_member()
    officer, new = on_duty(Duty.HOST, "Olly Office"), add_person(ORIGIN, "Sam Safe").person
    assert "Sam Safe" in officer.visit(f"{DUTIES}give/").text
    chosen = f"{DUTIES}give/check/?duty=safeguarding&person={new}"
    before = find_log(ORIGIN).size
    assert officer.visit(chosen).h1 == "Is Sam Safe to have this duty?"
    assert find_log(ORIGIN).size == before
    sent = {"duty": "safeguarding", "person": new}
    officer.visit.post(f"{DUTIES}give/check/", sent, status=302)
    assert "Sam Safe" in officer.visit(DUTIES).text


def test_in_a_large_partnership_one_looks_for_a_name() -> None:
    a_member()
    officer, new = on_duty(Duty.HOST, "Olly Office"), add_person(ORIGIN, "Sâm Safe").person
    few = officer.visit(f"{DUTIES}give/")
    assert not few.tree.xpath("//input[@name='q']")
    add_people(ORIGIN, [f"Person {number}" for number in range(60)])
    assert "Sâm Safe" not in officer.visit(f"{DUTIES}give/").text
    assert "1 person found" in officer.visit(f"{DUTIES}give/?q=sam").text
    page = officer.visit(f"{DUTIES}give/?q=per")
    assert "The first 50 are shown." in page.text
    page = officer.visit(f"{DUTIES}give/check/?q=sam&duty=safeguarding&person=", status=422)
    assert page.tree.xpath(f"//option[@value='{new}']")
    assert page.text.count("Choose a person.") == 2


def test_to_give_a_duty_asks_as_often_at_a_thousand_as_at_a_hundred() -> None:
    a_member()
    officer, asked = on_duty(Duty.HOST, "Olly Office"), []
    for count in (100, 900):
        add_people(ORIGIN, [f"Person {number}" for number in range(count)])
        officer.visit(f"{DUTIES}give/?q=p")
        asked.append(len(officer.visit.asked))
    assert asked[1] <= asked[0] <= 15


def test_the_officer_invites_somebody_new_to_each_duty_from_there() -> None:
    wren = a_member()
    officer = on_duty(Duty.HOST, "Olly Office")
    ways = "//main//a[contains(@href, '/people/invite/?duty=')]"
    links = officer.visit(DUTIES).tree.xpath(ways)
    assert [each.get("href").rpartition("=")[2] for each in links] == [each.value for each in Duty]
    for each in links:
        page = officer.visit(each.get("href"))
        assert page.h1 == "Invite somebody"
    sent = {"route": "letter", "name": "Sam Safe", "phone": "01234", "step": "send"}
    address = f"{THORNMERE}people/invite/"
    officer.visit.post(address, {**sent, "duty": "safeguarding"}, status=302)
    row = Invitation.objects.get()
    assert (row.duty, row.place, row.board) == ("safeguarding", None, None)
    for somebody in (wren, on_duty(Duty.FACILITATOR, "Fay Green")):
        assert not somebody.visit(DUTIES).tree.xpath(ways)


def test_what_was_not_chosen_is_put_right() -> None:
    a_member()
    officer = on_duty(Duty.HOST, "Olly Office")
    page = officer.visit(f"{DUTIES}give/check/?duty=queen&person=nobody", status=422)
    for each in ("Choose a duty.", "Choose a person."):
        assert page.text.count(each) == 2  # at the head, and at its field


def test_the_officer_ends_a_duty_and_is_told_what_that_turns_off() -> None:
    a_member()
    lead, _data = guarded()
    officer = on_duty(Duty.HOST, "Olly Office")
    links = officer.visit(DUTIES).tree.xpath("//main//li//a[contains(@href, '/end/')]/@href")
    page = officer.visit(links[0])
    assert "Nobody else has this duty." in page.text
    officer.visit.post(links[0], status=302)
    assert "Nobody is the safeguarding lead." in officer.visit(DUTIES).text
    officer.visit(links[0], status=404)
    assert "It can be done by: the safeguarding lead." in (
        lead.visit(f"{THORNMERE}worries/", status=403).text
    )


def test_only_the_officer_gives_and_ends_duties() -> None:
    wren, (lead, data) = a_member(), guarded()
    for somebody in (wren, lead, data):
        for path in ("give/", "give/check/", "x/end/"):
            somebody.visit(DUTIES + path, status=403)
        somebody.visit.post(f"{DUTIES}give/check/", {"duty": "data"}, status=403)
        somebody.visit.post(f"{DUTIES}x/end/", status=403)
