"""Fence the care that is granted, and keep each akkoord within its own family."""

from django.db import migrations

FENCES = """
select omhein(tabel, 'zorg'), hoort_bij_gezin(tabel) from (values
    ('zorg_akkoordzorg'::regclass), ('zorg_verlenging'), ('zorg_stopzorg')
) as hek (tabel);
select hoort_bij('zorg_akkoordzorg', 'jeugdige_id', 'gezinnen_persoon');
select hoort_bij('zorg_verlenging', 'akkoord_id', 'zorg_akkoordzorg');
select hoort_bij('zorg_stopzorg', 'akkoord_id', 'zorg_akkoordzorg');
"""


class Migration(migrations.Migration):
    dependencies = [("zorg", "0001_initial"), ("overleg", "0002_hekken")]

    operations = [migrations.RunSQL(FENCES)]
