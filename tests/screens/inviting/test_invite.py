"""Inviting: the form, the answers checked, then the letter; sent again, and taken back."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from tests.actions.inviting_cast import PLACE, Cast, gather, posted
from tests.core.facts.story import ORIGIN
from tests.kept import a_record
from tests.screens.conftest import Page, Visit
from tests.screens.inviting.guests import FORM, PEOPLE, invited, sign_in
from withus.stores.inviting import invitations as kept
from withus.stores.inviting.invitations import Route, State
from withus.stores.inviting.models import Invitation

pytestmark = a_record


@pytest.fixture
def cast(visit: Visit) -> Cast:
    found = gather()
    sign_in(visit.client, found.facilitator)
    return found


def summary(page: Page) -> list[str]:
    """Return what the summary of errors says."""
    return [one.text_content() for one in page.tree.xpath("//*[@role='alert']//li")]


def test_a_letter_is_checked_before_it_is_made_and_then_printed(visit: Visit, cast: Cast) -> None:
    page = visit(f"{PEOPLE}invite/?place={PLACE}")
    assert page.h1 == "Invite somebody"
    assert "Coming Home board: Draws on care and support" in page.text
    checked = visit.post(f"{PEOPLE}invite/", FORM)
    assert checked.h1 == "Check before it is sent"
    assert "Sam Ward" in checked.text and not Invitation.objects.exists()
    changed = visit.post(f"{PEOPLE}invite/", FORM | {"step": "change"})
    assert changed.tree.xpath("//input[@id='name']/@value") == ["Sam Ward"]
    sent = visit.post(f"{PEOPLE}invite/", FORM | {"step": "send"}, status=302).response
    one = visit(sent["Location"])
    assert one.h1 == "The invitation of Sam Ward"
    assert "Waiting for an answer" in one.text and "Invited byJo Bell" in one.text
    letter = visit(one.tree.xpath("//a[contains(@href, 'letters')]/@href")[0])
    row = Invitation.objects.get()
    assert kept.sealed_of(row).code in letter.text
    for told in ("Dear Sam Ward", "Jo Bell invites you", "01234 567890", "If this is not for you"):
        assert told in letter.text
    assert "http://localhost:8000/in/" in letter.text


def test_an_e_mail_is_posted_with_its_code_and_never_printed(visit: Visit, cast: Cast) -> None:
    form = FORM | {"route": "email", "address": "sam@example.org", "step": "send"}
    sent = visit.post(f"{PEOPLE}invite/", form, status=302).response
    (told,) = posted()
    address, subject, body = told
    assert (address, subject) == ("sam@example.org", "An invitation from Thornmere Together")
    code = body.partition("type this code: ")[2][:14]
    assert kept.by_code(code, now=Invitation.objects.get().made_at).person
    assert "Sam" not in subject and "http://localhost:8000/in/" in body
    assert code not in sent["Location"]
    assert visit(f"{PEOPLE}letters/").h1 == "0 letters to print"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"name": ""}, "Whom you invite has no name yet."),
        ({"route": ""}, "You have not said how the invitation reaches them."),
        ({"route": "email"}, "That is no e-mail address."),
        ({"phone": ""}, "There is no number to ring yet."),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_what_was_typed_stays(
    visit: Visit, cast: Cast, change: dict[str, str], told: str
) -> None:
    page = visit.post(f"{PEOPLE}invite/", FORM | change, status=422)
    (said,) = summary(page)
    assert said.startswith(told)
    (field,) = page.tree.xpath("//*[@role='alert']//a/@href")
    assert page.tree.get_element_by_id(field[1:]) is not None
    assert page.tree.xpath("//title")[0].text.startswith("Error:")


def test_a_place_that_is_promised_already_is_refused_on_the_form(visit: Visit, cast: Cast) -> None:
    invited(cast)
    page = visit.post(f"{PEOPLE}invite/", FORM | {"step": "send"}, status=422)
    assert "Somebody is invited to that place already." in summary(page)[0]


def test_a_place_that_is_not_there_has_no_form(visit: Visit, cast: Cast) -> None:
    for asked in ({}, {"place": "nowhere"}, {"duty": "king"}, {"place": PLACE, "person": "no"}):
        visit(f"{PEOPLE}invite/?{urlencode(asked)}", status=404)


def test_a_letter_that_reached_the_wrong_person_is_taken_back(visit: Visit, cast: Cast) -> None:
    invitation, _ = invited(cast)
    address = f"{PEOPLE}invitations/{invitation}/"
    visit.post(f"{address}revoke/", status=302)
    page = visit(address)
    assert "Taken back" in page.text
    once_more = page.tree.xpath("//main//a[contains(@href, 'invite/')]/@href")[0]
    assert visit(once_more).h1 == "Invite Sam Ward"
    assert (
        "has been answered or taken back" in summary(visit.post(f"{address}again/", status=422))[0]
    )


def test_a_letter_that_got_lost_is_sent_again(visit: Visit, cast: Cast) -> None:
    invitation, code = invited(cast)
    address = f"{PEOPLE}invitations/{invitation}/"
    visit.post(f"{address}again/", status=302)
    assert "Sent 2 times." in visit(address).text
    letter = visit(f"{PEOPLE}letters/?one={invitation}")
    assert code not in letter.text
    row = kept.find(ORIGIN, invitation)
    assert kept.sealed_of(row).code in letter.text and row.state == State.OPEN


def test_several_letters_are_printed_in_one_go(visit: Visit, cast: Cast) -> None:
    invited(cast)
    invited_other(cast)
    page = visit(f"{PEOPLE}letters/?size=large")
    assert page.h1 == "2 letters to print"
    assert len(page.tree.xpath("//main//div[contains(@class, 'post large')]")) == 2
    asked = len(visit.asked)
    visit(f"{PEOPLE}letters/?one={Invitation.objects.first().id}")  # type: ignore[union-attr]
    assert len(visit.asked) == asked


def invited_other(cast: Cast) -> None:
    """Invite somebody to another place."""
    from django.utils import timezone

    from tests.actions import inviting_cast

    inviting_cast.invited(
        cast,
        name="Bo Lane",
        place=inviting_cast.CARER,
        route=Route.IN_PERSON,
        now=timezone.now(),
    )


def test_an_invitation_of_another_partnership_is_not_here(visit: Visit, cast: Cast) -> None:
    visit(f"{PEOPLE}invitations/AAAA/", status=404)
