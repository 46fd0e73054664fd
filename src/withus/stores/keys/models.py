"""One table: a key by its id, and nothing about whose it is."""

from django.db import models


class Key(models.Model):
    """A key of 32 bytes. The id says nothing of what it opens."""

    id = models.CharField(max_length=22, primary_key=True)
    secret = models.BinaryField(max_length=32)
