"""Put up the guards that refuse any change to entries, hashes and signed heads."""

from typing import Any

from django.db import migrations

from withus.stores.record.guards import FIRST, lowering, raising


def up(apps: Any, schema_editor: Any) -> None:
    """Put the guards up, in the words of this engine."""
    if schema_editor.connection.alias == "default":
        for statement in raising(schema_editor.connection.vendor, FIRST):
            schema_editor.execute(statement)


def down(apps: Any, schema_editor: Any) -> None:
    """Take the guards down."""
    if schema_editor.connection.alias == "default":
        for statement in lowering(schema_editor.connection.vendor, FIRST):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    """Guards on what may never change."""

    dependencies = [("record", "0001_initial")]
    operations = [migrations.RunPython(up, down)]
