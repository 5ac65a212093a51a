"""The nightly jobs read on which day somebody died: from that day they hold no gezag and sign no letter."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0024_regie_afgezegd_geldt"), ("platform", "0004_sweep")]

    operations = [migrations.RunSQL("grant select (overleden_op) on gezinnen_persoon to systeem;")]
