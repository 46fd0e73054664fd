"""The places somebody holds are found without reading everybody's."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """An index of the entries by which places were taken."""

    dependencies = [("joining", "0002_place_list")]

    operations = [
        migrations.AddIndex(
            model_name="holdingrow",
            index=models.Index(fields=["origin", "entry"], name="holding_entry"),
        ),
    ]
