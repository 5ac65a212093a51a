"""Fence how a week goes and what the family says: read with the plan, said by the family in its own name.

A colour is never changed; the regisseur alone adds once that there was contact. Who said something takes it back
alone. Who gives red opens the duty of the regisseur about it, and reads no duty of the family.
"""

from django.db import migrations

FENCES = """
select omhein('gezinsplan_weekkleur', 'plan', sleutel => 'sleutel', schrijf => 'actie'),
    hoort_bij_gezin('gezinsplan_weekkleur');
select hoort_bij('gezinsplan_weekkleur', 'voor_id', 'gezinnen_persoon');
select hoort_bij('gezinsplan_weekkleur', 'stoel_id', 'gezinnen_betrokkene');
select omhein('gezinsplan_tafelwoord', 'plan', sleutel => 'sleutel', schrijf => 'actie'),
    hoort_bij_gezin('gezinsplan_tafelwoord');
select hoort_bij('gezinsplan_tafelwoord', 'stoel_id', 'gezinnen_betrokkene');
select hoort_bij('gezinsplan_tafelwoord', 'doel_id', 'gezinsplan_doel');
alter table gezinsplan_tafelwoord add foreign key (doel_id, sleutel)
    references gezinsplan_doel (id, sleutel) on update cascade;
drop policy smal_wijzigt on gezinsplan_weekkleur;
drop policy breed_wijzigt on gezinsplan_weekkleur;
drop policy smal_wijzigt on gezinsplan_tafelwoord;
drop policy breed_wijzigt on gezinsplan_tafelwoord;
revoke update on gezinsplan_weekkleur, gezinsplan_tafelwoord from smal, breed;
"""

OWN = """
create function eigen_stoelen() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from gezinnen_betrokkene
    where gebruiker_id = huidige_gebruiker() and groep = 'gezin'
$$;
create policy gezin_zelf on gezinsplan_weekkleur as restrictive for insert to smal, breed with check (
    door_id = (select huidige_gebruiker()) and stoel_id = any((select eigen_stoelen())::uuid[])
    and contact_op is null);
create policy gezin_zelf on gezinsplan_tafelwoord as restrictive for insert to smal, breed with check (
    door_id = (select huidige_gebruiker()) and stoel_id = any((select eigen_stoelen())::uuid[]));

grant update (contact_op, contact_door_id, contact_hoe, versie) on gezinsplan_weekkleur to smal;
create policy regisseur_had_contact on gezinsplan_weekkleur for update to smal
    using ((select huidige_rol()) = 'regisseur'
        and gezin_id = any((select hele_gezinnen_voor('plan', 'schrijven'))::uuid[]))
    with check (contact_door_id = (select huidige_gebruiker()));
grant update (tekst, ingetrokken_op, versie) on gezinsplan_tafelwoord to smal;
create policy neemt_terug on gezinsplan_tafelwoord for update to smal
    using (door_id = (select huidige_gebruiker())
        and (gezin_id = any((select hele_gezinnen_voor('actie', 'schrijven'))::uuid[])
            or sleutel = any((select sleutels_voor('actie', 'schrijven'))::uuid[])))
    with check (ingetrokken_op is not null);

create function eigen_rode_weken() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from gezinsplan_weekkleur
    where door_id = huidige_gebruiker() and kleur = 'rood'
        and (gezin_id = any(hele_gezinnen_voor('actie', 'schrijven'))
            or sleutel = any(sleutels_voor('actie', 'schrijven')))
$$;
create policy kleurgever_opent on kern_termijn for insert to smal
    with check (regel = 'contact-na-rood' and gesloten_op is null
        and betreft_id = any((select eigen_rode_weken())::uuid[]));
"""

SHIELDS = """
create policy scherm on gezinsplan_weekkleur as restrictive for select to smal, breed
    using (stoel_id <> all((select verborgen_stoelen())::uuid[]));
create policy scherm on gezinsplan_tafelwoord as restrictive for select to smal, breed using (
    stoel_id <> all((select verborgen_stoelen())::uuid[])
    and (doel_id is null or doel_id <> all((select verborgen_doelen())::uuid[])));

create function verborgen_weken() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce((
        select array_agg(id) from gezinsplan_weekkleur where stoel_id = any(verborgen_stoelen())), '{}')
    || coalesce((
        select array_agg(id) from gezinsplan_tafelwoord
        where stoel_id = any(verborgen_stoelen()) or doel_id = any(verborgen_doelen())), '{}')
$$;
create policy scherm_week on kern_logregel as restrictive for select to smal
    using (betreft_id is null or betreft_id <> all((select verborgen_weken())::uuid[]));
"""

# What the nightly sweep reads to recompute the duty: days, keys and the colour; no words.
SWEEP = """
grant select (id, gezin_id, gemeente_id, sleutel, kleur, gegeven_op, contact_op, created_at)
    on gezinsplan_weekkleur to systeem;
create policy rekent_na on gezinsplan_weekkleur for select to systeem using (true);
"""

# Who may not read the logboek may know this much of it: when they looked themselves.
LOOKED = """
create function laatst_gekeken(gezin uuid, voor date) returns date
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select max((at at time zone 'Europe/Amsterdam')::date) from kern_logregel
    where gezin_id = gezin and gebruiker_id = huidige_gebruiker()
        and gebeurtenis = 'bekeken' and onderdeel = 'plan'
        and at < (voor::timestamp at time zone 'Europe/Amsterdam')
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0007_week")]

    operations = [migrations.RunSQL(sql) for sql in (FENCES, OWN, SHIELDS, SWEEP, LOOKED)]
