"""The papers of an extended maatwerk come before the RTO that was agreed with the extension."""

from django.db import migrations

READ = "grant select (rto_op) on zorg_verlenging to systeem;"


class Migration(migrations.Migration):
    dependencies = [("platform", "0005_sweep_columns"), ("zorg", "0008_volgend_rto")]

    operations = [migrations.RunSQL(READ)]
