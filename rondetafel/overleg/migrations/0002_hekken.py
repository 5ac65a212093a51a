"""Fence the round table: whoever reads the plan reads its meetings."""

from django.db import migrations

FENCES = """
select omhein(tabel, 'plan'), hoort_bij_gezin(tabel) from (values
    ('overleg_overleg'::regclass), ('overleg_deelname')
) as hek (tabel);
select hoort_bij('overleg_deelname', 'overleg_id', 'overleg_overleg');
select hoort_bij('overleg_deelname', 'betrokkene_id', 'gezinnen_betrokkene');
"""


class Migration(migrations.Migration):
    dependencies = [("overleg", "0001_initial"), ("gezinsplan", "0002_hekken")]

    operations = [migrations.RunSQL(FENCES)]
