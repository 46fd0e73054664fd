"""Guards that let a practice run be thrown away whole, and nothing else."""

from typing import Any

from django.db import migrations

from withus.stores.record.guards import lowering, raising, throwing


def up(apps: Any, schema_editor: Any) -> None:
    """Put the guards up anew, in the words of this engine."""
    vendor = schema_editor.connection.vendor
    if schema_editor.connection.alias == "default":
        for statement in (*lowering(vendor), *raising(vendor), *throwing(vendor)):
            schema_editor.execute(statement)


def down(apps: Any, schema_editor: Any) -> None:
    """Leave them: what they refuse was refused before."""


class Migration(migrations.Migration):
    """Guards that know a practice run by its first entry."""

    dependencies = [("record", "0006_sealed_key")]
    operations = [migrations.RunPython(up, down)]
