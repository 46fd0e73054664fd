"""Setting a partnership up: each step is kept, sealed; a record begins when it is opened."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate, now

from tests.core.facts.story import START
from tests.core.setting_up.plans import LIST
from tests.example_record import opening
from tests.kept import a_record
from tests.practice_run import practise
from tests.screens.conftest import Visit
from tests.screens.mine.somebody import a_member, on_duty
from tests.screens.setting_up.walk import ABOUT, DUTIES, Walk, begun
from withus.actions.setting_up import begin_with, let_start
from withus.actions.signing_in import Asking
from withus.core.rules.signing_in import TooOften
from withus.core.setting_up.listed import MOST_MEMBERS
from withus.core.words import Duty
from withus.questions import setting_up as ask
from withus.questions.inviting import on_paper
from withus.stores.accounts.accounts import link
from withus.stores.accounts.models import Account
from withus.stores.inviting.invitations import CodeVoid
from withus.stores.joining.models import PartnershipRow, PlaceRow
from withus.stores.keys.locker import find_keys
from withus.stores.keys.models import Key
from withus.stores.outbox.models import Mail
from withus.stores.people.identity import add_person
from withus.stores.record.models import Log, SealedValue
from withus.stores.setting_up.drafts import forget_old
from withus.stores.setting_up.models import Draft

pytestmark = a_record
RECORD = "localhost/thornmere-together/practice"
PRACTISED = f"/partnerships/{RECORD.replace('/', '~')}/"


def errors(page: object) -> list[str]:
    return [each.text_content().strip() for each in page.tree.xpath("//*[@role='alert']//li")]  # type: ignore[attr-defined]


def test_a_code_lets_somebody_begin_once_and_gives_them_a_way_back_in() -> None:
    visit, code = Visit(Client()), let_start("Ola Reed", now=now())
    page = visit.post("/set-up/", {"code": code.lower()})
    assert page.h1 == "What do you start from?"
    own = page.tree.xpath("//p[@class='big']")[0].text
    again = Visit(Client()).post("/set-up/", {"code": code}, status=422)
    assert "This code does not work" in errors(again)[0]
    other = Visit(Client())
    other.post("/sign-in/own-code/", {"code": own}, status=302)
    assert "Without a name yet" in other("/set-up/").text


@pytest.mark.parametrize(("days", "status"), [(27, 200), (28, 422)])
def test_a_code_does_for_28_days(days: int, status: int) -> None:
    code = let_start("Ola Reed", now=now() - timedelta(days=days))
    Visit(Client()).post("/set-up/", {"code": code}, status=status)


def test_whoever_is_signed_in_says_whether_the_code_is_for_them() -> None:
    walk, code = begun(), let_start("Ola Reed", now=now())
    page = walk.visit.post("/set-up/", {"code": code}, status=422)
    assert errors(page) == ["Nothing has been chosen yet. Choose one of the answers."]
    walk.visit.post("/set-up/", {"code": code, "way": "same"})
    assert Account.objects.count() == 1
    assert walk.visit("/set-up/").text.count("Last changed on") == 2


def test_wrong_codes_are_counted() -> None:
    asking = Asking("192.0.2.1", START)
    code = let_start("Ola", now=START)
    for _ in range(30):
        with pytest.raises(CodeVoid):
            begin_with("ABCD-ABCD-ABCD", account=None, asking=asking)
    with pytest.raises(TooOften):
        begin_with(code, account=None, asking=asking)
    assert begin_with(code, account=None, asking=Asking("192.0.2.2", START)).code


def test_from_a_code_to_a_practice_run_with_its_letters() -> None:
    walk = begun()
    walk.all_but_opened()
    assert not Log.objects.exists()
    page = walk.see("check")
    for told in ("6 members. 3 are people it’s about.", "The others can’t decide without them."):
        assert told in page.text
    sent = walk.send("check", {})
    assert sent.response["Location"] == f"/set-up/opened/{RECORD.replace('/', '~')}/"
    opened = walk.visit(sent.response["Location"])
    assert opened.h1 == "Thornmere Together is open"
    assert "Print 8 letters" in opened.text
    (rules,) = opened.tree.xpath("//main//a[contains(@href, '/rules/')]/@href")
    assert "At least two of the people it is about must be in the room." in walk.visit(rules).text
    assert PartnershipRow.objects.get().practice
    assert PlaceRow.objects.filter(chair=True).count() == 2
    letters = walk.visit(f"{PRACTISED}people/letters/").text
    for each in ("Dear Sam Ward,", "Dear Mary O'Neill,", "Dear Lee Guard,", "Dear Dot Keeper,"):
        assert each in letters
    duties = walk.visit(f"{PRACTISED}duties/")
    held = [each.text_content() for each in duties.tree.xpath("//main//li")]
    assert sum("Ola Reed" in each for each in held) == 2  # officer and facilitator
    assert not Draft.objects.exists()


def test_nobody_else_sees_anything_of_it() -> None:
    walk = begun()
    walk.all_but_opened()
    walk.send("check", {})
    stranger = Visit(Client(raise_request_exception=False))
    for path in (PRACTISED, f"{PRACTISED}record/", f"{PRACTISED}duties/"):
        stranger(path, status=404)
    assert "Thornmere Together" not in stranger("/partnerships/").text
    other = begun("Somebody Else")
    other.visit(f"/set-up/opened/{RECORD.replace('/', '~')}/", status=404)


def test_a_letter_lets_its_member_in_and_no_one_else_has_answered_for_them() -> None:
    walk = begun()
    walk.all_but_opened()
    walk.send("check", {})
    (sam,) = (each for each in on_paper(RECORD, [], now=now()) if each.name == "Sam Ward")
    visit = Visit(Client())
    visit.post("/in/", {"code": sam.sealed.code}, status=302)
    visit.post("/in/place/", {"answer": "yes", "shown_as": "role"})
    assert PlaceRow.objects.exclude(holding=None).count() == 1


def test_what_was_set_up_goes_live_once_somebody_guards_it() -> None:
    walk = begun()
    walk.all_but_opened()
    walk.send("duties", DUTIES | {"safeguarding": "me", "data": "me"})
    walk.send("check", {})
    live = f"{PRACTISED}practice/go-live/"
    seen = walk.visit(live).tree.xpath("//input[@name='seen']/@value")[0]
    walk.visit.post(live, {"seen": seen}, status=302)
    page = Visit(Client())("/partnerships/localhost~thornmere-together/")
    assert page.h1 == "Thornmere Together"


def test_what_is_planned_lies_sealed_and_goes_with_its_key() -> None:
    walk = begun()
    walk.send("", {"preset": "carers"})
    walk.send("members", {"pasted": LIST})
    row = Draft.objects.get()
    assert b"Ward" not in bytes(row.sealed) and b"carers" not in bytes(row.sealed)
    walk.visit.post(walk.at("throw-away"), status=302)
    assert not Draft.objects.exists()
    assert find_keys([row.key]) == {}


def test_what_nobody_changes_for_90_days_goes() -> None:
    walk = begun()
    let_start("Never Came", now=now())
    forget_old(on=localdate() + timedelta(days=27))
    assert Draft.objects.count() == 2
    forget_old(on=localdate() + timedelta(days=28))
    assert Draft.objects.get().id == walk.draft
    forget_old(on=localdate() + timedelta(days=90))
    assert not Draft.objects.exists()
    assert Key.objects.filter(id__startswith=walk.draft).count() == 0


def test_a_step_says_what_is_missing_and_keeps_what_was_typed() -> None:
    walk = begun()
    page = walk.send("about", {**ABOUT, "host": ""}, status=422)
    (told,) = errors(page)
    assert told.startswith("Nobody is named as the host. Type the name of the council")
    assert walk.see("about").tree.xpath("//input[@id='name']/@value") == ["Thornmere Together"]
    told = walk.see("check").text
    assert "Still to be done" in told and "Nobody is on the list yet." in told
    assert "Open it as a practice run" not in told
    page = walk.send("check", {}, status=422)
    assert not Log.objects.exists()


def test_places_are_put_right_added_and_left_out() -> None:
    walk = begun()
    walk.send("members", {"pasted": "Sam Ward, self-advocate\nNed Yew\nFay Note, minute taker"})
    page = walk.send("places", walk.as_it_stands("places"), status=422)
    assert "what Ned Yew is on the board as" in errors(page)[0]
    sent = walk.as_it_stands("places") | {"capacity-1": "unpaid_carers", "gone-2": "on"}
    sent.pop("vote-1")
    added = {"do": "add", "new-name": "Kit Low", "new-capacity": "draws_on_services"}
    walk.send("places", sent | added)
    page = walk.see("places")
    names = [each.text.strip() for each in page.tree.xpath("//li//legend")]
    assert names == ["Sam Ward", "Ned Yew", "Kit Low"]
    assert page.tree.xpath("//input[@name='vote-1']/@checked") == []
    assert page.tree.xpath("//select[@id='capacity-1']/option[@selected]/@value") == [
        "unpaid_carers"
    ]


def test_one_place_may_differ_from_the_others_of_its_capacity() -> None:
    walk = begun()
    walk.send("", {"preset": "learning_disability"})
    walk.send("members", {"pasted": LIST})
    sent = walk.as_it_stands("places") | {"do": "1"}
    assert walk.send("places", sent).response["Location"] == walk.at("places/1")
    mine = walk.as_it_stands("places/1")
    page = walk.send("places/1", mine | {"vote_until": "soon"}, status=422)
    assert "“soon” is no day" in errors(page)[0]
    page = walk.send("places/1", mine | {"marks": "Senior Staff"}, status=422)
    assert "is no mark" in errors(page)[0]
    walk.send("places/1", mine | {"kind": "drawn", "vote_from": "1/9/2027", "marks": "our_say"})
    told = walk.as_it_stands("places/1")
    assert (told["kind"], told["vote_from"], told["marks"]) == ("drawn", "1/9/2027", "our_say")
    assert walk.as_it_stands("places/0")["kind"] == "named"


def test_the_mirror_follows_the_rules_by_a_button() -> None:
    walk = begun()
    walk.send("", {"preset": "learning_disability"})
    walk.send("members", {"pasted": LIST + "\n".join(f"{a}o Fir, nurse" for a in "BDJLRTM")})
    walk.send("places", walk.as_it_stands("places"))
    assert "The others can’t decide without them." in walk.see("rules").text
    sent = walk.as_it_stands("rules")
    for number in (0, 2):
        sent.pop(f"use-{number}")
    done = walk.send("rules", sent | {"do": "look"})
    assert done.response["Location"].endswith("/rules/#mirror")
    told = walk.see("rules").text
    assert "13 members. 3 are people it’s about." in told
    assert "The others can decide without them. If two of them must agree, they can’t." in told


def test_a_script_looks_at_what_the_rules_would_mean_and_keeps_nothing() -> None:
    walk = begun()
    walk.send("", {"preset": "learning_disability"})
    walk.send("members", {"pasted": LIST})
    sent = walk.as_it_stands("rules") | {"step": "look"}
    for number in range(3):
        sent.pop(f"use-{number}")
    before = bytes(Draft.objects.get().sealed)
    page = walk.send("rules", sent, status=200)
    means = page.tree.xpath("//*[@id='mirror']//*[@id='mirror-means']")[0].text_content()
    assert "No rule says who must be there or agree." in means
    assert bytes(Draft.objects.get().sealed) == before
    page = walk.send(
        "rules", walk.as_it_stands("rules") | {"count-0": "9", "step": "look"}, status=422
    )
    assert "asks for 9" in page.tree.xpath("//*[@id='mirror-said']")[0].text_content()


def test_a_rule_that_cannot_be_so_is_refused_beside_it() -> None:
    walk = begun()
    walk.send("", {"preset": "learning_disability"})
    walk.send("members", {"pasted": LIST})
    sent = walk.as_it_stands("rules") | {"count-0": "9"}
    page = walk.send("rules", sent, status=422)
    assert "Rule 1: a rule that asks for 9, where the places for them number 3." in errors(page)[0]
    assert page.tree.xpath("//li[@id='rule-1']//*[@class='err']")
    page = walk.send("rules", walk.as_it_stands("rules") | {"force-1": "law"}, status=422)
    assert "no source" in errors(page)[0]


def test_an_e_mail_goes_out_only_when_it_is_opened() -> None:
    walk = begun()
    walk.all_but_opened()
    sent = walk.as_it_stands("invitations") | {"asked-0": "email"}
    page = walk.send("invitations", sent, status=422)
    assert "Sam Ward has no e-mail address yet" in errors(page)[0]
    walk.send("invitations", sent | {"address-0": "sam@example.org", "asked-1": "later"})
    assert Mail.objects.count() == 0
    walk.send("check", {})
    assert Mail.objects.count() == 1
    assert len(on_paper(RECORD, [], now=now())) == 6


def test_whoever_is_named_twice_is_one_person() -> None:
    walk = begun()
    walk.all_but_opened()
    walk.send("duties", DUTIES | {"name-safeguarding": "dr  PAT elm", "name-data": "Ola Reed"})
    walk.send("check", {})
    invited = [each.name for each in on_paper(RECORD, [], now=now())]
    assert len(set(invited)) == len(invited) - 1


def test_all_is_opened_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    walk = begun()
    walk.all_but_opened()
    monkeypatch.setattr("withus.actions.setting_up.invite", no_room)
    response = walk.visit.client.post(walk.at("check"))
    assert response.status_code == 422
    assert not Log.objects.exists() and not SealedValue.objects.exists()
    assert Draft.objects.exists()


def no_room(*_given: object, **_named: object) -> None:
    from withus.stores.record.whole import NoRoom

    raise NoRoom("no_room")


def test_whoever_presses_twice_opens_it_once_and_is_not_told_that_it_failed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    walk = begun()
    walk.all_but_opened()
    plan = ask.draft(walk.draft, str(Account.objects.get().pk))
    walk.send("check", {})
    monkeypatch.setattr("withus.questions.setting_up.draft", lambda *_: plan)  # seen before
    again = walk.send("check", {})
    assert again.response["Location"] == "/me/"
    assert Log.objects.count() == 1


def test_a_second_one_of_the_same_name_gets_a_record_of_its_own() -> None:
    for _ in range(2):
        walk = begun()
        walk.all_but_opened()
        walk.send("check", {})
    origins = sorted(Log.objects.values_list("origin", flat=True))
    assert origins == [RECORD, f"{RECORD}/2"]


def test_a_hosts_officer_begins_another_and_a_member_does_not() -> None:
    member, officer = a_member(), on_duty(Duty.HOST, "Olly Office")
    assert "Begin another" not in member.visit("/set-up/").text
    member.visit.post("/set-up/new/", status=302)
    assert not Draft.objects.exists()
    assert "Begin another" in officer.visit("/set-up/").text
    for number in range(3):  # in which Olly is somebody, and no officer
        elsewhere = f"withus.example/other{number}/practice"
        practise(elsewhere, facts=[opening(practice=True)])
        link(officer.account, origin=elsewhere, person=add_person(elsewhere, "Olly").person)
    officer.visit.post("/set-up/new/", status=302)
    walk = Walk(officer.visit, Draft.objects.get().id)
    assert "Olly Office" in walk.see("duties").text


def test_last_years_board_is_copied_with_names_for_those_who_may_see_them() -> None:
    member, jo = a_member(), on_duty(Duty.FACILITATOR, "Jo Bell")
    officer = on_duty(Duty.HOST, "Olly Office")
    officer.visit.post("/set-up/new/", status=302)
    walk = Walk(officer.visit, Draft.objects.get().id)
    page = walk.see("last-year")
    (wanted,) = (
        each.get("value")
        for each in page.tree.xpath("//input[@type='radio']")
        if "Coming Home" in each.getparent().text_content()
    )
    walk.send("last-year", {}, status=422)
    walk.send("last-year", {"board": wanted})
    assert walk.see("about").tree.xpath("//input[@id='board']/@value") == ["Coming Home board"]
    told = walk.see("places").text
    assert "Wren Castellane" in told and "13 places" in told
    assert "At least two of the people it is about must be in the room." in walk.see("rules").text
    for somebody in (member, jo):
        visit = somebody.visit
        visit.post("/set-up/", {"code": let_start("Jo Bell", now=now()), "way": "same"})
        draft = Draft.objects.get(account=somebody.account).id
        told = Walk(visit, draft).see("last-year").text
        assert ("Coming Home" in told) is (somebody is jo)


def test_seventy_places_ask_no_more_of_the_tables_than_six_and_fit_on_a_page() -> None:
    few, many = begun(), begun("Somebody Else")
    listed = "\n".join(f"{a}o {b}elling, nurse, NHS" for a in "BCDFGHJ" for b in "BCDFGHJKLM")
    for walk, pasted in ((few, LIST), (many, listed)):
        walk.send("", {"preset": "blank"})
        walk.send("members", {"pasted": pasted})
    for step in ("places", "chosen", "rules", "invitations", "check"):
        few.see(step)
        asked = len(few.visit.asked)
        page = many.see(step)
        assert len(many.visit.asked) == asked <= 10
        assert step != "places" or len(page.tree.xpath("//li//legend")) == MOST_MEMBERS == 70
