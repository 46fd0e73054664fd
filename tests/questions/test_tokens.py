"""What somebody sees of their keys, and what a program is told of the record."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from tests.api.calling import a_key_for, somebody_on_duty
from tests.example_record import ORIGIN, opening, sign
from tests.kept import a_record, write_story
from tests.screens.kept import keep_a_record
from withus.questions.tokens import acts_for, check_code_over, keys_of
from withus.stores.accounts.accounts import link
from withus.stores.accounts.models import Account
from withus.stores.people.identity import add_person
from withus.stores.record.read import find_log

pytestmark = a_record
PRACTICE = "withus.example/practice"


def test_keys_are_told_by_name_partnership_and_time() -> None:
    keep_a_record()
    program = a_key_for(somebody_on_duty())
    (seen,) = keys_of(program.account, now=timezone.now())
    assert (seen.name, seen.partnership) == ("Agendas", "Thornmere Together")
    assert seen.until - seen.made_at == timedelta(days=90)


def test_a_key_can_be_for_a_practice_run_too() -> None:
    write_story(PRACTICE, facts=[opening(practice=True, name="Practice")])
    program = a_key_for(add_person(PRACTICE, "Robin Hood").person, origin=PRACTICE)
    assert [each.partnership for each in acts_for(program.account)] == ["Practice"]
    assert program.get("me").told["partnership"] == PRACTICE


def test_names_are_told_only_where_an_account_acts_for_several() -> None:
    write_story(ORIGIN, facts=[opening()])
    write_story(PRACTICE, facts=[opening(practice=True, name="Practice")])
    program = a_key_for(add_person(ORIGIN, "Robin Hood").person)
    account = Account.objects.get(id=program.account)
    link(account, origin=PRACTICE, person=add_person(PRACTICE, "Robin Hood").person)
    assert {each.name for each in acts_for(account.id)} == {""}
    link(account, origin=ORIGIN, person=add_person(ORIGIN, "Maid Marian").person)
    told = [(each.partnership, each.name) for each in acts_for(account.id)]
    assert told == [
        ("Practice", ""),
        ("Thornmere Together", "Maid Marian"),
        ("Thornmere Together", "Robin Hood"),
    ]


def test_a_check_code_is_told_only_of_entries_it_covers() -> None:
    keep_a_record()  # signed at 55
    latest = check_code_over(ORIGIN, 54)
    assert latest is not None
    assert latest.startswith("55 ")
    assert check_code_over(ORIGIN, 55) is None
    code = sign(size=find_log(ORIGIN).size)
    assert check_code_over(ORIGIN, 55) == code
