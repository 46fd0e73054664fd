"""One table: a person of a partnership, as noise to whoever has not their key."""

from django.db import models


class Person(models.Model):
    """Somebody in a partnership. Without the key, nothing here says who."""

    id = models.CharField(max_length=22, primary_key=True)
    origin = models.CharField(max_length=200)
    key = models.CharField(max_length=22)
    sealed = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["origin"], name="person_origin")]
