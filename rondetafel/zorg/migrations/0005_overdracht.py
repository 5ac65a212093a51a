"""Who takes over when help ends."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("zorg", "0004_sleutels_gaan_mee")]

    operations = [
        migrations.AddField("stopzorg", "overgedragen_aan", models.CharField(blank=True, max_length=200)),
    ]
