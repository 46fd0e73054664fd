"""What people ask about how their information is held. Their words open with one key each."""

from django.db import models

from withus.stores.keys.locker import new_id


class Ask(models.Model):
    """An ask, its clock, and what became of it; words, answer and reason sealed together."""

    id = models.CharField(max_length=22, primary_key=True, default=new_id)
    origin = models.CharField(max_length=200)
    person = models.CharField(max_length=22)
    kind = models.CharField(max_length=10)
    made = models.DateField()
    due = models.DateField()
    held = models.DateField(null=True)
    ordered = models.DateField(null=True)  # an erasure that the worker is to do
    answered = models.DateField(null=True)
    key = models.CharField(max_length=22)
    sealed = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["origin", "answered", "due"], name="ask_origin"),
            models.Index(fields=["origin", "person"], name="ask_person"),
        ]
