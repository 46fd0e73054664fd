"""Sessions that know their account: SESSION_ENGINE."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db

from withus.stores.accounts.models import Account
from withus.stores.signing_in.models import Session


class SessionStore(db.SessionStore):
    """Keep sessions in a table, each with the account it is of."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Return the table."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Return the row of a session."""
        row = cast(Session, super().create_model_instance(data))
        row.account = str(data.get(SESSION_KEY, ""))
        return row


def end_all(account: Account) -> int:
    """End every session of an account, also those that a copy of the table would bring back."""
    account.set_unusable_password()  # each session holds a mark of it
    account.save(update_fields=["password"])
    return Session.objects.filter(account=account.id).delete()[0]


def forget_old(*, now: datetime) -> None:
    """Delete sessions that have run out."""
    Session.objects.filter(expire_date__lt=now).delete()
