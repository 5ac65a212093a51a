"""Let two records become one in the database itself: whoever writes that they are one, moves what refers to them.

SECURITY DEFINER: what refers to a person stands in tables of which who keeps the family may write only a
part. The insert itself goes through the fences; the trigger does no more than that row says, and writes down
what it did. What is moved is read from the keys of the database, so a new table comes along by itself.
"""

from django.db import migrations

# A record that turned out to be somebody else is shown to no reader, by name or by key.
HIDE = """
select hoort_bij('gezinnen_persoon', 'opgegaan_in_id', 'gezinnen_persoon');
create policy opgegaan on gezinnen_persoon as restrictive for select to smal, breed
    using (opgegaan_in_id is null);
-- The nightly job gives no duties about it.
grant select (opgegaan_in_id) on gezinnen_persoon to systeem;
"""

FENCES = """
select omhein('gezinnen_samenvoeging', 'gezin'), hoort_bij_gezin('gezinnen_samenvoeging');
select hoort_bij('gezinnen_samenvoeging', 'weg_id', 'gezinnen_persoon');
select hoort_bij('gezinnen_samenvoeging', 'blijft_id', 'gezinnen_persoon');
select hoort_bij('gezinnen_samenvoeging', 'stoel_id', 'gezinnen_betrokkene');
drop policy breed_maakt on gezinnen_samenvoeging;
drop policy breed_wijzigt on gezinnen_samenvoeging;
revoke insert, update on gezinnen_samenvoeging from breed;
revoke update on gezinnen_samenvoeging from smal;
grant update (teruggedraaid_op, teruggedraaid_door_id, versie) on gezinnen_samenvoeging to smal;
create policy in_eigen_naam on gezinnen_samenvoeging as restrictive for insert to smal
    with check (door_id = (select huidige_gebruiker()) and teruggedraaid_op is null);
"""

MOVE = """
-- Every column that refers to a row of `doel`, by its keys. Shields are copied and not moved: what stays
-- behind must stay hidden too. A row about merging says what it says.
create function verwijzingen(doel regclass) returns table (tabel regclass, kolom name)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select distinct sleutel.conrelid::regclass, veld.attname
    from pg_constraint sleutel
    join pg_attribute veld on veld.attrelid = sleutel.conrelid and veld.attnum = sleutel.conkey[1]
    where sleutel.contype = 'f' and sleutel.confrelid = doel
      and sleutel.conrelid not in ('gezinnen_samenvoeging'::regclass, 'gezinnen_afscherming'::regclass)
    union
    -- Whom a row is about, for the fences: a person or a whole family, and so without a key of its own.
    select veld.attrelid::regclass, veld.attname
    from pg_attribute veld
    join pg_attribute gezin on gezin.attrelid = veld.attrelid and gezin.attname = 'gezin_id'
    join pg_class tabel on tabel.oid = veld.attrelid and tabel.relkind = 'r'
    where doel = 'gezinnen_persoon'::regclass and veld.attname = 'sleutel' and veld.attgenerated = ''
      and tabel.relname <> 'kern_logregel'
    order by 1, 2
$$;
revoke execute on function verwijzingen from public;

-- Move row by row; what can stand at one person only once, and stands there already, is left where it is.
create function verplaats(doel regclass, oud uuid, nieuw uuid, out gegaan jsonb, out gebleven jsonb)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    plek record; rij uuid; van uuid[]; over uuid[];
begin
    gegaan := '[]'; gebleven := '[]';
    for plek in select * from verwijzingen(doel) loop
        van := '{}'; over := '{}';
        for rij in execute format('select id from %s where %I = $1', plek.tabel, plek.kolom) using oud loop
            begin
                if plek.tabel = 'toegang_band'::regclass and exists (
                    select from toegang_band oude join toegang_band andere using (gebruiker_id, hoedanigheid, grond)
                    where oude.id = rij and andere.persoon_id = nieuw
                      and andere.grond_id is not distinct from oude.grond_id
                      and daterange(andere.van, greatest(andere.tot, andere.van), '[]')
                          && daterange(oude.van, greatest(oude.tot, oude.van), '[]')
                ) then
                    raise unique_violation;
                end if;
                execute format('update %s set %I = $1 where id = $2', plek.tabel, plek.kolom) using nieuw, rij;
                van := van || rij;
            exception when unique_violation or exclusion_violation or check_violation or foreign_key_violation then
                over := over || rij;
            end;
        end loop;
        if van <> '{}' then
            gegaan := gegaan || jsonb_build_object(
                'tabel', plek.tabel::text, 'kolom', plek.kolom, 'van', oud, 'naar', nieuw, 'rijen', to_jsonb(van));
        end if;
        if over <> '{}' then
            gebleven := gebleven || jsonb_build_object(
                'tabel', plek.tabel::text, 'kolom', plek.kolom, 'rijen', to_jsonb(over));
        end if;
    end loop;
end $$;
revoke execute on function verplaats from public;

create function wissel(velden text[], een uuid, ander uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if velden = '{}' then return; end if;
    execute (
        select format('update gezinnen_persoon p set %s, versie = p.versie + 1 from gezinnen_persoon o
            where (p.id, o.id) in (($1, $2), ($2, $1))', string_agg(format('%1$I = o.%1$I', veld), ', '))
        from unnest(velden) as veld
    ) using een, ander;
end $$;
revoke execute on function wissel from public;

create function voeg_samen() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    oude_stoel uuid := (select id from gezinnen_betrokkene where persoon_id = new.weg_id);
    stoel uuid := (select id from gezinnen_betrokkene where persoon_id = new.blijft_id);
    mensen record; stoelen record;
begin
    perform wissel(new.velden, new.weg_id, new.blijft_id);
    insert into gezinnen_afscherming (id, versie, created_at, gezin_id, gemeente_id, beschermd_id,
        voor_persoon_id, voor_gebruiker_id, wat, reden, van, tot)
    select gen_random_uuid(), 1, now(), gezin_id, gemeente_id,
        case when beschermd_id = new.weg_id then new.blijft_id else beschermd_id end,
        case when voor_persoon_id = new.weg_id then new.blijft_id else voor_persoon_id end,
        voor_gebruiker_id, wat, reden, van, tot
    from gezinnen_afscherming where new.weg_id in (beschermd_id, voor_persoon_id);
    new.verplaatst := '[]'; new.bleef := '[]'; new.stoel_id := null;
    if oude_stoel is not null and stoel is not null then
        stoelen := verplaats('gezinnen_betrokkene', oude_stoel, stoel);
        new.verplaatst := stoelen.gegaan; new.bleef := stoelen.gebleven;
        update gezinnen_betrokkene set tot = greatest(van, huidige_peildatum() - 1)
        where id = oude_stoel and tot is null;
        new.stoel_id := case when found then oude_stoel end;
    end if;
    mensen := verplaats('gezinnen_persoon', new.weg_id, new.blijft_id);
    new.verplaatst := new.verplaatst || mensen.gegaan; new.bleef := new.bleef || mensen.gebleven;
    update gezinnen_persoon set opgegaan_in_id = new.blijft_id where id = new.weg_id;
    return new;
end $$;
create trigger voeg_samen before insert on gezinnen_samenvoeging
    for each row execute function voeg_samen();

-- Put back what was moved, as far as it still stands where it was moved to.
create function haal_uit_elkaar() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare plek jsonb;
begin
    update gezinnen_persoon set opgegaan_in_id = null where id = old.weg_id;
    for plek in select * from jsonb_array_elements(old.verplaatst) loop
        execute format('update %s set %2$I = $1 where %2$I = $2 and id = any($3)',
            (plek->>'tabel')::regclass, plek->>'kolom')
        using (plek->>'van')::uuid, (plek->>'naar')::uuid,
            array(select jsonb_array_elements_text(plek->'rijen'))::uuid[];
    end loop;
    update gezinnen_betrokkene set tot = null where id = old.stoel_id;
    perform wissel(old.velden, old.weg_id, old.blijft_id);
    return new;
end $$;
create trigger haal_uit_elkaar before update of teruggedraaid_op on gezinnen_samenvoeging
    for each row when (old.teruggedraaid_op is null and new.teruggedraaid_op is not null)
    execute function haal_uit_elkaar();
"""

# Who looked at the record that went, looked at the same human being: that person may know it.
LOG = """
create function opgegane_sleutels() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(id), '{}') from gezinnen_persoon
    where opgegaan_in_id = any(sleutels_voor('logboek', 'lezen'))
$$;
create policy opgegaan on kern_logregel for select to smal using (
    not is_vertrouwelijk(onderdeel) and persoon_id = any((select opgegane_sleutels())::uuid[]));
"""


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0016_samenvoeging"), ("kern", "0002_logboek")]

    operations = [migrations.RunSQL(sql) for sql in (HIDE, FENCES, MOVE, LOG)]
