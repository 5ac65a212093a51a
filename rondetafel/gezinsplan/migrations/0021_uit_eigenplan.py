"""Let a goal say from which plan of the family itself its words came."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0020_week_aan_tafel")]

    operations = [
        migrations.AddField(
            model_name="doel",
            name="uit_eigenplan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="gezinsplan.eigenplanstap",
            ),
        ),
        migrations.RunSQL(
            "select hoort_bij('gezinsplan_doel', 'uit_eigenplan_id', 'gezinsplan_eigenplanstap')"
        ),
    ]
