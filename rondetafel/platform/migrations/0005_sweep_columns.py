"""Two days that a duty came to rest on since the sweep was fenced: a goal taken away, and the RTO that was agreed on."""

from django.db import migrations

READ = """
grant select (weggehaald_op) on gezinsplan_doel to systeem;
grant select (rto_op) on zorg_akkoordzorg to systeem;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("platform", "0004_sweep"),
        ("gezinsplan", "0018_meedoener"),
        ("zorg", "0005_overdracht"),
    ]

    operations = [migrations.RunSQL(READ)]
