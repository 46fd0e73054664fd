"""One table: mail that waits to be handed on. Whom it is to, and what it says, is sealed."""

from __future__ import annotations

from django.db import models

from withus.stores.keys.locker import new_id


class Mail(models.Model):
    """An e-mail that waits. One without content is to nobody, and is dropped unsent."""

    id = models.CharField(max_length=22, primary_key=True, default=new_id)
    key = models.CharField(max_length=22)
    sealed = models.BinaryField()
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()  # when to try, or to try again
    tries = models.SmallIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], name="mail_due"),
            models.Index(fields=["made_at"], name="mail_made"),
        ]
