"""Drafts of partnerships. What is planned, and whose names are in it, stands here sealed."""

from __future__ import annotations

from django.db import models

from withus.stores.accounts.models import Account
from withus.stores.keys.locker import new_id


class Draft(models.Model):
    """A partnership that somebody may set up, or is setting up."""

    id = models.CharField(max_length=22, primary_key=True, default=new_id)
    account = models.ForeignKey(Account, null=True, on_delete=models.CASCADE)  # null: not begun
    mark = models.CharField(max_length=43, unique=True, null=True)  # noqa: DJ001  # of its code
    changed = models.DateField()
    key = models.CharField(max_length=22)
    sealed = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["changed"], name="draft_changed")]
