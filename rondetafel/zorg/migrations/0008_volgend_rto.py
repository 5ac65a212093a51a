"""The day of the RTO of the looptijd that an extension begins, as it was agreed at the asking."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("zorg", "0007_rto_bij_start_geldt")]

    operations = [
        migrations.AddField("verlenging", "rto_op", models.DateField(blank=True, null=True)),
    ]
