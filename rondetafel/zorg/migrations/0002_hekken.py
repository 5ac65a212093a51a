"""Fence the care that is granted, and keep each akkoord within its own family."""

from django.db import migrations

FENCES = """
select omhein(tabel, 'zorg', sleutel => 'jeugdige_id'), hoort_bij_gezin(tabel) from (values
    ('zorg_akkoordzorg'::regclass), ('zorg_verlenging'), ('zorg_stopzorg')
) as hek (tabel);
select hoort_bij('zorg_akkoordzorg', 'jeugdige_id', 'gezinnen_persoon');
select hoort_bij('zorg_verlenging', 'akkoord_id', 'zorg_akkoordzorg');
select hoort_bij('zorg_stopzorg', 'akkoord_id', 'zorg_akkoordzorg');
create unique index zorg_akkoordzorg_id_jeugdige on zorg_akkoordzorg (id, jeugdige_id);
alter table zorg_verlenging add foreign key (akkoord_id, jeugdige_id)
    references zorg_akkoordzorg (id, jeugdige_id);
alter table zorg_stopzorg add foreign key (akkoord_id, jeugdige_id)
    references zorg_akkoordzorg (id, jeugdige_id);
"""


class Migration(migrations.Migration):
    dependencies = [("zorg", "0001_initial"), ("overleg", "0002_hekken")]

    operations = [migrations.RunSQL(FENCES)]
