"""Practice runs that were thrown away. Nobody's name stands here, and nobody's words."""

from django.db import models

from withus.stores.keys.locker import new_id


class ThrownAway(models.Model):
    """A practice run that is gone: how much it held, and by what its host is known again."""

    id = models.CharField(max_length=22, primary_key=True, default=new_id)
    origin = models.CharField(max_length=200)
    mark = models.CharField(max_length=43)  # of the name that the partnership had
    size = models.BigIntegerField()
    root = models.CharField(max_length=44)
    since = models.DateField()
    entries = models.JSONField()  # by type
    bodies = models.JSONField()  # marks of the names of its organisations
    run_by = models.JSONField()  # the accounts of its officers
    at = models.DateTimeField()
