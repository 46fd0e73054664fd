"""The table of the drafts."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import withus.stores.keys.locker


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
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
                ("mark", models.CharField(max_length=43, null=True, unique=True)),
                ("changed", models.DateField()),
                ("key", models.CharField(max_length=22)),
                ("sealed", models.BinaryField()),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["changed"], name="draft_changed")],
            },
        ),
    ]
