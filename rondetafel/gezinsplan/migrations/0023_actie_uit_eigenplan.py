"""Let an action say from which plan of the family itself its words came."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0022_vastgesteld")]

    operations = [
        migrations.AddField(
            model_name="actie",
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
            "select hoort_bij('gezinsplan_actie', 'uit_eigenplan_id', 'gezinsplan_eigenplanstap')"
        ),
    ]
