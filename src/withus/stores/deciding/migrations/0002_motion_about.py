"""What was put to a meeting is found by what of a work it names."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The column, and its index."""

    dependencies = [("deciding", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="motionrow",
            name="about",
            field=models.CharField(max_length=22, null=True),
        ),
        migrations.AddIndex(
            model_name="motionrow",
            index=models.Index(fields=["origin", "about"], name="motion_about"),
        ),
    ]
