"""Who agreed that the regie passes on is somebody of that family."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0014_overdracht")]

    operations = [
        migrations.RunSQL("select hoort_bij('gezinnen_regie', 'akkoord_van_id', 'gezinnen_persoon');")
    ]
