"""Fence the plan, and keep goals and actions within their own family."""

from django.db import migrations

FENCES = """
select omhein('gezinsplan_gezinsplan', 'plan'), hoort_bij_gezin('gezinsplan_gezinsplan');
select omhein('gezinsplan_doel', 'plan', sleutel => 'sleutel'), hoort_bij_gezin('gezinsplan_doel');
-- Whoever is at home ticks off actions, and changes nothing else of the plan.
select omhein('gezinsplan_actie', 'plan', sleutel => 'sleutel', schrijf => 'actie'),
    hoort_bij_gezin('gezinsplan_actie');
-- An action is about whom its goal is about, also when the goal changes.
create unique index gezinsplan_doel_id_sleutel on gezinsplan_doel (id, sleutel);
alter table gezinsplan_actie add foreign key (doel_id, sleutel)
    references gezinsplan_doel (id, sleutel) on update cascade;
select hoort_bij('gezinsplan_doel', 'plan_id', 'gezinsplan_gezinsplan');
select hoort_bij('gezinsplan_doel', 'voor_id', 'gezinnen_persoon');
select hoort_bij('gezinsplan_doel', 'volwassene_id', 'gezinnen_persoon');
select hoort_bij('gezinsplan_doel', 'eigenaar_id', 'gezinnen_betrokkene');
select hoort_bij('gezinsplan_actie', 'doel_id', 'gezinsplan_doel');
select hoort_bij('gezinsplan_actie', 'wie_id', 'gezinnen_betrokkene');
select omhein('gezinsplan_keuze', 'plan', sleutel => 'sleutel'), hoort_bij_gezin('gezinsplan_keuze');
select hoort_bij('gezinsplan_keuze', 'plan_id', 'gezinsplan_gezinsplan');
select hoort_bij('gezinsplan_keuze', 'voor_id', 'gezinnen_persoon');
select hoort_bij('gezinsplan_keuze', 'volwassene_id', 'gezinnen_persoon');
"""

# The doelenmatrix says nothing of people: everybody reads it, the beheerder writes a new version of it, and from
# the day it is in use nobody changes it any more, also not in the database.
MATRIX = """
create function format_in_wording() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from gezinsplan_formatversie
    where geldig_vanaf is null and huidige_rol() = 'beheerder'
$$;

create function omhein_format(tabel regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tabel);
    execute format('alter table %s force row level security', tabel);
    execute format('grant select on %s to smal, breed', tabel);
    execute format('grant insert on %s to smal', tabel);
    execute format('create policy eigenaar on %s to %I using (true) with check (true)', tabel, current_user);
    execute format('create policy leest on %s for select to smal, breed using (true)', tabel);
end $$;

select omhein_format('gezinsplan_formatversie'), omhein_format('gezinsplan_resultaatgebied'),
    omhein_format('gezinsplan_matrixdoel');
grant update on gezinsplan_formatversie to smal;
create policy beheerder_begint on gezinsplan_formatversie for insert to smal
    with check ((select huidige_rol()) = 'beheerder' and geldig_vanaf is null);
create policy beheerder_wijzigt on gezinsplan_formatversie for update to smal
    using (id = any((select format_in_wording())::uuid[]))
    with check ((select huidige_rol()) = 'beheerder');
create policy beheerder_vult on gezinsplan_resultaatgebied for insert to smal
    with check (formatversie_id = any((select format_in_wording())::uuid[]));
create policy beheerder_vult on gezinsplan_matrixdoel for insert to smal with check (
    (select formatversie_id from gezinsplan_resultaatgebied gebied where gebied.id = gebied_id)
        = any((select format_in_wording())::uuid[]));
"""


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0001_initial"), ("gezinnen", "0002_hekken")]

    operations = [migrations.RunSQL(FENCES), migrations.RunSQL(MATRIX)]
