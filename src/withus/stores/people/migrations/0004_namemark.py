"""Marks of the beginnings of names, by which people are found; `withus rebuild` makes them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_person_key")]

    operations = [
        migrations.CreateModel(
            name="NameMark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mark", models.CharField(max_length=16)),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="people.person",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["mark", "person"], name="name_mark")],
                "constraints": [
                    models.UniqueConstraint(fields=("person", "mark"), name="name_mark_once")
                ],
            },
        ),
    ]
