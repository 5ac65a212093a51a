"""Fence where people meet, and hide it from who may not know where somebody is."""

from django.db import migrations

PLACES = """
insert into overleg_plek (id, versie, created_at, gezin_id, gemeente_id, overleg_id, tekst)
select gen_random_uuid(), 1, now(), gezin_id, gemeente_id, id, plaats
from overleg_overleg where plaats <> '';
"""

FENCES = """
select omhein('overleg_plek', 'plan'), hoort_bij_gezin('overleg_plek');
select hoort_bij('overleg_plek', 'overleg_id', 'overleg_overleg');

create function gezinnen_zonder_plaats() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct gezin_id), '{}') from mijn_schermen('plaats')
$$;
create policy scherm on overleg_plek as restrictive for select to smal, breed
    using (gezin_id <> all((select gezinnen_zonder_plaats())::uuid[]));
create policy scherm on overleg_deelname as restrictive for select to smal, breed
    using (betrokkene_id <> all((select verborgen_stoelen())::uuid[]));
"""


class Migration(migrations.Migration):
    dependencies = [("overleg", "0003_plek"), ("gezinnen", "0006_hekken_afscherming")]

    operations = [migrations.RunSQL(PLACES), migrations.RunSQL(FENCES)]
