"""The record's tables. Leaves and hashes are never changed; the rest follows, or opens them."""

from django.db import models


class Log(models.Model):
    """One partnership's record: its name, and where it stands. Its row is the lock on it."""

    origin = models.CharField(max_length=200, unique=True)
    size = models.BigIntegerField(default=0)
    peaks = models.BinaryField(default=b"")  # the hashes that the next entry is added to
    last_at = models.DateTimeField(null=True)
    tables = models.IntegerField()  # the version of what is derived from the entries
    # The record that goes on from this one, of which entries were lost; nothing is added here then.
    continued_by = models.CharField(max_length=200, null=True)  # noqa: DJ001  # null: none


class Leaf(models.Model):
    """An entry's bytes as they were written. The database itself refuses to change them."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT)
    index = models.BigIntegerField()
    content = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "index"], name="leaf_once")]


class Subtree(models.Model):
    """The hash of a perfect subtree. The database itself refuses to change it."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT)
    level = models.SmallIntegerField()
    index = models.BigIntegerField()
    digest = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["log", "level", "index"], name="subtree_once")
        ]


class Indexed(models.Model):
    """What finds an entry: its stream, its type, who made it. Derived from the leaf."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT)
    index = models.BigIntegerField()
    stream = models.CharField(max_length=22, null=True)  # noqa: DJ001  # null: fits no stream
    type = models.CharField(max_length=60)
    by = models.CharField(max_length=22, null=True)  # noqa: DJ001  # null: no actor
    typed_by = models.CharField(max_length=22, null=True)  # noqa: DJ001  # null: nobody else

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "index"], name="indexed_once")]
        indexes = [
            models.Index(fields=["log", "stream", "index"], name="indexed_stream"),
            models.Index(fields=["log", "by"], name="indexed_by"),
            models.Index(
                fields=["log", "index"],
                condition=models.Q(typed_by__isnull=False),
                name="indexed_typed",
            ),
        ]


class Minted(models.Model):
    """Which stream an id belongs to. Derived from the leaf that gave the id."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT)
    name = models.CharField(max_length=22)
    stream = models.CharField(max_length=22)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "name"], name="minted_once")]


class KeptState(models.Model):
    """A stream folded up to an entry, so that reading need not begin at the first."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT)
    stream = models.CharField(max_length=22)
    size = models.BigIntegerField()  # how many entries of the whole record it has seen
    fold = models.IntegerField()
    state = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "stream"], name="kept_once")]


class SealedValue(models.Model):
    """What opens a sealed field, itself sealed under a key that lies elsewhere."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT)
    entry = models.BigIntegerField()
    path = models.CharField(max_length=40)
    key = models.CharField(max_length=22)
    content = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "entry", "path"], name="sealed_once")]
        indexes = [models.Index(fields=["key"], name="sealed_key")]


class SignedHead(models.Model):
    """A checkpoint as the signer wrote it. The database itself refuses to change it."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT)
    size = models.BigIntegerField()
    note = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "size"], name="head_once")]


class Cosignature(models.Model):
    """A signature under a signed head by somebody who keeps a copy. It is never changed either."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT)
    size = models.BigIntegerField()
    key = models.CharField(max_length=400)
    signature = models.CharField(max_length=600)
    at = models.BigIntegerField()  # by their own clock: whole seconds since the start of 1970, UTC
    handed_in_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "size", "key"], name="cosigned_once")]


class PublicKey(models.Model):
    """The public half of a key that signs a record, as one line. The secret half is not here."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT)
    line = models.CharField(max_length=400)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "line"], name="key_once")]


class Errand(models.Model):
    """Something to be done because an entry was added, written in the same transaction."""

    log = models.ForeignKey(Log, on_delete=models.PROTECT)
    entry = models.BigIntegerField()
    kind = models.CharField(max_length=40)
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "done_at"], name="errand_open")]
