"""What is asked about signing in: whether a second factor is on, whom an account acts for."""

from __future__ import annotations

from withus.stores.accounts.accounts import partnerships_of, people_of
from withus.stores.accounts.models import Account
from withus.stores.signing_in.models import SecondFactor


def has_second_factor(account: Account) -> bool:
    """Tell whether an account turned the second factor on."""
    return SecondFactor.objects.filter(account=account, on=True).exists()


def several_people(account: Account) -> bool:
    """Tell whether an account acts for several people in one partnership."""
    return any(len(people_of(account.id, one)) > 1 for one in partnerships_of(account.id))
