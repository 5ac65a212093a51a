"""Fence who is around a family. The name of who may not be approached yet is read like an address."""

from django.db import migrations

FENCES = """
select omhein(tabel, 'toegang', schrijf => 'gezin'), hoort_bij_gezin(tabel) from (values
    ('gezinnen_netwerkplek'::regclass), ('gezinnen_omgevingsvraag')) as hek (tabel);
select omhein('gezinnen_stoelvraag', 'adres'), hoort_bij_gezin('gezinnen_stoelvraag');
select hoort_bij('gezinnen_netwerkplek', 'betrokkene_id', 'gezinnen_betrokkene');
select hoort_bij('gezinnen_netwerkplek', 'voor_id', 'gezinnen_persoon');
select hoort_bij('gezinnen_stoelvraag', 'betrokkene_id', 'gezinnen_betrokkene');
select hoort_bij('gezinnen_stoelvraag', 'besloten_door_id', 'gezinnen_persoon');
create policy scherm on gezinnen_netwerkplek as restrictive for select to smal, breed
    using (betrokkene_id <> all((select verborgen_stoelen())::uuid[]));
create policy scherm on gezinnen_stoelvraag as restrictive for select to smal, breed
    using (betrokkene_id <> all((select verborgen_stoelen())::uuid[]));
"""


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0012_netwerk")]

    operations = [migrations.RunSQL(FENCES)]
