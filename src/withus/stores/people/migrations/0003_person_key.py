"""People are found by the key that seals their name."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0002_forgetting")]

    operations = [
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["key"], name="person_key"),
        ),
    ]
