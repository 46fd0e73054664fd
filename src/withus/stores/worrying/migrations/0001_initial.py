"""The table of the worries."""

from django.db import migrations, models

import withus.stores.keys.locker


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Worry",
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
                ("entry", models.BigIntegerField(null=True)),
                ("hides", models.BooleanField()),
                ("made", models.DateField()),
                ("by", models.CharField(blank=True, max_length=22)),
                ("looked", models.DateField(null=True)),
                ("key", models.CharField(blank=True, max_length=22)),
                ("sealed", models.BinaryField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["origin", "hides", "entry"], name="worry_entry"),
                    models.Index(fields=["origin", "by"], name="worry_by"),
                ],
            },
        ),
    ]
