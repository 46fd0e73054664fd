"""Ways in, and whom they lead to. Nothing here says a name or an address without its key."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from withus.stores.keys.locker import new_id


class Account(AbstractBaseUser):
    """A way in. It has no name, no address in clear, and no password that works."""

    id = models.CharField(max_length=22, primary_key=True, default=new_id)
    key = models.CharField(max_length=22)
    is_active = models.BooleanField(default=True)
    # When somebody was last here is nobody's business.
    last_login = None

    USERNAME_FIELD = "id"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = BaseUserManager["Account"]()


class Address(models.Model):
    """An e-mail address: a mark to find it by, and the address sealed under its account's key."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    mark = models.CharField(max_length=43, unique=True)
    sealed = models.BinaryField()


class OwnCode(models.Model):
    """A code on paper that lets an account in: a mark of it, never the code."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE)
    mark = models.CharField(max_length=43, unique=True)
    made_at = models.DateTimeField()


class Link(models.Model):
    """An account acts for a person of a partnership; two people may share one account."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    origin = models.CharField(max_length=200)
    person = models.CharField(max_length=22)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "origin", "person"], name="linked_once")
        ]
        indexes = [models.Index(fields=["origin", "person"], name="link_person")]
