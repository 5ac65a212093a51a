"""What hangs on a hidden chair is hidden with it: its goals, its actions and the lines about them."""

from django.db import migrations

SHIELDS = """
create function verborgen_doelen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from gezinsplan_doel where eigenaar_id = any(verborgen_stoelen())
$$;

create function verborgen_rijen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select verborgen_stoelen() || verborgen_vragen() || verborgen_doelen() || coalesce((
        select array_agg(id) from gezinsplan_actie
        where wie_id = any(verborgen_stoelen()) or doel_id = any(verborgen_doelen())), '{}')
$$;

create policy scherm on gezinsplan_doel as restrictive for select to smal, breed
    using (eigenaar_id <> all((select verborgen_stoelen())::uuid[]));
create policy scherm on gezinsplan_actie as restrictive for select to smal, breed using (
    wie_id <> all((select verborgen_stoelen())::uuid[]) and doel_id <> all((select verborgen_doelen())::uuid[]));

-- By municipality only the auditor reads lines, from whom nothing is hidden.
create policy scherm on kern_logregel as restrictive for select to smal using (
    (gebruiker_id is null or gebruiker_id <> all((select verborgen_accounts())::uuid[]))
    and (betreft_id is null or betreft_id <> all((select verborgen_rijen())::uuid[])));
"""


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0003_voorbeeldmatrix"), ("gezinnen", "0006_hekken_afscherming")]

    operations = [migrations.RunSQL(SHIELDS)]
