"""A place for what is left of practice runs that were thrown away."""

from django.db import migrations, models

import withus.stores.keys.locker


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ThrownAway",
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
                ("mark", models.CharField(max_length=43)),
                ("size", models.BigIntegerField()),
                ("root", models.CharField(max_length=44)),
                ("since", models.DateField()),
                ("entries", models.JSONField()),
                ("bodies", models.JSONField()),
                ("run_by", models.JSONField()),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
