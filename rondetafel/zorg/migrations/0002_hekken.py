"""Fence the care that is granted, and keep each akkoord within its own family."""

from django.db import migrations

FENCES = """
select omhein(tabel, 'zorg', sleutel => 'jeugdige_id'), hoort_bij_gezin(tabel) from (values
    ('zorg_akkoordzorg'::regclass), ('zorg_verlenging'), ('zorg_stopzorg'), ('zorg_verlengpapier'),
    ('zorg_brief'), ('zorg_handtekening')
) as hek (tabel);
select hoort_bij('zorg_akkoordzorg', 'jeugdige_id', 'gezinnen_persoon');
select hoort_bij('zorg_verlenging', 'akkoord_id', 'zorg_akkoordzorg');
select hoort_bij('zorg_stopzorg', 'akkoord_id', 'zorg_akkoordzorg');
select hoort_bij('zorg_verlengpapier', 'akkoord_id', 'zorg_akkoordzorg');
select hoort_bij('zorg_brief', 'akkoord_id', 'zorg_akkoordzorg');
select hoort_bij('zorg_brief', 'verlenging_id', 'zorg_verlenging');
select hoort_bij('zorg_handtekening', 'brief_id', 'zorg_brief');
select hoort_bij('zorg_handtekening', 'persoon_id', 'gezinnen_persoon');
create unique index zorg_akkoordzorg_id_jeugdige on zorg_akkoordzorg (id, jeugdige_id);
alter table zorg_verlenging add foreign key (akkoord_id, jeugdige_id)
    references zorg_akkoordzorg (id, jeugdige_id);
alter table zorg_stopzorg add foreign key (akkoord_id, jeugdige_id)
    references zorg_akkoordzorg (id, jeugdige_id);
alter table zorg_verlengpapier add foreign key (akkoord_id, jeugdige_id)
    references zorg_akkoordzorg (id, jeugdige_id);
alter table zorg_brief add foreign key (akkoord_id, jeugdige_id)
    references zorg_akkoordzorg (id, jeugdige_id);
create unique index zorg_brief_id_jeugdige on zorg_brief (id, jeugdige_id);
alter table zorg_handtekening add foreign key (brief_id, jeugdige_id)
    references zorg_brief (id, jeugdige_id);
"""


class Migration(migrations.Migration):
    dependencies = [("zorg", "0001_initial"), ("overleg", "0002_hekken")]

    operations = [migrations.RunSQL(FENCES)]
