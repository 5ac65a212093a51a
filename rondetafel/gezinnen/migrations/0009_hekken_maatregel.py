"""Fence the measures of the kinderrechter, hold them to the law, and tie what they open to the measure itself.

The months repeat regels/maatregel.py and regels/leeftijd.py, as the fences repeat the rights; tests hold both
to the same days.
"""

from django.db import migrations

FENCES = """
select omhein('gezinnen_maatregel', 'toegang', sleutel => 'persoon_id', schrijf => 'gezin');
select hoort_bij_gezin('gezinnen_maatregel');
select hoort_bij('gezinnen_maatregel', 'persoon_id', 'gezinnen_persoon');
select hoort_bij('gezinnen_maatregel', 'stoel_id', 'gezinnen_betrokkene');

-- Who answers by themselves for an instelling works for it, and answers for nobody else.
create policy instelling_antwoordt_zelf on gezinnen_deelantwoord as restrictive for insert to smal, breed
    with check (wijze <> 'zelf' or (beslisser_id is null) = ((select huidige_rol()) = 'jeugdbeschermer'));
"""

# A tie on a measure is about the child of that measure. Of other ties the column stays empty.
TIES = """
create unique index gezinnen_maatregel_id_persoon on gezinnen_maatregel (id, persoon_id);
alter table toegang_band add column maatregel_id uuid
    generated always as (case when grond = 'maatregel' then grond_id end) stored;
alter table toegang_band add foreign key (maatregel_id, persoon_id)
    references gezinnen_maatregel (id, persoon_id);
"""

DAYS = """
-- The last day of so many months: the day before the same day, or the end of a month that is too short.
create function laatste_dag(van date, maanden int) returns date language sql immutable as $$
    select dag - (extract(day from dag) = extract(day from van))::int
    from (select (van + make_interval(months => maanden))::date as dag) as na
$$;
alter table gezinnen_maatregel add constraint maatregel_holds_no_longer_than_the_law check (
    tot is null or soort not in ('ots', 'vots')
    or tot <= laatste_dag(van, case soort when 'ots' then 12 else 3 end)
);

-- Who is born on 29 February gets eighteen on 1 March: eighteen years on there is no such day.
create function wordt_achttien(geboren date) returns date language sql immutable as $$
    select dag + (extract(day from dag) <> extract(day from geboren))::int
    from (select (geboren + interval '18 years')::date as dag) as na
$$;
"""

# SECURITY DEFINER: a rule about two tables holds also for who may read only one of them.
AGE = """
create function maatregel_stopt_bij_achttien() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if exists (
        select from gezinnen_maatregel maatregel join gezinnen_persoon persoon on persoon.id = persoon_id
        where (maatregel.id = new.id or persoon.id = new.id)
          and (tot is null or tot >= van)
          and greatest(van, coalesce(tot, van)) >= wordt_achttien(geboortedatum)
    ) then
        raise check_violation using message = 'een maatregel stopt uiterlijk op de dag voor de achttiende verjaardag';
    end if;
    return null;
end $$;
create trigger stopt_bij_achttien after insert or update of van, tot, persoon_id on gezinnen_maatregel
    for each row execute function maatregel_stopt_bij_achttien();
create trigger maatregel_stopt_bij_achttien after update of geboortedatum on gezinnen_persoon
    for each row execute function maatregel_stopt_bij_achttien();
"""

GEZAG = """
create function gezag_of_voogdij() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if exists (
        select from gezinnen_maatregel maatregel join gezinnen_gezag gezag on gezag.kind_id = persoon_id
        where (maatregel.id = new.id or gezag.id = new.id)
          and maatregel.soort in ('voogdij', 'voogdij_voorlopig')
          and (maatregel.tot is null or maatregel.tot >= maatregel.van)
          and (maatregel.tot is null or gezag.van <= maatregel.tot)
          and (gezag.tot is null or gezag.tot >= maatregel.van)
    ) then
        raise check_violation using message = 'een kind onder voogdij van een instelling staat onder niemands gezag';
    end if;
    return null;
end $$;
create trigger gezag_of_voogdij after insert or update on gezinnen_maatregel
    for each row execute function gezag_of_voogdij();
create trigger gezag_of_voogdij after insert or update on gezinnen_gezag
    for each row execute function gezag_of_voogdij();
"""


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0008_maatregel"), ("toegang", "0003_deur")]

    operations = [migrations.RunSQL(sql) for sql in (FENCES, TIES, DAYS, AGE, GEZAG)]
