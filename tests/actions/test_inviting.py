"""Inviting: one open invitation for a place, a code that works once, all of it or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.serializers import serialize

from tests.actions.inviting_cast import (
    CARER,
    NOW,
    PLACE,
    Cast,
    gather,
    invited,
    posted,
    words,
)
from tests.core.facts.story import BOARD, ORIGIN, an_id
from tests.kept import a_record
from withus.actions import inviting as act
from withus.actions.joining import enter
from withus.core.errors import Refusal
from withus.core.facts import joining as f
from withus.core.words import Duty, Ended, ShownAs
from withus.stores.accounts import accounts
from withus.stores.accounts.models import Account
from withus.stores.inviting import invitations as kept
from withus.stores.inviting.invitations import Route, State
from withus.stores.inviting.models import Invitation
from withus.stores.people.identity import add_person, identity
from withus.stores.people.models import Person
from withus.stores.record.append import THE_HOST, Actor
from withus.stores.record.read import entries, find_log
from withus.stores.record.states import board_state

pytestmark = a_record
WANTED = act.Wanted(name="Sam Ward", route=Route.LETTER, place=PLACE, phone="01234")


@pytest.fixture
def cast() -> Cast:
    return gather()


def refused(wanted: act.Wanted, cast: Cast, *, by: str | None = None) -> str:
    """Return the code of the refusal that an invitation meets, which leaves nobody behind."""
    before = Person.objects.count(), Invitation.objects.count()
    with pytest.raises(Refusal) as refusal:
        act.invite(wanted, record=ORIGIN, by=by or cast.facilitator, now=NOW, letter=words)
    assert (Person.objects.count(), Invitation.objects.count()) == before
    return refusal.value.code


def accepted(
    code: str, *, account: str | None = None, shown: ShownAs = ShownAs.ROLE
) -> act.Accepted:
    """Accept an invitation by its code."""
    row = kept.by_code(code, now=NOW)
    return act.accept(row.id, sent=row.sent, account=account, shown_as=shown, now=NOW)


def void(code: str) -> bool:
    """Tell whether a code answers as one that was never given."""
    with pytest.raises(kept.CodeVoid) as refusal:
        kept.by_code(code, now=NOW)
    return refusal.value.code == "code_void"


def test_an_invitation_takes_somebody_in_and_keeps_no_word_in_clear(cast: Cast) -> None:
    invitation, code = invited(cast, route=Route.EMAIL)
    row = kept.find(ORIGIN, invitation)
    assert identity(ORIGIN, row.person).name == "Sam Ward"
    assert (row.board, row.by, row.state) == (BOARD, cast.facilitator, State.OPEN)
    assert row.until - row.made_at == timedelta(days=28)
    written = serialize("json", [row]) + repr(bytes(row.sealed))
    for told in ("Sam", "sam@", "01234", code, code.replace("-", "")):
        assert told not in written
    assert posted() == [("sam@example.org", "Invited", f"Your code: {code}")]
    assert kept.sealed_of(row) == kept.Sealed("sam@example.org", "01234 567890", "")


def test_the_code_of_a_letter_can_be_printed_until_it_is_answered(cast: Cast) -> None:
    invitation, code = invited(cast)
    row = kept.find(ORIGIN, invitation)
    assert kept.sealed_of(row).code == code
    accepted(code)
    row.refresh_from_db()
    assert not row.sealed and row.mark is None
    assert kept.sealed_of(row) == kept.Sealed()


def test_a_place_has_one_open_invitation(cast: Cast) -> None:
    invitation, code = invited(cast)
    assert refused(replace(WANTED, name="Bo"), cast) == "invited_already"
    act.revoke(invitation, record=ORIGIN, by=cast.facilitator, now=NOW)
    assert void(code)
    again, _ = invited(cast, name="Bo")
    assert kept.find(ORIGIN, again).state == State.OPEN
    late = NOW + timedelta(days=29)
    act.invite(WANTED, record=ORIGIN, by=cast.facilitator, now=late, letter=words)
    assert kept.find(ORIGIN, again).state == State.LAPSED


def test_who_may_not_invite_is_refused_and_duties_are_the_officers_to_name(cast: Cast) -> None:
    stranger = add_person(ORIGIN, "Kit").person
    assert refused(WANTED, cast, by=stranger) == "not_yours_to_do"
    duty = act.Wanted(name="Sal", route=Route.IN_PERSON, duty=Duty.SAFEGUARDING)
    assert refused(duty, cast) == "not_yours_to_do"
    _, code = act.invite(duty, record=ORIGIN, by=cast.officer, now=NOW, letter=words)
    found = accepted(code)
    assert found.entry is not None
    given = next(entries(find_log(ORIGIN), start=found.entry)).fact
    assert isinstance(given, f.DutyGiven) and given.duty is Duty.SAFEGUARDING


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": "  "}, "no_name_to_invite"),
        ({"place": None}, "invited_to_nothing"),
        ({"name": "x" * 121}, "name_too_long"),
        ({"route": Route.EMAIL}, "no_address_to_invite"),
        ({"route": Route.EMAIL, "address": "sam example.org"}, "no_address_to_invite"),
        ({"phone": " "}, "no_phone_to_ring"),
        ({"place": "nowhere"}, "no_such_place"),
        ({"person": "nobody"}, "person_unknown"),
    ],
)
def test_what_makes_no_sense_is_refused(cast: Cast, change: dict[str, object], code: str) -> None:
    assert refused(replace(WANTED, **change), cast) == code  # type: ignore[arg-type]


def test_nobody_is_invited_to_a_place_that_is_held(cast: Cast) -> None:
    _, code = invited(cast)
    accepted(code)
    assert refused(replace(WANTED, name="Bo"), cast) == "place_held"


def test_accepting_links_enters_and_shows_as_chosen_and_the_code_works_once(cast: Cast) -> None:
    invitation, code = invited(cast)
    found = accepted(code.lower().replace("-", " "), shown=ShownAs.COUNTED)
    row = kept.find(ORIGIN, invitation)
    assert accounts.people_of(found.account.id, ORIGIN) == (row.person,)
    held = board_state(find_log(ORIGIN), BOARD).places[PLACE].held
    assert held and held.taken.entry == found.entry == row.entry
    assert held.taken.fact.shown_as is ShownAs.COUNTED
    told = next(entries(find_log(ORIGIN), start=found.entry)).circumstances
    assert told.by == identity(ORIGIN, row.person).pseudonyms[BOARD]
    assert told.typed_by is None
    assert accounts.by_code(found.code) == found.account
    assert void(code)


def test_an_address_is_kept_as_a_way_in_and_no_code_is_given(cast: Cast) -> None:
    _, code = invited(cast, route=Route.EMAIL)
    found = accepted(code)
    assert accounts.addresses(found.account) == ["sam@example.org"]
    assert not found.code


def test_an_address_that_another_has_stays_theirs(cast: Cast) -> None:
    theirs = accounts.open_account()
    accounts.add_address(theirs, "sam@example.org")
    _, code = invited(cast, route=Route.EMAIL)
    found = accepted(code)
    assert found.account != theirs and found.code
    assert accounts.by_address("sam@example.org") == theirs


def test_two_people_who_share_an_address_share_the_account_after_signing_in(cast: Cast) -> None:
    _, first = invited(cast, route=Route.EMAIL)
    account = accepted(first).account
    _, second = invited(cast, route=Route.EMAIL, name="Bo Ward", place=CARER)
    found = accepted(second, account=account.id)
    assert found.account == account and not found.code
    assert len(accounts.people_of(account.id, ORIGIN)) == 2


def test_sending_again_voids_the_code_before(cast: Cast) -> None:
    invitation, code = invited(cast)
    row = kept.by_code(code, now=NOW)
    later = NOW + timedelta(days=20)
    told = {"record": ORIGIN, "by": cast.facilitator, "now": later, "letter": words}
    new = act.send_again(invitation, **told)  # type: ignore[arg-type]
    assert void(code)
    assert kept.by_code(new, now=later).until == later + timedelta(days=28)
    with pytest.raises(kept.CodeVoid):  # the browser that typed the code before
        act.accept(row.id, sent=row.sent, account=None, shown_as=ShownAs.ROLE, now=later)


def test_declining_enters_nothing_and_ends_the_code(cast: Cast) -> None:
    invitation, code = invited(cast)
    size = find_log(ORIGIN).size
    act.decline(invitation, sent=1, now=NOW)
    assert kept.find(ORIGIN, invitation).state == State.DECLINED
    assert find_log(ORIGIN).size == size
    assert void(code)
    with pytest.raises(Refusal, match="invitation_over"):
        act.revoke(invitation, record=ORIGIN, by=cast.facilitator, now=NOW)


def test_a_code_too_old_one_wrong_and_one_taken_back_answer_alike(cast: Cast) -> None:
    _, code = invited(cast)
    assert void("ABCD-ABCD-ABCD")
    assert void("")
    with pytest.raises(kept.CodeVoid, match="code_void"):
        kept.by_code(code, now=NOW + timedelta(days=28))


def test_a_refusal_while_accepting_leaves_no_account_behind(cast: Cast) -> None:
    _, code = invited(cast)
    person = add_person(ORIGIN, "Kit").person
    taken = f.PlaceTaken(place=PLACE, holding=an_id("kit"), shown_as=ShownAs.ROLE, person=person)
    enter(taken, record=ORIGIN, by=THE_HOST, now=NOW)
    before = Account.objects.count()
    with pytest.raises(Refusal, match="place_held"):
        accepted(code)
    assert Account.objects.count() == before
    left = f.PlaceLeft(holding=an_id("kit"), how=Ended.RESIGNED, early=True)
    enter(left, record=ORIGIN, by=Actor(person), now=NOW)
    assert accepted(code).entry


def test_whoever_lost_their_way_in_comes_back_and_the_old_code_stops(cast: Cast) -> None:
    _, code = invited(cast)
    lost = accepted(code)
    person = accounts.people_of(lost.account.id, ORIGIN)[0]
    size = find_log(ORIGIN).size
    back = act.Wanted(person=person, route=Route.IN_PERSON)
    _, new = act.invite(back, record=ORIGIN, by=cast.facilitator, now=NOW, letter=words)
    assert accounts.by_code(lost.code)
    found = accepted(new)
    assert found.entry is None and find_log(ORIGIN).size == size
    assert accounts.people_of(found.account.id, ORIGIN) == (person,)
    assert accounts.by_code(lost.code) is None and accounts.by_code(found.code)


def test_a_code_that_also_leads_to_somebody_else_stays(cast: Cast) -> None:
    _, code = invited(cast)
    shared = accepted(code)
    person = accounts.people_of(shared.account.id, ORIGIN)[0]
    accounts.link(shared.account, origin=ORIGIN, person=cast.officer)
    accounts.stop_codes(ORIGIN, person)
    assert accounts.by_code(shared.code) == shared.account
