"""Fence complaints: read by who complains and by who handles them in that municipality, and by nobody else.

A complaint is of no family, so that no tie with one opens it. Its duties tell nothing to who reads those of others.
"""

from django.db import migrations

FENCES = """
alter table kwaliteit_klacht enable row level security;
alter table kwaliteit_klacht force row level security;
create policy eigenaar on kwaliteit_klacht to current_user using (true) with check (true);
grant select, insert on kwaliteit_klacht to smal, breed;

create policy klager_leest on kwaliteit_klacht for select to smal
    using (klager_id = (select huidige_gebruiker()));
create policy behandelaar_leest on kwaliteit_klacht for select to breed
    using (gemeente_id = any((select gemeenten_voor('toezicht', 'lezen'))::int[]));

-- As it comes in nothing was done yet. A family speaks for itself; who works there may take it in for somebody.
create policy dient_in on kwaliteit_klacht for insert to smal with check (
    ingediend_door_id = (select huidige_gebruiker())
    and ((select huidige_rol()) <> 'gezin' or klager_id = (select huidige_gebruiker()))
    and ontvangen_op = (select huidige_peildatum())
    and coalesce(opgepakt_op, langer_tot, oordeel_op, gereageerd_op, klaar_op, ingetrokken_op) is null);

grant update (ingetrokken_op, versie) on kwaliteit_klacht to smal;
create policy trekt_in on kwaliteit_klacht for update to smal
    using (klager_id = (select huidige_gebruiker()) and klaar_op is null and ingetrokken_op is null)
    with check (ingetrokken_op is not null);
grant update (opgepakt_op, opgepakt, langer_tot, langer, oordeel_op, oordeel, gereageerd_op, reactie, klaar_op,
    uitkomst, versie) on kwaliteit_klacht to breed;
create policy behandelt on kwaliteit_klacht for update to breed
    using (gemeente_id = any((select gemeenten_voor('toezicht', 'schrijven'))::int[])
        and klaar_op is null and ingetrokken_op is null)
    with check (gemeente_id = any((select gemeenten_voor('toezicht', 'schrijven'))::int[]));
"""

DUTY = """
create function ingediende_klachten() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from kwaliteit_klacht where ingediend_door_id = huidige_gebruiker()
$$;
create policy klacht_opent on kern_termijn for insert to smal with check (
    regel = 'klacht-oppakken' and gezin_id is null and gesloten_op is null
    and betreft_id = any((select ingediende_klachten())::uuid[]));
create policy klacht_vraagt on kern_termijn for insert to breed with check (
    betreft = 'kwaliteit.Klacht' and gemeente_id = any((select gemeenten_voor('toezicht', 'schrijven'))::int[]));
create policy klacht_leest on kern_termijn for select to smal, breed
    using (betreft = 'kwaliteit.Klacht' and betreft_id in (select id from kwaliteit_klacht));
create policy klacht_sluit on kern_termijn for update to smal, breed
    using (betreft = 'kwaliteit.Klacht' and betreft_id in (select id from kwaliteit_klacht));
create policy klacht_alleen on kern_termijn as restrictive for select to smal, breed
    using (betreft <> 'kwaliteit.Klacht' or betreft_id in (select id from kwaliteit_klacht));
"""

# What the nightly sweep reads to recompute the duties: days and keys; no names and no words.
SWEEP = """
grant select (id, versie, gemeente_id, ontvangen_op, opgepakt_op, oordeel_op, gereageerd_op, ingetrokken_op)
    on kwaliteit_klacht to systeem;
create policy rekent_na on kwaliteit_klacht for select to systeem using (true);
"""


class Migration(migrations.Migration):
    dependencies = [("kwaliteit", "0005_klacht"), ("platform", "0004_sweep")]

    operations = [migrations.RunSQL(sql) for sql in (FENCES, DUTY, SWEEP)]
