"""Fence versions: read with the plan, kept by who adopts or evaluates, answered from one's own chair, never changed."""

from django.db import migrations

FENCES = """
do $$
declare tabel text;
begin
    foreach tabel in array array['planversie', 'versiedoel', 'versieactie', 'planantwoord'] loop
        tabel := 'gezinsplan_' || tabel;
        perform omhein(tabel::regclass, 'plan', sleutel => 'sleutel', schrijf => 'actie');
        perform hoort_bij_gezin(tabel::regclass);
        execute format('drop policy smal_wijzigt on %I', tabel);
        execute format('drop policy breed_wijzigt on %I', tabel);
        execute format('revoke update on %I from smal, breed', tabel);
    end loop;
end $$;
select hoort_bij('gezinsplan_planversie', 'plan_id', 'gezinsplan_gezinsplan');
select hoort_bij('gezinsplan_planversie', 'doel_id', 'gezinsplan_doel');
select hoort_bij('gezinsplan_versiedoel', 'in_versie_id', 'gezinsplan_planversie');
select hoort_bij('gezinsplan_versiedoel', 'doel_id', 'gezinsplan_doel');
select hoort_bij('gezinsplan_versiedoel', 'eigenaar_id', 'gezinnen_betrokkene');
select hoort_bij('gezinsplan_versieactie', 'versiedoel_id', 'gezinsplan_versiedoel');
select hoort_bij('gezinsplan_versieactie', 'actie_id', 'gezinsplan_actie');
select hoort_bij('gezinsplan_versieactie', 'wie_id', 'gezinnen_betrokkene');
select hoort_bij('gezinsplan_planantwoord', 'in_versie_id', 'gezinsplan_planversie');
select hoort_bij('gezinsplan_planantwoord', 'stoel_id', 'gezinnen_betrokkene');
-- What stood in a version is about whom its goal is about, also when the goal is about somebody else later.
alter table gezinsplan_versiedoel add foreign key (doel_id, sleutel)
    references gezinsplan_doel (id, sleutel) on update cascade;
create unique index gezinsplan_versiedoel_id_sleutel on gezinsplan_versiedoel (id, sleutel);
alter table gezinsplan_versieactie add foreign key (versiedoel_id, sleutel)
    references gezinsplan_versiedoel (id, sleutel) on update cascade;
alter table gezinsplan_planversie add foreign key (doel_id, sleutel)
    references gezinsplan_doel (id, sleutel) on update cascade;
create unique index gezinsplan_planversie_id_sleutel on gezinsplan_planversie (id, sleutel);
alter table gezinsplan_planantwoord add foreign key (in_versie_id, sleutel)
    references gezinsplan_planversie (id, sleutel) on update cascade;
"""

WRITERS = """
create function alle_eigen_stoelen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from gezinnen_betrokkene where gebruiker_id = huidige_gebruiker()
$$;
create function eigen_versies() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from gezinsplan_planversie where door_id = huidige_gebruiker()
$$;
-- The whole plan is adopted by who has the regie; a goal is kept by who may evaluate it.
create policy regie_of_eigenaar on gezinsplan_planversie as restrictive for insert to smal, breed with check (
    door_id = (select huidige_gebruiker())
    and ((select huidige_rol()) = 'regisseur' or doel_id = any((select eigen_doelen())::uuid[]))
);
create policy van_eigen_versie on gezinsplan_versiedoel as restrictive for insert to smal, breed
    with check (in_versie_id = any((select eigen_versies())::uuid[]));
create policy van_eigen_versie on gezinsplan_versieactie as restrictive for insert to smal, breed with check (
    versiedoel_id in (select id from gezinsplan_versiedoel where in_versie_id = any(eigen_versies()))
);
create policy van_eigen_stoel on gezinsplan_planantwoord as restrictive for insert to smal, breed with check (
    door_id = (select huidige_gebruiker())
    and ((select huidige_rol()) = 'regisseur' or stoel_id = any((select alle_eigen_stoelen())::uuid[]))
);
"""

SHIELDS = """
create policy scherm on gezinsplan_planversie as restrictive for select to smal, breed
    using (doel_id is null or doel_id <> all((select verborgen_doelen())::uuid[]));
create policy scherm on gezinsplan_versiedoel as restrictive for select to smal, breed using (
    eigenaar_id <> all((select verborgen_stoelen())::uuid[])
    and doel_id <> all((select verborgen_doelen())::uuid[]));
create function verborgen_versiedoelen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from gezinsplan_versiedoel
    where eigenaar_id = any(verborgen_stoelen()) or doel_id = any(verborgen_doelen())
$$;
create policy scherm on gezinsplan_versieactie as restrictive for select to smal, breed using (
    wie_id <> all((select verborgen_stoelen())::uuid[])
    and versiedoel_id <> all((select verborgen_versiedoelen())::uuid[]));
create function verborgen_versies() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from gezinsplan_planversie where doel_id = any(verborgen_doelen())
$$;
create policy scherm on gezinsplan_planantwoord as restrictive for select to smal, breed using (
    stoel_id <> all((select verborgen_stoelen())::uuid[])
    and in_versie_id <> all((select verborgen_versies())::uuid[]));

-- Lines about a version of a hidden goal are hidden with it; of an answer the line is about its version.
create or replace function verborgen_rijen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select verborgen_stoelen() || verborgen_vragen() || verborgen_doelen() || verborgen_versies() || coalesce((
        select array_agg(id) from gezinsplan_actie
        where wie_id = any(verborgen_stoelen()) or doel_id = any(verborgen_doelen())), '{}') || coalesce((
        select array_agg(id) from gezinsplan_evaluatie
        where eigenaar_id = any(verborgen_stoelen()) or doel_id = any(verborgen_doelen())), '{}')
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0009_versie")]

    operations = [migrations.RunSQL(sql) for sql in (FENCES, WRITERS, SHIELDS)]
