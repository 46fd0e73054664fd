"""Keys that an erasure takes away, until they are gone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Forgetting",
            fields=[
                (
                    "key",
                    models.CharField(max_length=22, primary_key=True, serialize=False),
                ),
                ("origin", models.CharField(max_length=200)),
            ],
        ),
    ]
