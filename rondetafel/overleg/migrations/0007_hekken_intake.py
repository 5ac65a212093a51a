"""Fence the intake: read with the plan; written by who does something in it, the family too."""

from django.db import migrations

FENCES = """
select omhein(tabel, 'plan', schrijf => 'actie'), hoort_bij_gezin(tabel) from (values
    ('overleg_bespreking'::regclass), ('overleg_voorbereiding'), ('overleg_genodigde'),
    ('overleg_datumoptie'), ('overleg_beschikbaarheid')
) as hek (tabel);
select hoort_bij('overleg_bespreking', 'stoel_id', 'gezinnen_betrokkene');
select hoort_bij('overleg_voorbereiding', 'overleg_id', 'overleg_overleg');
select hoort_bij('overleg_genodigde', 'voorbereiding_id', 'overleg_voorbereiding');
select hoort_bij('overleg_genodigde', 'betrokkene_id', 'gezinnen_betrokkene');
select hoort_bij('overleg_datumoptie', 'voorbereiding_id', 'overleg_voorbereiding');
select hoort_bij('overleg_beschikbaarheid', 'datum_id', 'overleg_datumoptie');
select hoort_bij('overleg_beschikbaarheid', 'betrokkene_id', 'gezinnen_betrokkene');
"""

# What was said is kept as it was said, in the name of who said it.
SAID = """
drop policy smal_wijzigt on overleg_bespreking;
drop policy breed_wijzigt on overleg_bespreking;
revoke update on overleg_bespreking from smal, breed;
create policy eigen_naam on overleg_bespreking as restrictive for insert to smal, breed
    with check (door_id = (select huidige_gebruiker()));
"""

SHIELDS = """
create policy scherm on overleg_bespreking as restrictive for select to smal, breed
    using (stoel_id is null or stoel_id <> all((select verborgen_stoelen())::uuid[]));
create policy scherm on overleg_genodigde as restrictive for select to smal, breed
    using (betrokkene_id <> all((select verborgen_stoelen())::uuid[]));
create policy scherm on overleg_beschikbaarheid as restrictive for select to smal, breed
    using (betrokkene_id <> all((select verborgen_stoelen())::uuid[]));
"""


class Migration(migrations.Migration):
    dependencies = [("overleg", "0006_intake")]

    operations = [migrations.RunSQL(sql) for sql in (FENCES, SAID, SHIELDS)]
