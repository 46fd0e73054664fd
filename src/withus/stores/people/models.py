"""People, as noise to whoever has not their key; holds on erasing; erasures under way."""

from django.db import models


class Person(models.Model):
    """Somebody in a partnership. Without the key, nothing here says who."""

    id = models.CharField(max_length=22, primary_key=True)
    origin = models.CharField(max_length=200)
    key = models.CharField(max_length=22)
    sealed = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["origin"], name="person_origin"),
            models.Index(fields=["key"], name="person_key"),
        ]


class Hold(models.Model):
    """Nothing of a partnership may be erased for now, and why. No name stands here."""

    origin = models.CharField(max_length=200, unique=True)
    ground = models.CharField(max_length=120)
    since = models.DateField()


class Forgetting(models.Model):
    """A key that an erasure takes away, from the erasure's entry until the key is gone."""

    key = models.CharField(max_length=22, primary_key=True)
    origin = models.CharField(max_length=200)
