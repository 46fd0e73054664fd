"""A place for the signatures of those who keep a copy, and the guards on it."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from withus.stores.record.guards import lowering, raising

TABLES = ("record_cosignature",)


def up(apps: Any, schema_editor: Any) -> None:
    """Put the guards up, in the words of this engine."""
    if schema_editor.connection.alias == "default":
        for statement in raising(schema_editor.connection.vendor, TABLES):
            schema_editor.execute(statement)


def down(apps: Any, schema_editor: Any) -> None:
    """Take the guards down."""
    if schema_editor.connection.alias == "default":
        for statement in lowering(schema_editor.connection.vendor, TABLES):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    """The table, then its guards."""

    dependencies = [("record", "0003_public_key")]

    operations = [
        migrations.CreateModel(
            name="Cosignature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("size", models.BigIntegerField()),
                ("key", models.CharField(max_length=400)),
                ("signature", models.CharField(max_length=600)),
                ("at", models.BigIntegerField()),
                ("handed_in_at", models.DateTimeField()),
                (
                    "log",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="record.log"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("log", "size", "key"), name="cosigned_once")
                ],
            },
        ),
        migrations.RunPython(up, down),
    ]
