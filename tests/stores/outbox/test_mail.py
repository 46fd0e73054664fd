"""Mail is sealed while it waits, goes with its key, and tells nothing by its length."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.kept import a_record
from withus.stores.keys.models import Key
from withus.stores.outbox import mail
from withus.stores.outbox.models import Mail
from withus.stores.record.erase import sweep_keys

pytestmark = a_record


def now() -> datetime:
    return datetime.now(UTC)


def test_nothing_of_a_mail_lies_open_in_the_table() -> None:
    mail.post("sam@example.org", "Your code", "1234 5678")
    told = repr([(row.id, row.key, bytes(row.sealed)) for row in Mail.objects.all()])
    assert not any(each in told for each in ("sam", "code", "1234"))


def test_a_mail_to_nobody_looks_like_any_other_and_is_dropped_unsent() -> None:
    mail.post("sam@example.org", "Your code", "1234 5678")
    mail.post("", "Your code", "1234 5678")
    assert len({len(bytes(row.sealed)) for row in Mail.objects.all()}) == 1
    assert [each.address for each in mail.take_due(now=now())] == ["sam@example.org"]
    assert Mail.objects.count() == 1


def test_a_mail_that_is_taken_is_not_taken_by_another_until_it_is_due_again() -> None:
    mail.post("sam@example.org", "Once", "")
    (taken,) = mail.take_due(now=now())
    assert list(mail.take_due(now=now())) == []
    mail.try_again(taken, now=now())
    assert list(mail.take_due(now=now())) == []
    (again,) = mail.take_due(now=now() + timedelta(minutes=1, seconds=1))
    assert (again.id, again.tries) == (taken.id, 1)


def test_what_is_dropped_goes_with_its_key() -> None:
    mail.post("sam@example.org", "Once", "")
    (letter,) = mail.waiting()
    mail.drop([letter.id])
    assert not Mail.objects.exists()
    assert not Key.objects.exists()


def test_mail_is_kept_a_day_and_on_a_page_the_newest_two_hundred() -> None:
    for number in range(mail.MOST + 3):
        mail.post("sam@example.org", str(number), "")
    mail.drop_old(now=now(), most=mail.MOST)
    assert Mail.objects.count() == Key.objects.count() == mail.MOST
    assert "202" in {each.subject for each in mail.waiting()}
    mail.drop_old(now=now() + timedelta(days=1, minutes=1))
    assert not Mail.objects.exists()


def test_the_daily_sweep_spares_the_keys_of_mail_and_of_accounts() -> None:
    from withus.stores.accounts.accounts import add_address, addresses, by_address, open_account

    account = open_account()
    add_address(account, "sam@example.org")
    mail.post("sam@example.org", "Still here", "")
    sweep_keys()
    assert [each.subject for each in mail.waiting()] == ["Still here"]
    assert by_address("sam@example.org") == account
    assert addresses(account) == ["sam@example.org"]
