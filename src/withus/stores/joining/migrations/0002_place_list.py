"""The list of places is counted and paged from an index alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("joining", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="placerow",
            index=models.Index(
                fields=["origin", "ended", "board", "entry", "holding"], name="place_list"
            ),
        ),
    ]
