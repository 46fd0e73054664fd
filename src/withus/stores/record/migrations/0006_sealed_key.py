"""What is sealed under a key is found without reading all that is sealed in its record."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """An index of key and record, in the place of one of the key alone."""

    dependencies = [("record", "0005_typed")]

    operations = [
        migrations.RemoveIndex(model_name="sealedvalue", name="sealed_key"),
        migrations.AddIndex(
            model_name="sealedvalue",
            index=models.Index(fields=["key", "log"], name="sealed_key_log"),
        ),
    ]
