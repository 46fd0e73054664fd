"""The table of the asks."""

from django.db import migrations, models

import withus.stores.keys.locker


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Ask",
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
                ("kind", models.CharField(max_length=10)),
                ("made", models.DateField()),
                ("due", models.DateField()),
                ("held", models.DateField(null=True)),
                ("ordered", models.DateField(null=True)),
                ("answered", models.DateField(null=True)),
                ("key", models.CharField(max_length=22)),
                ("sealed", models.BinaryField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["origin", "answered", "due"], name="ask_origin"),
                    models.Index(fields=["origin", "person"], name="ask_person"),
                ],
            },
        ),
    ]
