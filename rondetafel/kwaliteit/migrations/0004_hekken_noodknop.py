"""The noodknop in the database: one way to find one person, to open for four hours, and to shut.

Who uses it may read nothing of the family yet, and may not write a tie. So both happen in functions that
work as their owner, and that only the rol may use whose knop it is. They keep their own clock, which no
page can set, and write down each search, also one that found nobody.
"""

from django.db import migrations

FENCES = """
select omhein('kwaliteit_noodknop', 'noodknop'), hoort_bij_gezin('kwaliteit_noodknop');
select hoort_bij('kwaliteit_noodknop', 'persoon_id', 'gezinnen_persoon');
create index persoon_noodknop on gezinnen_persoon (geboortedatum, lower(achternaam));
"""

# One answer for nobody and for more than one. A BSN goes before a name: it is one person or none.
FIND = """
create function zoek_voor_noodknop(vraag jsonb, binnen int[])
returns table (persoon_id uuid, gezin_id uuid, gemeente_id int, nummer int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with gevonden as (
        select persoon.id, persoon.gezin_id, persoon.gemeente_id from gezinnen_persoon persoon
        join gezinnen_burgerservicenummer bsn on bsn.persoon_id = persoon.id
        where vraag->>'bsn' <> '' and bsn.zoeksleutel = vraag->>'bsn' and persoon.gemeente_id = any(binnen)
        union all
        select persoon.id, persoon.gezin_id, persoon.gemeente_id from gezinnen_persoon persoon
        where vraag->>'bsn' = '' and persoon.geboortedatum = (vraag->>'geboortedatum')::date
          and lower(unaccent(persoon.voornaam)) = lower(unaccent(vraag->>'voornaam'))
          and lower(unaccent(trim(persoon.tussenvoegsel || ' ' || persoon.achternaam)))
            = lower(unaccent(vraag->>'achternaam'))
          and persoon.gemeente_id = any(binnen)
        limit 2
    )
    select gevonden.id, gevonden.gezin_id, gevonden.gemeente_id, gezin.nummer
    from gevonden join gezinnen_gezin gezin on gezin.id = gevonden.gezin_id
    where (select count(*) from gevonden) = 1
$$;
revoke execute on function zoek_voor_noodknop from public;
"""

OPEN = """
create function open_noodknop(vraag jsonb) returns setof kwaliteit_noodknop
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    wie toegang_gebruiker;
    gevonden record;
    nieuw kwaliteit_noodknop;
    nu timestamptz := statement_timestamp();
begin
    select * into wie from toegang_gebruiker where id = huidige_gebruiker() and is_active;
    if current_setting('role') <> 'smal' or wie.rol is distinct from 'regisseur'
        or cardinality(wie.gemeenten) = 0 then
        raise insufficient_privilege using message = 'de noodknop is voor regisseurs';
    end if;
    -- The page counts as well, and asks for patience sooner. One after the other, so that none slips by.
    perform pg_advisory_xact_lock(hashtextextended(wie.id::text, 31));
    if (select count(*) from kwaliteit_noodknop
        where gebruiker_id = wie.id and gezin_id is null and created_at > nu - interval '1 day') >= 20 then
        return;
    end if;
    select * into gevonden from zoek_voor_noodknop(vraag, wie.gemeenten);
    insert into kwaliteit_noodknop (
        id, versie, created_at, gebruiker_id, naam, reden, toelichting, gezin_id, gezinsnummer, gemeente_id,
        persoon_id, gebruikt_op, tot_at, oordeel, oordeel_reden
    ) values (
        gen_random_uuid(), 1, nu, wie.id, wie.naam, vraag->>'reden', vraag->>'toelichting',
        gevonden.gezin_id, gevonden.nummer, coalesce(gevonden.gemeente_id, wie.gemeenten[1]),
        gevonden.persoon_id, huidige_peildatum(),
        case when gevonden.gezin_id is not null then nu + interval '4 hours' end, '', ''
    ) returning * into nieuw;
    if nieuw.gezin_id is not null then
        insert into toegang_band (
            id, versie, created_at, gebruiker_id, gezin_id, gemeente_id, hoedanigheid, grond, grond_id,
            persoon_id, onderdelen, doel, van, tot, tot_at
        ) values (
            gen_random_uuid(), 1, nu, wie.id, nieuw.gezin_id, nieuw.gemeente_id, 'noodlezer', 'noodknop',
            nieuw.id, nieuw.persoon_id, '{}', 'hulp in een noodsituatie', nieuw.gebruikt_op,
            -- Around midnight the moment lies on the next day, and so does the last day.
            nieuw.gebruikt_op + ((nieuw.tot_at at time zone 'Europe/Amsterdam')::date
                - (nu at time zone 'Europe/Amsterdam')::date),
            nieuw.tot_at
        );
    end if;
    return next nieuw;
end $$;
revoke execute on function open_noodknop from public;
grant execute on function open_noodknop to smal;
"""

# Who opened it may shut it, and nobody need ask who that is.
STOP = """
create function stop_noodknop(gezin uuid) returns setof kwaliteit_noodknop
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update toegang_band set tot_at = statement_timestamp(), versie = versie + 1
    where gebruiker_id = huidige_gebruiker() and gezin_id = gezin and grond = 'noodknop'
      and tot_at > statement_timestamp();
    update kwaliteit_noodknop set tot_at = statement_timestamp(), versie = versie + 1
    where gebruiker_id = huidige_gebruiker() and gezin_id = gezin and tot_at > statement_timestamp()
    returning *
$$;
revoke execute on function stop_noodknop from public;
grant execute on function stop_noodknop to smal;
"""

# To judge is a duty with a last day. Who opened writes it; who judges by municipality reads and closes it,
# and nobody else of this family or municipality is told by it.
DUTY = """
create function eigen_noodknop(wat uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from kwaliteit_noodknop where id = wat and gebruiker_id = huidige_gebruiker())
$$;
create policy noodknop_meldt on kern_termijn for insert to smal
    with check (rol = 'beveiliging' and eigen_noodknop(betreft_id));
create policy toezicht_leest on kern_termijn for select to breed
    using (rol = 'beveiliging' and gemeente_id = any((select gemeenten_voor('noodknop', 'lezen'))::int[]));
create policy toezicht_sluit on kern_termijn for update to breed
    using (rol = 'beveiliging' and gemeente_id = any((select gemeenten_voor('noodknop', 'schrijven'))::int[]));
create policy toezicht_alleen on kern_termijn as restrictive for select to smal, breed
    using (rol <> 'beveiliging'
        or gemeente_id = any((select gemeenten_voor('noodknop', 'lezen'))::int[]));
"""


class Migration(migrations.Migration):
    dependencies = [("kwaliteit", "0003_noodknop"), ("gezinnen", "0007_columns_that_moved")]

    operations = [migrations.RunSQL(sql) for sql in (FENCES, FIND, OPEN, STOP, DUTY)]
