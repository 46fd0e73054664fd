"""What was typed for somebody is found without reading all that was not."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """An index of the entries that have a typist."""

    dependencies = [("record", "0004_cosignature")]

    operations = [
        migrations.AddIndex(
            model_name="indexed",
            index=models.Index(
                condition=models.Q(("typed_by__isnull", False)),
                fields=["log", "index"],
                name="indexed_typed",
            ),
        ),
    ]
