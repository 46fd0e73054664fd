"""Drafting's table: a text that somebody is writing, sealed, for them alone. Not in the record."""

from django.db import models


class Unshared(models.Model):
    """What somebody has typed of a plan, and has not saved for the others yet."""

    origin = models.CharField(max_length=120)
    work = models.CharField(max_length=22)
    form = models.CharField(max_length=20)  # in which form: the text itself, or another version
    person = models.CharField(max_length=22)
    changed = models.DateField()
    sealed = models.BinaryField()  # under the person's own key

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["origin", "work", "form", "person"], name="unshared_once"
            )
        ]
        indexes = [
            models.Index(fields=["person"], name="unshared_of_person"),
            models.Index(fields=["changed"], name="unshared_changed"),
        ]
