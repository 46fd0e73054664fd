"""The tables of signing in. What could tell of a person is a mark, or is sealed."""

from __future__ import annotations

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from withus.stores.accounts.models import Account
from withus.stores.keys.locker import new_id


class Session(AbstractBaseSession):
    """Who is signed in on one browser. It names its account, so that all of them can be ended."""

    account = models.CharField(max_length=22, default="", db_index=True)

    class Meta:
        db_table = "signing_in_session"

    @classmethod
    def get_session_store_class(cls) -> type:
        """Return what reads and writes sessions."""
        from withus.stores.signing_in.sessions import SessionStore

        return SessionStore


class SentCode(models.Model):
    """A code that was sent to an address: a mark of it, for one browser, and how often tried.

    Where nobody has the address there is no account, and no code will do.
    """

    id = models.CharField(max_length=22, primary_key=True, default=new_id)
    account = models.ForeignKey(Account, null=True, on_delete=models.CASCADE)
    mark = models.CharField(max_length=43)
    tries = models.SmallIntegerField(default=0)
    made_at = models.DateTimeField()
    # Where it is sent to show that a new address is theirs: that address, under the account's key.
    sealed = models.BinaryField(default=b"")

    class Meta:
        indexes = [models.Index(fields=["made_at"], name="sent_made")]


class Tally(models.Model):
    """How often something was tried in a span of time: by a mark of whom or where it was."""

    kind = models.CharField(max_length=20)
    mark = models.CharField(max_length=43)
    since = models.DateTimeField()
    count = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "mark", "since"], name="tallied_once")
        ]
        indexes = [models.Index(fields=["since"], name="tally_since")]


class Passkey(models.Model):
    """A passkey: a mark to find it by; its public key and its name, sealed."""

    id = models.CharField(max_length=22, primary_key=True, default=new_id)
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    mark = models.CharField(max_length=43, unique=True)
    sealed = models.BinaryField()
    uses = models.BigIntegerField(default=0)  # as the key itself counts them: a copy counts apart
    made_on = models.DateField()


class SecondFactor(models.Model):
    """The secret shared with somebody's app of codes, sealed; and the last step that was used."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE)
    sealed = models.BinaryField()
    last_step = models.BigIntegerField(default=0)
    on = models.BooleanField(default=False)


class SpareCode(models.Model):
    """A code that does once, in the place of the second factor: a mark of it."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    mark = models.CharField(max_length=43, unique=True)


class CouncilLink(models.Model):
    """Who somebody is to their council’s sign-in: a mark of its name for them."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE)
    mark = models.CharField(max_length=43, unique=True)
