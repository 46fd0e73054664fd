"""Keys for programs. A secret is nowhere here, only a mark of it; and nothing of what was done."""

from __future__ import annotations

from django.db import models

from withus.stores.accounts.models import Link
from withus.stores.keys.locker import new_id


class Token(models.Model):
    """Lets a program act for a person, as long as an account does: it goes with their link."""

    id = models.CharField(max_length=22, primary_key=True, default=new_id)
    link = models.ForeignKey(Link, on_delete=models.CASCADE)
    mark = models.CharField(max_length=43, unique=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField(db_index=True)
    sealed = models.BinaryField()  # what the person calls it


class Repeatable(models.Model):
    """Where an act was entered, for a program that asks again because it heard no answer."""

    token = models.ForeignKey(Token, on_delete=models.CASCADE)
    mark = models.CharField(max_length=43)  # of the program's own word for the act
    body = models.CharField(max_length=43)  # the mark of what was sent
    entry = models.BigIntegerField()
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "mark"], name="entered_once")]


class Pace(models.Model):
    """How often a program has called within a minute; the minute is forgotten every day."""

    token = models.OneToOneField(Token, on_delete=models.CASCADE, primary_key=True)
    minute = models.BigIntegerField(default=0)  # since 1970
    calls = models.IntegerField(default=0)
