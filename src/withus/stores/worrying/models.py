"""Worries. Who wrote one stands here only if they chose to give their name."""

from django.db import models

from withus.stores.keys.locker import new_id


class Worry(models.Model):
    """A worry, perhaps about an entry, which may hide that entry's words until looked at."""

    id = models.CharField(max_length=22, primary_key=True, default=new_id)
    origin = models.CharField(max_length=200)
    entry = models.BigIntegerField(null=True)
    hides = models.BooleanField()
    made = models.DateField()  # no hour: with it, a page's log might tell who
    by = models.CharField(max_length=22, blank=True)  # empty: they did not say
    looked = models.DateField(null=True)
    key = models.CharField(max_length=22, blank=True)  # empty: no words, or erased
    sealed = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["origin", "hides", "entry"], name="worry_entry"),
            models.Index(fields=["origin", "by"], name="worry_by"),
        ]
