"""A place for the public half of the key that signs a record."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("record", "0002_guards")]

    operations = [
        migrations.CreateModel(
            name="PublicKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("line", models.CharField(max_length=400)),
                (
                    "log",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="record.log"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("log", "line"), name="key_once")],
            },
        ),
    ]
