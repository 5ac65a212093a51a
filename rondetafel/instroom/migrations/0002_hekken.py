"""Fence the aanmelding: by municipality, by family once there is one, and for the verwijzer who sent it."""

from django.db import migrations

FENCES = """
select omhein(tabel, 'aanmelding'), hoort_bij_gezin(tabel) from (values
    ('instroom_aanmelding'::regclass), ('instroom_triage'), ('instroom_wachtplek')
) as hek (tabel);
select hoort_bij('instroom_aanmelding', 'jeugdige_id', 'gezinnen_persoon');
select hoort_bij('instroom_wachtplek', 'jeugdige_id', 'gezinnen_persoon');

create policy verwijzer_leest on instroom_aanmelding for select to smal
    using (verwijzer_id = (select huidige_gebruiker()) and (select huidige_rol()) = 'verwijzer');
create policy verwijzer_meldt_aan on instroom_aanmelding for insert to smal
    with check (verwijzer_id = (select huidige_gebruiker()) and (select huidige_rol()) = 'verwijzer'
        and gezin_id is null and stand = 'nieuw');

create sequence aanmelding_nummer;
grant usage on sequence aanmelding_nummer to smal;
"""


class Migration(migrations.Migration):
    dependencies = [("instroom", "0001_initial"), ("gezinnen", "0002_hekken")]

    operations = [migrations.RunSQL(FENCES)]
