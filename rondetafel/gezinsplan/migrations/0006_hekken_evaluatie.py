"""Fence evaluations: read with the plan, written by who owns the goal or has the regie, never changed.

Who owns a goal also reads, meets and opens the duty to evaluate it; no other duty of the family.
"""

from django.db import migrations

FENCES = """
select omhein('gezinsplan_evaluatie', 'plan', sleutel => 'sleutel', schrijf => 'actie'),
    hoort_bij_gezin('gezinsplan_evaluatie');
select hoort_bij('gezinsplan_evaluatie', 'doel_id', 'gezinsplan_doel');
select hoort_bij('gezinsplan_evaluatie', 'eigenaar_id', 'gezinnen_betrokkene');
alter table gezinsplan_evaluatie add foreign key (doel_id, sleutel)
    references gezinsplan_doel (id, sleutel) on update cascade;
drop policy smal_wijzigt on gezinsplan_evaluatie;
drop policy breed_wijzigt on gezinsplan_evaluatie;
revoke update on gezinsplan_evaluatie from smal, breed;
"""

OWNER = """
-- The goals of which this person is the owner, as far as they may do something in the plan.
create function eigen_doelen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(doel.id), '{}')
    from gezinsplan_doel doel join gezinnen_betrokkene stoel on stoel.id = doel.eigenaar_id
    where stoel.gebruiker_id = huidige_gebruiker()
        and (doel.gezin_id = any(hele_gezinnen_voor('actie', 'schrijven'))
            or doel.sleutel = any(sleutels_voor('actie', 'schrijven')))
$$;
create policy eigenaar_of_regie on gezinsplan_evaluatie as restrictive for insert to smal, breed with check (
    door_id = (select huidige_gebruiker())
    and ((select huidige_rol()) = 'regisseur' or doel_id = any((select eigen_doelen())::uuid[]))
);

create policy doeleigenaar_leest on kern_termijn for select to smal
    using (regel = 'evaluatie' and betreft_id = any((select eigen_doelen())::uuid[]));
create policy doeleigenaar_sluit on kern_termijn for update to smal
    using (regel = 'evaluatie' and betreft_id = any((select eigen_doelen())::uuid[]));
create policy doeleigenaar_opent on kern_termijn for insert to smal
    with check (regel = 'evaluatie' and betreft_id = any((select eigen_doelen())::uuid[]));
"""

SHIELDS = """
create policy scherm on gezinsplan_evaluatie as restrictive for select to smal, breed using (
    eigenaar_id <> all((select verborgen_stoelen())::uuid[])
    and doel_id <> all((select verborgen_doelen())::uuid[]));

create or replace function verborgen_rijen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select verborgen_stoelen() || verborgen_vragen() || verborgen_doelen() || coalesce((
        select array_agg(id) from gezinsplan_actie
        where wie_id = any(verborgen_stoelen()) or doel_id = any(verborgen_doelen())), '{}') || coalesce((
        select array_agg(id) from gezinsplan_evaluatie
        where eigenaar_id = any(verborgen_stoelen()) or doel_id = any(verborgen_doelen())), '{}')
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0005_evaluatie")]

    operations = [migrations.RunSQL(sql) for sql in (FENCES, OWNER, SHIELDS)]
