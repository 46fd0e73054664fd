"""The tables of the invitations."""

from django.db import migrations, models

import withus.stores.keys.locker


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=withus.stores.keys.locker.new_id,
                        max_length=22,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("origin", models.CharField(max_length=200)),
                ("person", models.CharField(max_length=22)),
                ("place", models.CharField(max_length=22, null=True)),
                ("duty", models.CharField(max_length=20, null=True)),
                ("board", models.CharField(max_length=22, null=True)),
                ("route", models.CharField(max_length=10)),
                ("mark", models.CharField(max_length=43, null=True, unique=True)),
                ("sent", models.SmallIntegerField(default=1)),
                ("made_at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("by", models.CharField(max_length=22, null=True)),
                ("state", models.CharField(max_length=10)),
                ("entry", models.BigIntegerField(null=True)),
                ("sealed", models.BinaryField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["origin", "state", "made_at"], name="invitation_state"),
                    models.Index(fields=["origin", "person"], name="invitation_person"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("place__isnull", False), ("state", "open")),
                        fields=("origin", "place"),
                        name="invited_once",
                    )
                ],
            },
        ),
    ]
