"""The tables of the keys for programs."""

import django.db.models.deletion
from django.db import migrations, models

import withus.stores.keys.locker


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Token",
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
                ("mark", models.CharField(max_length=43, unique=True)),
                ("made_at", models.DateTimeField()),
                ("until", models.DateTimeField(db_index=True)),
                ("sealed", models.BinaryField()),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="accounts.link"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Pace",
            fields=[
                (
                    "token",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="tokens.token",
                    ),
                ),
                ("minute", models.BigIntegerField(default=0)),
                ("calls", models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Repeatable",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mark", models.CharField(max_length=43)),
                ("body", models.CharField(max_length=43)),
                ("entry", models.BigIntegerField()),
                ("at", models.DateTimeField(db_index=True)),
                (
                    "token",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="tokens.token"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("token", "mark"), name="entered_once")
                ],
            },
        ),
    ]
