"""What was read from minutes of earlier meetings, beside the record."""

from django.db import migrations, models

import withus.stores.keys.locker


class Migration(migrations.Migration):
    dependencies = [
        ("meeting", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PastMinutes",
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
                ("board", models.CharField(max_length=22)),
                ("made", models.DateField()),
                ("by", models.CharField(blank=True, max_length=22)),
                ("key", models.CharField(max_length=22)),
                ("sealed", models.BinaryField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["origin", "board", "made"], name="past_of_board"),
                    models.Index(fields=["by"], name="past_by"),
                ],
            },
        ),
    ]
