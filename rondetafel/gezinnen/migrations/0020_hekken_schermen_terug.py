"""Let a shield that was copied when two records became one end when they are taken apart.

SECURITY DEFINER, as before: whoever takes them apart may be the one from whom something is hidden. The shield of
the record that went was never moved, so it still stands there.
"""

from django.db import migrations

MERGE = """
create or replace function voeg_samen() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    oude_stoel uuid := (select id from gezinnen_betrokkene where persoon_id = new.weg_id);
    stoel uuid := (select id from gezinnen_betrokkene where persoon_id = new.blijft_id);
    mensen record; stoelen record;
begin
    perform wissel(new.velden, new.weg_id, new.blijft_id);
    insert into gezinnen_afscherming (id, versie, created_at, gezin_id, gemeente_id, beschermd_id,
        voor_persoon_id, voor_gebruiker_id, wat, reden, van, tot, uit_samenvoeging)
    select gen_random_uuid(), 1, now(), gezin_id, gemeente_id,
        case when beschermd_id = new.weg_id then new.blijft_id else beschermd_id end,
        case when voor_persoon_id = new.weg_id then new.blijft_id else voor_persoon_id end,
        voor_gebruiker_id, wat, reden, van, tot, new.id
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
"""

APART = """
create or replace function haal_uit_elkaar() returns trigger
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
    update gezinnen_afscherming set tot = huidige_peildatum() - 1
    where uit_samenvoeging = old.id and (tot is null or tot >= huidige_peildatum());
    return new;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0019_schermen_terug")]

    operations = [migrations.RunSQL(sql) for sql in (MERGE, APART)]
