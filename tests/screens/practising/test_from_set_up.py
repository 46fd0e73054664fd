"""From set-up to live, by one officer: what was tried, thrown away and tried again is named."""

from __future__ import annotations

from django.utils.timezone import localdate, now

from tests.kept import a_record
from tests.screens.setting_up.walk import Walk, begun
from withus.actions.joining import enter
from withus.core.facts.joining import DutyGiven
from withus.core.words import Duty
from withus.stores.inviting.models import Invitation
from withus.stores.keys.locker import new_id
from withus.stores.people.identity import add_person
from withus.stores.practising.runs import live_name, run_of
from withus.stores.record.append import THE_HOST
from withus.stores.record.models import Log
from withus.stores.record.read import find_log
from withus.stores.record.states import partnership_state
from withus.stores.setting_up.models import Draft

pytestmark = a_record


def opened(walk: Walk) -> tuple[str, str]:
    """Open what was planned; return its record, and the address of its pages."""
    walk.all_but_opened()
    address = walk.send("check", {}).response["Location"]
    record = Log.objects.get(continued_by=None).origin
    assert record.endswith("practice")
    assert "Practice run: nothing here is public." in walk.visit(address).text
    return record, f"/partnerships/{record.replace('/', '~')}/"


def guard(record: str) -> None:
    """Let somebody keep people safe, and look after what is held about them."""
    for duty in (Duty.SAFEGUARDING, Duty.DATA):
        person = add_person(record, duty.value).person
        given = DutyGiven(
            given=new_id(), duty=duty, board=None, from_=localdate(), until=None, person=person
        )
        enter(given, record=record, by=THE_HOST, now=now())


def test_what_was_set_up_thrown_away_and_set_up_again_goes_live_and_says_so() -> None:
    walk = begun()
    record, pages = opened(walk)
    first = run_of(find_log(record)).told()
    walk.visit.post(f"{pages}practice/throw-away/", status=302)
    again = Walk(walk.visit, Draft.objects.get().id)
    record, pages = opened(again)
    guard(record)
    second = run_of(find_log(record)).told()
    waiting = Invitation.objects.filter(origin=record, state="open").count()
    assert waiting
    live = live_name(record)
    page = walk.visit(f"{pages}practice/go-live/")
    assert "An earlier practice run" in page.text
    assert f"Invitations not answered yet{waiting}" in page.text.replace("yet ", "yet")
    sent = {"seen": find_log(record).size}
    walk.visit.post(f"{pages}practice/go-live/", sent, status=302)
    state = partnership_state(find_log(live)).opened
    assert state is not None
    assert state.fact.follows == {**second, "before": [first]}
    assert Invitation.objects.filter(origin=live, state="open").count() == waiting
    home = walk.visit(f"/partnerships/{live.replace('/', '~')}/")
    assert "An earlier practice run" in home.text
    assert "Practice run: nothing here is public." not in home.text
